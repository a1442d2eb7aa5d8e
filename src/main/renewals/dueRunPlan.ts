import type { DueRow } from '../../shared/domain/dueRun.ts'
import type { Finding } from '../../shared/domain/finding.ts'
import type { Amount, Money } from '../../shared/domain/money.ts'
import { minus, plus } from '../../shared/domain/rules/money.ts'
import { isShortOfFunds } from './agreements.ts'

/** A group that is due. */
export interface DueGroup {
  readonly groupId: string
  /** The soonest end of its orders, ms since the epoch; null: not known. */
  readonly endsAt: number | null
}

/** A row of the plan, as far as its money goes. */
export interface PlanRow {
  readonly accountId: string
  /** Null: it has none (yet). */
  readonly price: Money | null
  readonly findings: readonly Finding[]
  /** Ticked. */
  readonly included: boolean
  readonly dayLimit: Amount | null
  /** What renewals of the day had cost when it was looked at, one sum a currency. */
  readonly spentToday: readonly Money[]
}

/** How a row stands after everything ticked before it. */
export type Weighed = Pick<DueRow, 'covered' | 'balanceAfter' | 'findings'>

/** How an account stands at one place of the plan. */
interface Standing {
  /** Null: not known. */
  readonly balance: Money | null
  /** A ticked row before was not covered: the run does not come past it. */
  readonly short: boolean
  /** What rows before cost, one sum a currency. */
  readonly spent: readonly Money[]
}

/** Each group once, earliest end first; those whose end is not known come last. Equals keep their order. */
export function inOrderOfEnd(groups: readonly DueGroup[]): DueGroup[] {
  const once = new Map(groups.map((group) => [group.groupId, group]))
  return [...once.values()].sort((a, b) => (a.endsAt ?? Number.MAX_VALUE) - (b.endsAt ?? Number.MAX_VALUE))
}

/**
 * Goes through the plan in its order and tells for each row whether its account's balance covers it, and what is left.
 * From a ticked row on that is not covered none of its account is: the run stops there. Sums of different currencies
 * are never compared: the balance is not known then, and the guard looks at each row's turn.
 * `balances`: by account, as last told; absent or null: not known.
 */
export function weigh(
  rows: readonly PlanRow[],
  balances: ReadonlyMap<string, Money | null>,
): readonly Weighed[] {
  const standings = new Map<string, Standing>()
  return rows.map((row) => {
    const before = standings.get(row.accountId) ?? {
      balance: balances.get(row.accountId) ?? null,
      short: false,
      spent: [],
    }
    const { weighed, after } = weighOne(row, before)
    standings.set(row.accountId, after)
    return weighed
  })
}

function weighOne(row: PlanRow, before: Standing): { weighed: Weighed; after: Standing } {
  const { price } = row
  const { balance, short, spent } = before
  const findings = withDay(row, spent)
  if (price === null) return { weighed: { covered: false, balanceAfter: balance, findings }, after: before }
  const left = lessThan(balance, price)
  const covered = !short && !isShortOfFunds(row.findings) && (left === null || left.amount >= 0)
  if (!row.included) return { weighed: { covered, balanceAfter: balance, findings }, after: before }
  if (!covered)
    return { weighed: { covered, balanceAfter: balance, findings }, after: { ...before, short: true } }
  return {
    weighed: { covered, balanceAfter: left, findings },
    after: { balance: left, short, spent: sumsOf([...spent, price]) },
  }
}

/** What is left of a balance; null when that is not known or not comparable. */
function lessThan(balance: Money | null, price: Money): Money | null {
  if (balance === null || balance.currency !== price.currency) return null
  return { amount: minus(balance.amount, price.amount), currency: balance.currency }
}

/**
 * The findings with the day's limit measured as it will be at the row's turn. At the moment of the quote nothing of
 * the plan was paid yet; with that figure every row after the first would ask.
 */
function withDay({ price, findings, dayLimit, spentToday }: PlanRow, spent: readonly Money[]): Finding[] {
  if (price === null || dayLimit === null) return [...findings]
  const { currency } = price
  const sums = sumsOf([...spentToday, ...spent, price])
  const sum = sums.find((money) => money.currency === currency) ?? price
  const others = findings.filter((finding) => finding.kind !== 'over-limit' || finding.limitOf !== 'day')
  if (sum.amount <= dayLimit) return others
  return [...others, { kind: 'over-limit', limitOf: 'day', limit: { amount: dayLimit, currency }, sum }]
}

/** Findings beside which money may be paid twice, or for nothing: such a group is renewed only by a tick of its own. */
const offAtFirst: ReadonlySet<Finding['kind']> = new Set([
  'unknown-before',
  'renewed-lately',
  'restored-database',
  'auto-extend-soon',
  'quote-warning',
])

/** Whether a priced row is ticked unless a person says otherwise. */
export function isOnAtFirst(findings: readonly Finding[]): boolean {
  return !findings.some(({ kind }) => offAtFirst.has(kind))
}

/** One sum a currency, in the order of appearance. */
export function sumsOf(moneys: readonly Money[]): Money[] {
  const sums = new Map<string, Money>()
  for (const { amount, currency } of moneys) {
    const before = sums.get(currency)
    sums.set(currency, { amount: before ? plus(before.amount, amount) : amount, currency })
  }
  return [...sums.values()]
}
