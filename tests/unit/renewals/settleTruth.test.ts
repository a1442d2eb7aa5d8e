import fc from 'fast-check'
import { expect, test } from 'vitest'
import { followed, lookAt, settle, type Trail, trailFrom } from '../../../src/main/renewals/settle.ts'
import type { Renewal } from '../../../src/shared/domain/renewal.ts'
import {
  alone,
  DAY,
  END,
  lost,
  MOVED,
  money,
  NOW,
  other,
  reading,
  type Shown,
  settledBy,
  still,
} from './settleTable.ts'

/** What another renewal of the same orders came to, and whether the vendor did it. */
interface Truth {
  readonly when: 'before' | 'after'
  readonly outcome: 'renewed' | 'refused' | 'unknown'
  readonly executed: boolean
  /** An earlier one that was carried out only after the ends had been read. */
  readonly late: boolean
}

const truths = fc.array(
  fc.record({
    when: fc.constantFrom('before' as const, 'after' as const),
    outcome: fc.constantFrom('renewed' as const, 'refused' as const, 'unknown' as const),
    executed: fc.boolean(),
    late: fc.boolean(),
  }),
  { maxLength: 4 },
)

/** A renewal that is known is as it is known; only of an unknown the vendor alone knows. */
function happened({ outcome, executed }: Truth): boolean {
  return outcome === 'renewed' || (outcome === 'unknown' && executed)
}

test('whatever became of other renewals of the same orders, the verdict never contradicts the vendor', () => {
  const verdicts = new Map<string, number>()
  fc.assert(
    fc.property(
      truths,
      fc.boolean(),
      fc.constantFrom(0, 2.8, 50),
      fc.boolean(),
      fc.constantFrom(30, 1),
      (others, own, topUp, isFresh, days) => {
        const shows = (one: Truth) => one.when === 'before' && !(one.late && one.outcome === 'unknown')
        const counted = others.filter((one) => happened(one) && !shows(one)).length + (own ? 1 : 0)
        // Ends that are not fresh may be older than every earlier renewal.
        const unseen = isFresh ? 0 : others.filter((one) => happened(one) && shows(one)).length
        const request = { proxyType: 'IPv4' as const, orderIds: ['11', '22'], rentPeriodDays: days }
        const renewal = lost({ request, endsFresh: isFresh, endsReadAt: isFresh ? NOW : NOW - DAY })
        const rows = (when: Truth['when']) =>
          others
            .filter((one) => one.when === when)
            .map(({ outcome }, at) =>
              other((when === 'before' ? -10 : 1) * 60_000 + at * 5000, outcome, { request }),
            )
        const end = END + (counted + unseen) * days * DAY
        const shown = (minutes: number): Shown => ({
          minutes,
          ends: { 11: end, 22: end },
          balance: money(100 - 2.8 * counted + topUp),
        })
        const { verdict } = settledBy(renewal, [10, 15, 20, 30, 45].map(shown), {
          before: rows('before'),
          after: rows('after'),
          whole: true,
        })
        verdicts.set(`${verdict} ${own}`, (verdicts.get(`${verdict} ${own}`) ?? 0) + 1)
        if (verdict === 'renewed') expect(own).toBe(true)
        if (verdict === 'not renewed') expect(own).toBe(false)
      },
    ),
    { numRuns: 5000 },
  )
  // It is no use if it never says anything.
  expect(verdicts.get('renewed true')).toBeGreaterThan(200)
  expect(verdicts.get('not renewed false')).toBeGreaterThan(200)
})

test('a price that another renewal was just taking is explained once that one ended', () => {
  const renewal = lost()
  const request = { proxyType: 'IPv4' as const, orderIds: ['33'], rentPeriodDays: 30 }
  const see = (minutes: number, row: Renewal, trail: Trail) => {
    const look = lookAt(renewal, reading(still(minutes, money(97.2))), { ...alone, after: [row] }, trail)
    const next = followed(trail, look)
    return { next, verdict: settle(renewal, look, next) }
  }
  const sending = see(1, other(60_000, 'sending', { request }), trailFrom())
  expect(sending.next).toMatchObject({ still: null, missing: [{ amount: 28_000 }] })
  const ended = see(5, other(60_000, 'renewed', { request }), sending.next)
  expect(see(15, other(60_000, 'renewed', { request }), ended.next).verdict).toBe('not renewed')
})

test('a price is explained by the renewal that was taking it, not by one that began after it was missing', () => {
  const renewal = lost()
  const request = { proxyType: 'IPv4' as const, orderIds: ['33'], rentPeriodDays: 30 }
  const see = (minutes: number, balance: number, row: Renewal, trail: Trail) => {
    const shown = reading(still(minutes, money(balance)))
    const look = lookAt(renewal, shown, { ...alone, after: [row] }, trail)
    const next = followed(trail, look)
    return { next, verdict: settle(renewal, look, next) }
  }
  const missing = lookAt(renewal, reading(still(1, money(97.2))), alone)
  let trail = followed(trailFrom(), missing)
  // Somebody topped up by the very price, and another renewal took it.
  for (const minutes of [5, 15, 30, 60]) {
    const seen = see(minutes, 97.2, other(120_000, 'renewed', { request }), trail)
    expect(seen.verdict).toBe('unknown')
    trail = seen.next
  }
})

test('two thousand orders beside five hundred other renewals are too many to tell apart, and are weighed in no time', () => {
  const orderIds = Array.from({ length: 2000 }, (_, at) => String(at))
  const request = { proxyType: 'IPv4' as const, orderIds, rentPeriodDays: 30 }
  const renewal = lost({ request, endsBefore: orderIds.map((orderId) => ({ orderId, endsAt: END })) })
  const after = Array.from({ length: 500 }, (_, at) => other(at * 1000, 'unknown', { request }))
  const ends = Object.fromEntries(orderIds.map((id) => [id, MOVED]))
  const { verdict } = settledBy(renewal, [{ ...still(0), ends }], { ...alone, after })
  expect(verdict).toBe('unknown')
})
