import type { Renewal, RenewalIntent } from '../../shared/domain/renewal.ts'
import { type Amount, type Money, minus, plus, zero } from '../../shared/domain/rules/money.ts'
import { currentOutcome } from '../../shared/domain/rules/outcomes.ts'
import { type Extension, stillness } from './movement.ts'

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
/** Ms from a quote to the end of the exchange, and more: what two moments of two renewals may be off by. */
const exchangeLength = 5 * 60_000

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
function certaintyBefore(other: Renewal, { intent }: Renewal, ends: EndsBefore): Certainty {
  const certainty = certaintyOf(other)
  if (certainty === 'none') return 'none'
  if (certainty === 'certain') return certainBefore(other, intent, ends)
  return other.settlement !== null && isPast(other, intent) ? 'none' : 'possible'
}

/** The same of a renewal that went through: is it in those ends already? */
function certainBefore(other: Renewal, intent: RenewalIntent, ends: EndsBefore): Certainty {
  const isOfAccount = other.intent.accountId === intent.accountId
  const passed = passedBetween(ends)
  if (passed === null || passed < -stillness) return 'possible'
  // A vendor's list may be behind: an end that is still the one from before that renewal does not show it yet.
  if (passed <= stillness) return isOfAccount ? 'certain' : 'possible'
  // What evidence settled early may have been somebody else's doing, and the renewal itself still on its way.
  if (other.settlement !== null) return isPast(other, intent) ? 'none' : 'possible'
  // Ends read in this account's lane show every renewal of it that was answered before, by whatever clock.
  if (intent.endsFresh && isOfAccount) return 'none'
  const endedAt = other.result?.endedAt ?? Number.POSITIVE_INFINITY
  return endedAt <= (intent.endsReadAt ?? 0) ? 'none' : 'possible'
}

/** An order's end as it was read before another renewal, and before the one in question. Null: it was not. */
interface EndsBefore {
  readonly other: number | null
  readonly own: number | null
}

/** Ms by which the end went on between the two; null: nobody knows. */
function passedBetween({ other, own }: EndsBefore): number | null {
  return other === null || own === null ? null : own - other
}

/** Whether a renewal had so long been over when the ends of another one were read that they show all it came to. */
function isPast(other: Renewal, intent: RenewalIntent): boolean {
  const [from, to] = [other.intent.vendorAt ?? null, intent.vendorAt ?? null]
  if (from !== null && to !== null) return to - from > lateness + exchangeLength
  const endedAt = other.result?.endedAt ?? null
  return endedAt !== null && intent.endsReadAt !== null && intent.endsReadAt - endedAt > lateness
}

/** Another account with an order of the same id may be the same one connected anew, or another vendor’s. */
function certaintyAfter(other: Renewal, { intent }: Renewal): Certainty {
  const certainty = certaintyOf(other)
  return certainty === 'certain' && other.intent.accountId !== intent.accountId ? 'possible' : certainty
}

/** What other renewals did to this one's orders, by order id, until a reading. */
export function touchesOf(
  renewal: Renewal,
  others: OtherRenewals,
  reading: Moment,
): ReadonlyMap<string, Touches> {
  const touches = new Map(
    renewal.intent.request.orderIds.map((id) => [id, { earlier: [], later: [] } as Gathering]),
  )
  const ownEnds = endsBeforeOf(renewal)
  gather(others.before, certaintyBefore, 'earlier')
  gather(others.after, certaintyAfter, 'later')
  return touches

  function gather(rows: readonly Renewal[], certainty: typeof certaintyBefore, when: keyof Touches): void {
    for (const other of rows) {
      const otherEnds = endsBeforeOf(other)
      for (const orderId of other.intent.request.orderIds) {
        const touched = touches.get(orderId)
        if (touched === undefined) continue
        const ends = { other: otherEnds.get(orderId) ?? null, own: ownEnds.get(orderId) ?? null }
        touched[when].push(...extensionsOf(other, certainty(other, renewal, ends), ends, reading))
      }
    }
  }
}

interface Gathering extends Touches {
  readonly earlier: Extension[]
  readonly later: Extension[]
}

function endsBeforeOf({ intent }: Renewal): ReadonlyMap<string, number | null> {
  return new Map(intent.endsBefore.map(({ orderId, endsAt }) => [orderId, endsAt]))
}

/** When a reading was asked for and answered, ms since the epoch: by our clock, and by the vendor's (null: not told). */
interface Moment {
  readonly at: number
  readonly vendorAt: number | null
}

/** The first and the last moment at which the vendor can have carried a renewal out: by its own clock, where it told. */
export function spanOf({ intent }: Renewal, { at, vendorAt }: Moment): { from: number; to: number } {
  const began = intent.vendorAt ?? null
  const [from, to] = began !== null && vendorAt !== null ? [began, vendorAt] : [intent.startedAt, at]
  // A wall clock that was set back in between must not turn the span around.
  return { from: Math.min(from, to), to: Math.max(from, to) }
}

function extensionsOf(other: Renewal, certainty: Certainty, ends: EndsBefore, reading: Moment): Extension[] {
  if (certainty === 'none') return []
  const { intent, result, settlement } = other
  const { from, to } = spanOf(other, reading)
  const isAnswered = certainty === 'certain' && settlement === null
  const one: Extension = {
    from,
    to: isAnswered ? Math.min(from + lateness, to) : to,
    days: intent.request.rentPeriodDays,
    certain: certainty === 'certain',
    seen: intent.endsFresh ? ends.other : null,
  }
  // What evidence settled early may have been somebody else's doing, and the renewal itself come on top of it.
  const isEarly = settlement !== null && settlement.at - (result?.endedAt ?? 0) <= lateness
  return certainty === 'certain' && isEarly ? [one, { ...one, certain: false, seen: null }] : [one]
}

/** What the later renewals of this account cost for certain, in one currency: a fall of the balance they explain. */
export function accountedFor(renewal: Renewal, others: OtherRenewals, currency: string): Money {
  const amount = others.after
    .filter(({ intent }) => intent.accountId === renewal.intent.accountId)
    .reduce((sum, other) => plus(sum, costFor(other, currency)), zero)
  return { amount, currency }
}

/** What another renewal has cost for certain; nothing while that is not known. */
export function costFor(other: Renewal, currency: string): Amount {
  return certaintyOf(other) === 'certain' ? leastCost(other, currency) : zero
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
