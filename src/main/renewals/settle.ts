import type { LiveOrder, OrderEnd } from '../../shared/domain/order.ts'
import type { Check, Movement, Renewal } from '../../shared/domain/renewal.ts'
import { hour } from '../../shared/domain/rules/ends.ts'
import { type Money, minus } from '../../shared/domain/rules/money.ts'
import { type Balances, type Missing, missingAt, noBalances } from './missing.ts'
import { type Extension, movementOf } from './movement.ts'
import { accountedFor, fallOf, lateness, type OtherRenewals, spanOf, touchesOf } from './otherRenewals.ts'

/** An order as one reading has it. */
export type ReadOrder = Pick<LiveOrder, 'endsAt' | 'autoExtend' | 'addresses' | 'oddEnds'>

/** What the vendor said at one moment after an exchange. */
export interface Reading {
  /** When it was asked, ms since the epoch: what happened later may not be in it. */
  readonly at: number
  /** The vendor's own clock as it answered, ms since the epoch; null: not told. */
  readonly vendorAt: number | null
  /** Ms that have surely passed since the exchange ended, on the monotonic clock; counted anew from each start. */
  readonly waited: number
  /** Null: it could not be read. */
  readonly balance: Money | null
  /** The vendor's list by order id. */
  readonly orders: ReadonlyMap<string, ReadOrder>
}

/** One reading seen beside the journal: every order's movement, and how the balance stands. */
export interface Look {
  readonly reading: Reading
  readonly movements: readonly Check['orders'][number][]
  /** How far the balance fell beyond what other renewals cost, negative where it rose; null: not comparable. */
  readonly unexplained: Money | null
  /** What other renewals cost meanwhile. */
  readonly accounted: Money | null
  /** How far it fell since an earlier look of this run, other renewals taken out; null: it did not, or no one knows. */
  readonly fellSince: Money | null
  /** The reply itself told a balance that had fallen. */
  readonly replyFell: boolean
  /** Money that is missing at this look, or was at an earlier one, and that no other renewal is known to have taken. */
  readonly missing: readonly Missing[]
  /** False when the journal has more rows than can be weighed. */
  readonly whole: boolean
}

/** What the looks at one renewal have in common. */
export interface Trail extends Balances {
  /** The first of this run's looks that show the same: every end unmoved, and the same balance. Null: there is none. */
  readonly still: Look | null
}

/** The trail before the first look of a run. `balances`: what earlier runs saw, which the journal keeps. */
export function trailFrom(balances: Balances | undefined = noBalances): Trail {
  return { still: null, ...balances }
}

/** What the evidence comes to. */
export type Verdict = 'renewed' | 'not renewed' | 'unknown'

/** Ms between two readings that both count (DESIGN.md, Settle). */
export const apart = 5 * 60_000

/** The vendor renews orders with auto-extend by itself when they are about to end; when exactly is not documented. */
const autoExtendWithin = 48 * hour

/**
 * Compares a reading with the journal's row. `others`: as they stood before the reading was asked for, and those that
 * began since. `trail`: of the looks before.
 */
export function lookAt(
  renewal: Renewal,
  reading: Reading,
  others: OtherRenewals,
  trail: Trail = trailFrom(),
): Look {
  const { intent, result } = renewal
  const fall = fallOf(intent.balanceBefore, reading.balance)
  const accounted = fall && accountedFor(renewal, others, fall.currency)
  const unexplained = fall &&
    accounted && { amount: minus(fall.amount, accounted.amount), currency: fall.currency }
  const told = fallOf(intent.balanceBefore, result?.balanceAfter ?? null)
  const { least } = trail
  return {
    reading,
    movements: movementsOf(renewal, reading, others),
    unexplained,
    accounted,
    fellSince:
      unexplained !== null && least !== null && unexplained.amount > least
        ? { amount: minus(unexplained.amount, least), currency: unexplained.currency }
        : null,
    replyFell: told !== null && told.amount > 0,
    missing: missingAt(renewal, unexplained, others, trail.missing),
    whole: others.whole,
  }
}

