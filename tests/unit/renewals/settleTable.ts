import type { OtherRenewals } from '../../../src/main/renewals/otherRenewals.ts'
import {
  followed,
  type Look,
  lookAt,
  type Reading,
  settle,
  type Trail,
  trailFrom,
  type Verdict,
} from '../../../src/main/renewals/settle.ts'
import { notesOn } from '../../../src/main/renewals/settleWords.ts'
import type { Money } from '../../../src/shared/domain/money.ts'
import type { Renewal, RenewalIntent, RenewalResult, Settlement } from '../../../src/shared/domain/renewal.ts'
import { anIntent, aQuote, aRenewal, aResult, DAY, money, NOW, uuid } from '../../support/domain.ts'

export const MINUTE = 60_000
/** Where the orders of these tests end before the renewal. */
export const END = NOW + 10 * DAY
/** The end after one period. */
export const MOVED = END + 30 * DAY

/** Nothing else happened. */
export const alone: OtherRenewals = { before: [], after: [], whole: true }

/** An `unknown` of two orders for 30 days at 2.80, with fresh ends and a balance of 100 before. */
export function lost(intent: Partial<RenewalIntent> = {}, result: Partial<RenewalResult> = {}): Renewal {
  return aRenewal({
    intent: anIntent({
      endsBefore: ['11', '22'].map((orderId) => ({ orderId, endsAt: END, addresses: 2 })),
      ...intent,
    }),
    result: aResult('unknown', { endedAt: NOW + 1000, ...result }),
  })
}

/** Another renewal of the account, for 30 days at 2.80; begun `at` ms after this one, and ended a second later. */
export function other(
  at: number,
  outcome: RenewalResult['outcome'] | 'sending',
  change: Partial<RenewalIntent> & { readonly settlement?: Settlement } = {},
): Renewal {
  const { settlement = null, ...intent } = change
  const startedAt = NOW + at
  return aRenewal({
    intent: anIntent({ id: uuid(900 + (Math.abs(at) % 90)), startedAt, ...intent }),
    result: outcome === 'sending' ? null : aResult(outcome, { endedAt: startedAt + 1000 }),
    settlement,
  })
}

/** What the vendor shows `minutes` after the exchange. An order left out is not in its list. */
export interface Shown {
  readonly minutes: number
  readonly ends: Readonly<Record<string, number | null>>
  readonly balance: Money | null
  readonly autoExtend?: boolean
  /** Of each order; 2 without it. */
  readonly addresses?: number
  /** By the vendor's clock; null without it. */
  readonly vendorAt?: number | null
  /** Of each order's addresses, ends that cannot be read. */
  readonly oddEnds?: number
}

export function reading({ minutes, ends, balance, vendorAt = null, ...order }: Shown): Reading {
  const each = { autoExtend: false, addresses: 2, oddEnds: 0, ...order }
  const orders = new Map(Object.entries(ends).map(([id, endsAt]) => [id, { endsAt, ...each }]))
  return { at: NOW + 1000 + minutes * MINUTE, vendorAt, waited: minutes * MINUTE, balance, orders }
}

/** Both ends as before, and the balance too. */
export const still = (minutes: number, balance: Money | null = money(100)): Shown => ({
  minutes,
  ends: { 11: END, 22: END },
  balance,
})

/** Both ends moved on by the period, and the balance fell by the price. */
export const moved = (minutes: number, balance: Money | null = money(97.2)): Shown => ({
  minutes,
  ends: { 11: MOVED, 22: MOVED },
  balance,
})

/** What a row of looks, one after another, comes to: the first verdict that settles, else the last, with its words. */
export function settledBy(
  renewal: Renewal,
  looks: readonly Shown[],
  others: OtherRenewals = alone,
): { readonly verdict: Verdict; readonly notes: string; readonly look: Look; readonly at: number } {
  let trail: Trail = trailFrom()
  let last: { verdict: Verdict; notes: string; look: Look; at: number } | null = null
  for (const shown of looks) {
    const look = lookAt(renewal, reading(shown), others, trail)
    trail = followed(trail, look)
    const verdict = settle(renewal, look, trail)
    last = { verdict, look, at: shown.minutes, notes: notesOn(renewal, look, verdict).join('\n') }
    if (verdict !== 'unknown') break
  }
  if (last === null) throw new Error('no look')
  return last
}

export { aQuote, DAY, money, NOW }
