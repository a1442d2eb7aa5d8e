import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { type BalanceHistoryParts, createBalanceHistory } from '../../../src/main/balance/balanceHistory.ts'
import { drawable } from '../../../src/main/balance/drawable.ts'
import { lastMonths } from '../../../src/main/balance/months.ts'
import { money, NOW } from '../../support/domain.ts'

const point = (at: number, sum: number, currency = 'USD') => ({ at, ...money(sum, currency) })

afterEach(() => vi.unstubAllEnvs())

describe('months', () => {
  const iso = (ms: number) => new Date(ms).toISOString()

  test.each([
    ['UTC', '2026-01-15T12:00Z', ['2026-01-01T00:00', '2025-12-01T00:00', '2025-11-01T00:00']],
    // Already February in Auckland, still January in New York.
    ['Pacific/Auckland', '2026-01-31T12:00Z', ['2026-01-31T11:00', '2025-12-31T11:00', '2025-11-30T11:00']],
    ['America/New_York', '2026-02-01T03:00Z', ['2026-01-01T05:00', '2025-12-01T05:00', '2025-11-01T04:00']],
    // A leap year's end of February, on a day that March has and February has not.
    ['UTC', '2028-03-31T23:59Z', ['2028-03-01T00:00', '2028-02-01T00:00', '2028-01-01T00:00']],
  ])('in %s at %s begin at the local midnight', (zone, now, expected) => {
    vi.stubEnv('TZ', zone)
    const starts = lastMonths(Date.parse(now), 3).map(({ from }) => iso(from))
    expect(starts).toEqual(expected.map((start) => `${start}:00.000Z`))
  })

  test('meet without a gap, summer time or not, and this one is among them', () => {
    vi.stubEnv('TZ', 'America/New_York')
    const months = lastMonths(NOW, 12)
    expect(months).toHaveLength(12)
    for (const [index, month] of months.entries()) {
      expect(month.to).toBe(index === 0 ? Date.parse('2026-02-01T05:00Z') : months[index - 1]?.from)
    }
  })
})

describe('what can be drawn', () => {
  test('is as it was while it fits', () => {
    const points = [point(1, 5), point(2, 4), point(3, 6), point(4, 4)]
    expect(drawable(points, 4)).toEqual(points)
    expect(drawable([], 4)).toEqual([])
  })

  test('keeps first, last, lowest and highest of any course, in order, and never more than asked', () => {
    const sums = fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 1, maxLength: 400 })
    fc.assert(
      fc.property(sums, fc.integer({ min: 4, max: 60 }), (course, most) => {
        const points = course.map((sum, index) => point(index, sum))
        const kept = drawable(points, most)
        const amounts = (some: readonly { readonly amount: number }[]) => some.map(({ amount }) => amount)
        expect(kept.length).toBeLessThanOrEqual(most)
        expect(kept[0]).toEqual(points[0])
        expect(kept.at(-1)).toEqual(points.at(-1))
        expect(Math.min(...amounts(kept))).toBe(Math.min(...amounts(points)))
        expect(Math.max(...amounts(kept))).toBe(Math.max(...amounts(points)))
        expect(kept).toEqual(points.filter((one) => kept.includes(one)))
      }),
    )
  })
})

describe('the course of a balance', () => {
  const none: BalanceHistoryParts['journal'] = { payments: () => [], paidBetween: () => [] }
  const history = (points: readonly ReturnType<typeof point>[], journal = none) =>
    createBalanceHistory({ store: { since: () => points }, journal, now: () => NOW })

  test('is in the currency it has now; the other readings are counted and not among its points', () => {
    const points = [point(1, 5), point(2, 70, 'EUR'), point(3, 6), point(4, 60, 'EUR')]
    expect(history(points).course('a', 0)).toMatchObject({
      currency: 'EUR',
      points: [point(2, 70, 'EUR'), point(4, 60, 'EUR')],
      otherReadings: 2,
    })
    expect(history([]).course('a', 0)).toMatchObject({ currency: null, points: [], otherReadings: 0 })
  })

  test('has the renewals beside it that it shows: since it was asked, or since its first point', () => {
    const asked: number[] = []
    const journal = {
      payments: (_id: string, since: number) => {
        asked.push(since)
        return []
      },
      paidBetween: (_id: string, from: number) => {
        asked.push(from)
        return []
      },
    }
    history([point(50, 5)], journal).course('a', 10)
    history([point(50, 5)], journal).course('a', 60)
    history([], journal).course('a', 70)
    expect(asked).toEqual([50, 50, 60, 60, 70, 70])
  })

  test('a month’s spending is that of its own time', () => {
    const journal = {
      payments: () => [],
      paidBetween: (_id: string, from: number, to: number) => [
        {
          currency: `${from}-${to}`,
          renewed: 1,
          paid: money(1).amount,
          maybe: 0,
          maybePaid: money(0).amount,
        },
      ],
    }
    const months = history([], journal).months('a')
    expect(months).toHaveLength(12)
    for (const { from, to, spent } of months) expect(spent[0]?.currency).toBe(`${from}-${to}`)
  })
})
