import type { Amount, Money } from '../../shared/domain/money.ts'
import type { Renewal } from '../../shared/domain/renewal.ts'
import { plus, zero } from '../../shared/domain/rules/money.ts'
import { currentOutcome } from '../../shared/domain/rules/outcomes.ts'
import { costFor, type OtherRenewals } from './otherRenewals.ts'

/** Money that a look found missing, and the ids of the renewals that may have been taking it at that moment. */
export interface Missing {
  readonly amount: Amount
  readonly by: readonly string[]
}

/** What every look at one renewal so far has shown of the balance; kept in the journal, so that a restart forgets nothing. */
export interface Balances {
  /** The least that was ever missing from the balance, negative where it had risen; null: nobody knows. */
  readonly least: Amount | null
  /** What was missing at one of them, and is explained by nothing since. */
  readonly missing: readonly Missing[]
}

/** Before the first look. */
export const noBalances: Balances = { least: null, missing: [] }

/** Past this many the first ones are let go: any one of them keeps a renewal from being settled as not renewed. */
const most = 20
/** No look has more renewals under way beside it that could be told apart. */
const mostBy = 50

/**
 * What is missing at a look, or was at an earlier one. It is explained only by renewals that were open at that moment
 * and went through since: that money came back may be a refund, or a top-up that hides a charge.
 */
export function missingAt(
  renewal: Renewal,
  unexplained: Money | null,
  others: OtherRenewals,
  before: readonly Missing[],
): readonly Missing[] {
  const left = before.filter(({ amount, by }) => paidBy(renewal, others, by) < amount)
  if (unexplained === null || unexplained.amount <= 0) return left
  const { amount } = unexplained
  const by = openBeside(renewal, others).slice(0, mostBy)
  const isKnown = left.some((one) => one.amount === amount && one.by.join() === by.join())
  return isKnown ? left : [...left, { amount, by }].slice(-most)
}

/** Other renewals of the account, begun after this one, that may be taking their price. */
function openBeside({ intent }: Renewal, { after }: OtherRenewals): string[] {
  return after
    .filter((other) => {
      const outcome = currentOutcome(other)
      return other.intent.accountId === intent.accountId && (outcome === null || outcome === 'unknown')
    })
    .map((other) => other.intent.id)
}

/** What some renewals are known to have cost by now. */
function paidBy({ intent }: Renewal, { after }: OtherRenewals, ids: readonly string[]) {
  const currency = intent.balanceBefore?.currency ?? ''
  return after
    .filter((other) => ids.includes(other.intent.id))
    .reduce((sum, other) => plus(sum, costFor(other, currency)), zero)
}
