import type { Renewal } from '../../shared/domain/renewal.ts'
import { type Amount, type Money, minus, plus, zero } from '../../shared/domain/rules/money.ts'
import { currentOutcome } from '../../shared/domain/rules/outcomes.ts'
import type { Extension } from './movement.ts'

/** The journal's rows around one renewal that may have moved the same ends or the same balance, oldest first. */
export interface OtherRenewals {
  readonly before: readonly Renewal[]
  readonly after: readonly Renewal[]
  /** False when there are more rows than were looked at: then nothing can be settled by evidence. */
  readonly whole: boolean
}

/** What other renewals did to one order, or may have done, before the one in question and after it. */
export interface Touches {
  readonly earlier: readonly Extension[]
  readonly later: readonly Extension[]
}

/** Ms for which a vendor may still act on a request that ended (DESIGN.md, Settle: at least 15 minutes). */
export const lateness = 15 * 60_000

/** How sure it is that a renewal extended its orders. */
type Certainty = 'certain' | 'possible' | 'none'

/**
 * The rows as they stood when the vendor was asked (`asked`), and beside them those that began before its answer
 * (`answered`): the answer may show what they did, or not.
 */
export function during(asked: OtherRenewals, answered: OtherRenewals): OtherRenewals {
  const known = new Set([...asked.before, ...asked.after].map(({ intent }) => intent.id))
  const begun = answered.after
    .filter((other) => !known.has(other.intent.id) && certaintyOf(other) !== 'none')
    .map((other) => ({ ...other, result: null, settlement: null }))
  return {
    before: asked.before,
    after: [...asked.after, ...begun],
    whole: asked.whole && answered.whole,
  }
}

/** By its outcome alone. A person's word is not evidence: what they settled may be either. */
function certaintyOf(other: Renewal): Certainty {
  const outcome = currentOutcome(other)
  if (outcome === 'refused' || outcome === 'not sent') return 'none'
  if (other.settlement?.by === 'person') return 'possible'
  if (outcome === 'renewed') return 'certain'
  return outcome === 'not renewed' ? 'none' : 'possible'
}

/** What an earlier renewal means for ends that were read before this one: what they show already counts no more. */
function certaintyBefore(other: Renewal, { intent }: Renewal): Certainty {
  const certainty = certaintyOf(other)
  const { result, settlement } = other
  if (certainty === 'none') return 'none'
  if (certainty === 'certain') {
    // Ends read in this account's lane show every renewal of it that was answered before, by whatever clock.
    const isShown = settlement === null && intent.endsFresh && other.intent.accountId === intent.accountId
    // Of a late one only the look that settled it tells that it had happened.
    const happened = settlement?.at ?? result?.endedAt ?? Number.POSITIVE_INFINITY
    return isShown || happened <= (intent.endsReadAt ?? 0) ? 'none' : 'possible'
  }
  if (settlement === null || result === null || intent.endsReadAt === null) return 'possible'
  return intent.endsReadAt - result.endedAt > lateness ? 'none' : 'possible'
}

/** Another account with an order of the same id may be the same one connected anew, or another vendor’s. */
function certaintyAfter(other: Renewal, { intent }: Renewal): Certainty {
  const certainty = certaintyOf(other)
  return certainty === 'certain' && other.intent.accountId !== intent.accountId ? 'possible' : certainty
}

/** What other renewals did to this one's orders, by order id. `at`: when their ends were read, ms since the epoch. */
export function touchesOf(renewal: Renewal, others: OtherRenewals, at: number): ReadonlyMap<string, Touches> {
  const touches = new Map(
    renewal.intent.request.orderIds.map((id) => [id, { earlier: [], later: [] } as Gathering]),
  )
  gather(others.before, certaintyBefore, 'earlier')
  gather(others.after, certaintyAfter, 'later')
  return touches

  function gather(rows: readonly Renewal[], certainty: typeof certaintyBefore, when: keyof Touches): void {
    for (const other of rows) {
      const extension = extensionOf(other, certainty(other, renewal), at)
      if (extension === null) continue
      for (const orderId of other.intent.request.orderIds) touches.get(orderId)?.[when].push(extension)
    }
  }
}

interface Gathering extends Touches {
  readonly earlier: Extension[]
  readonly later: Extension[]
}

function extensionOf(other: Renewal, certainty: Certainty, at: number): Extension | null {
  if (certainty === 'none') return null
  const { startedAt, request } = other.intent
  const to = certainty === 'certain' ? (other.result?.endedAt ?? at) : at
  // A wall clock that was set back in between must not turn the span around.
  const [from, until] = [Math.min(startedAt, to), Math.max(startedAt, to)]
  return { from, to: until, days: request.rentPeriodDays, certain: certainty === 'certain' }
}

/** What the later renewals of this account cost for certain, in one currency: a fall of the balance they explain. */
export function accountedFor(renewal: Renewal, others: OtherRenewals, currency: string): Money {
  const amount = others.after
    .filter(({ intent }) => intent.accountId === renewal.intent.accountId)
    .filter((other) => certaintyOf(other) === 'certain')
    .reduce((sum, other) => plus(sum, leastCost(other, currency)), zero)
  return { amount, currency }
}

/**
 * The least that a renewal can have cost: its quoted price, or what the balance fell by where that is less. Nothing
 * without a quote: then the fall may hold the very charge that is looked for. Explaining away more than was taken
 * would hide a second payment.
 */
function leastCost({ intent, result, check }: Renewal, currency: string): Amount {
  const { quote, balanceBefore } = intent
  if (quote === null || quote.price.currency !== currency) return zero
  let least = quote.price.amount
  for (const balance of [result?.balanceAfter ?? null, check?.balance ?? null]) {
    const fell = fallOf(balanceBefore, balance)
    if (fell !== null && fell.currency === currency && fell.amount < least) least = fell.amount
  }
  return least < 0 ? zero : least
}

/** How far a balance fell; negative where it rose. Null across currencies, and where one of them is not known. */
export function fallOf(before: Money | null, after: Money | null): Money | null {
  if (before === null || after === null || before.currency !== after.currency) return null
  return { amount: minus(before.amount, after.amount), currency: before.currency }
}