function movementsOf(renewal: Renewal, reading: Reading, others: OtherRenewals): Look['movements'] {
  const { intent } = renewal
  const before = new Map(intent.endsBefore.map((end) => [end.orderId, end]))
  const touches = touchesOf(renewal, others, reading)
  const { own, late } = ownExtensions(renewal, reading)
  const autoBefore = autoExtended(renewal)
  return intent.request.orderIds.map((orderId) => {
    const now = reading.orders.get(orderId)
    const endBefore = before.get(orderId)?.endsAt ?? null
    const after = endOf(now, before.get(orderId))
    // Near its end the vendor may have extended the order by itself.
    const isNear = endBefore !== null && endBefore - late.to < autoExtendWithin
    const auto = isNear && (now?.autoExtend === true || autoBefore.has(orderId))
    const { earlier, later } = touches.get(orderId) ?? { earlier: [], later: [] }
    const movement = movementOf({ before: endBefore, after, own, late, earlier, later, auto })
    return { orderId, endsAt: after, movement }
  })
}

/**
 * The soonest end of all an order's addresses. Null where one of them cannot be read, or is not listed any more: the
 * soonest of the rest would look like an end that moved on.
 */
function endOf(order: ReadOrder | undefined, before: OrderEnd | undefined): number | null {
  if (order === undefined || order.oddEnds > 0) return null
  return order.addresses < (before?.addresses ?? 0) ? null : order.endsAt
}

/** The renewal as if it had happened: in its time, and at any moment until the ends were read. */
function ownExtensions(
  renewal: Renewal,
  reading: Reading,
): { readonly own: Extension; readonly late: Extension } {
  const { from, to } = spanOf(renewal, reading)
  const late = { from, to, days: renewal.intent.request.rentPeriodDays, certain: true }
  return { late, own: { ...late, to: Math.min(from + lateness, to) } }
}

/** Orders that had auto-extend on when the guard asked: the vendor may have used it up, or a person switched it off. */
function autoExtended({ intent }: Renewal): ReadonlySet<string> {
  return new Set(
    intent.confirmed.flatMap((finding) => (finding.kind === 'auto-extend-soon' ? finding.orderIds : [])),
  )
}

/** The trail with one more look at its end. */
export function followed({ still, least }: Trail, look: Look): Trail {
  const { missing } = look
  const amount = look.unexplained?.amount ?? null
  const balances = { missing, least: amount === null || (least !== null && least < amount) ? least : amount }
  if (isStill(look)) {
    // A balance that rose (a top-up) may hide a charge: from then on it is waited anew.
    return { ...balances, still: still?.unexplained?.amount === amount ? still : look }
  }
  const isUnread = look.reading.balance === null && allAre(look, 'unmoved')
  return { ...balances, still: isUnread && missing.length === 0 ? still : null }
}

/**
 * Turns an `unknown` into `renewed` or `not renewed`, by evidence only (DESIGN.md, Settle). `trail`: of this run's
 * looks, this one included. The balance supports and never settles alone.
 */
export function settle(renewal: Renewal, look: Look, { still }: Trail): Verdict {
  if (!look.whole || renewal.intent.request.orderIds.length === 0) return 'unknown'
  if (allAre(look, 'moved'))
    return renewal.intent.endsFresh || fellByPrice(renewal, look) ? 'renewed' : 'unknown'
  if (!isStill(look) || still === null) return 'unknown'
  const { waited } = look.reading
  const since = waited - still.reading.waited
  return waited >= lateness && since >= (hasRisen(look) ? lateness : apart) ? 'not renewed' : 'unknown'
}

/** True when a look shows every end readable and unmoved, and no fall of the balance unaccounted for. */
export function isStill(look: Look): boolean {
  return (
    allAre(look, 'unmoved') &&
    look.unexplained !== null &&
    look.unexplained.amount <= 0 &&
    look.fellSince === null &&
    look.missing.length === 0 &&
    !look.replyFell
  )
}

/** True when the balance is above what it was before: a top-up, behind which a charge could hide. */
export function hasRisen({ unexplained }: Look): boolean {
  return unexplained !== null && unexplained.amount < 0
}

/** True when the balance fell by exactly the quoted price, other renewals taken out. */
export function fellByPrice({ intent: { quote } }: Renewal, { unexplained }: Look): boolean {
  if (quote === null || unexplained === null || quote.price.amount <= 0) return false
  return quote.price.currency === unexplained.currency && quote.price.amount === unexplained.amount
}

function allAre(look: Look, movement: Movement): boolean {
  return look.movements.every((order) => order.movement === movement)
}
