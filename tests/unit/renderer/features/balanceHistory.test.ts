import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Course, isUnsure, plotOf } from '../../../../src/renderer/features/balance/course.ts'
import { dayRows } from '../../../../src/renderer/features/balance/dayRows.ts'
import {
  changeWords,
  leftOutWords,
  markLines,
  markTitle,
  moneyTick,
  rowWords,
  summary,
  timeTick,
} from '../../../../src/renderer/features/balance/historyWords.ts'
import { plotData, plotRange } from '../../../../src/renderer/features/balance/plotOptions.ts'
import { spendTables } from '../../../../src/renderer/features/balance/spendRows.ts'
import type { MonthSpend, Payment, Spend } from '../../../../src/shared/domain/spending.ts'
import { DAY, HOUR, money, NOW } from '../../../support/domain.ts'

beforeEach(() => void vi.stubEnv('TZ', 'UTC'))
afterEach(() => vi.unstubAllEnvs())

const usd = (sum: number) => money(sum).amount

function reading(at: number, sum: number) {
  return { at, ...money(sum) }
}

function payment(at: number, change: Partial<Payment> = {}): Payment {
  return { at, groupName: 'Shop', price: money(2.8), outcome: 'renewed', ...change }
}

function spend(change: Partial<Spend> = {}): Spend {
  return { currency: 'USD', renewed: 0, paid: usd(0), maybe: 0, maybePaid: usd(0), ...change }
}

function course(change: Partial<Course> = {}): Course {
  const points = [reading(NOW - 3 * DAY, 100), reading(NOW - 2 * DAY, 97.2), reading(NOW - DAY, 147.2)]
  return { currency: 'USD', points, otherReadings: 0, payments: [], spent: [], ...change }
}

function plotted(change: Partial<Course> = {}, since = NOW - 30 * DAY) {
  const plot = plotOf(course(change), since, NOW)
  if (!plot) throw new Error('no chart')
  return plot
}

describe('the chart', () => {
  test.each([
    ['no reading', { points: [], currency: null }],
    ['one reading', { points: [reading(NOW, 5)] }],
  ])('%s is no course', (_, change) => {
    expect(plotOf(course(change), 0, NOW)).toBeNull()
  })

  test('begins where the readings do, and holds the last one until now', () => {
    const plot = plotted()
    expect(plot).toMatchObject({ from: NOW - 3 * DAY, to: NOW, currency: 'USD' })
    expect(plot.rows.map(({ at, sum }) => [(at - NOW) / DAY, sum / 10_000])).toEqual([
      [-3, 100],
      [-2, 97.2],
      [-1, 147.2],
      [0, 147.2],
    ])
    expect([plot.low.sum, plot.high.sum, plot.last.sum]).toEqual([usd(97.2), usd(147.2), usd(147.2)])
  })

  test('a reading from before the stretch stands at its left edge', () => {
    const plot = plotted({}, NOW - 2.5 * DAY)
    expect(plot.rows[0]).toMatchObject({ at: NOW - 2.5 * DAY, sum: usd(100) })
    expect(plot.from).toBe(NOW - 2.5 * DAY)
  })

  test('a mark stands on the line: at the balance as it was from then on', () => {
    const payments = [payment(NOW - 2 * DAY), payment(NOW - 1.5 * DAY, { outcome: 'unknown' })]
    const { rows } = plotted({ payments })
    expect(rows.map(({ sum, payments: marks }) => [sum / 10_000, marks.length])).toEqual([
      [100, 0],
      [97.2, 1],
      [97.2, 1],
      [147.2, 0],
      [147.2, 0],
    ])
    expect(rows.map(isUnsure)).toEqual([false, false, true, false, false])
    const [, sums, paid, unsure] = plotData(plotted({ payments }))
    expect(sums?.length).toBe(5)
    expect([paid?.[1], unsure?.[1], paid?.[2], unsure?.[2], paid?.[3]]).toEqual([
      usd(97.2),
      null,
      null,
      usd(97.2),
      null,
    ])
  })

  test('marks that would cover each other are one, and none is lost', () => {
    const close = [0, 1, 2].map((second) => payment(NOW - 2 * DAY + second * 1000))
    const { rows } = plotted({ payments: [...close, payment(NOW - HOUR)] })
    expect(rows.map(({ payments }) => payments.length).filter((size) => size > 0)).toEqual([3, 1])
  })

  test('whatever comes, times only grow, edges are edges, and every renewal has a mark', () => {
    const at = fc.integer({ min: NOW - 40 * DAY, max: NOW + DAY })
    const times = fc.uniqueArray(at, { minLength: 2, maxLength: 40 })
    fc.assert(
      fc.property(times, fc.array(at, { maxLength: 60 }), (readings, paid) => {
        const points = readings.toSorted((a, b) => a - b).map((one, index) => reading(one, index % 7))
        const plot = plotted({ points, payments: paid.map((one) => payment(one)) })
        const rowTimes = plot.rows.map((row) => row.at)
        expect(rowTimes).toEqual([...new Set(rowTimes)].sort((a, b) => a - b))
        expect([rowTimes[0], rowTimes.at(-1)]).toEqual([plot.from, plot.to])
        expect(plot.rows.flatMap(({ payments }) => payments)).toHaveLength(paid.length)
      }),
    )
  })

  test.each([
    ['from nothing to above the highest', [5, 10], null, [0, 11.2]],
    ['the threshold is in the picture', [5, 10], 50, [0, 56]],
    ['what was owed is too', [-4, 16], null, [-4, 18.4]],
    ['an empty account has an axis', [0, 0], null, [0, 1.12]],
  ] as const)('%s', (_, sums, threshold, [floor, top]) => {
    const points = sums.map((sum, index) => reading(NOW - DAY + index, sum))
    const range = plotRange(plotted({ points }), threshold === null ? null : usd(threshold))
    expect(range.map((units) => Math.round(units))).toEqual([floor * 10_000, Math.round(top * 10_000)])
  })
})

describe('the sentence', () => {
  test('says since when, lowest, highest, now, and what renewals cost', () => {
    const spent = [spend({ renewed: 7, paid: usd(63) })]
    expect(summary(plotted(), course({ spent }))).toBe(
      'Since 12 Jan 2026: lowest $97.20 on 13 Jan, highest $147.20 on 14 Jan, now $147.20; 7 renewals, $63.00.',
    )
  })

  test.each([
    [[], 'no renewals paid.'],
    [[spend({ maybe: 1, maybePaid: usd(3) })], 'no renewals paid. 1 may have been paid, $3.00.'],
    [
      [spend({ renewed: 1, paid: usd(2), maybe: 2, maybePaid: usd(3) })],
      '1 renewal, $2.00. 2 more may have been paid, $3.00.',
    ],
    [
      [spend({ renewed: 2, paid: usd(2) }), spend({ currency: 'EUR', renewed: 1, paid: usd(5) })],
      '3 renewals, $2.00 and €5.00.',
    ],
    [
      [spend({ currency: null, renewed: 1 }), spend({ renewed: 1, paid: usd(2) })],
      '2 renewals, $2.00 (1 without a known price).',
    ],
  ])('keeps apart what may have been paid, and currencies (%#)', (spent, end) => {
    expect(summary(plotted(), course({ spent })).split('; ')[1]).toBe(end)
  })

  test('a balance that never moved is told once', () => {
    const points = [reading(NOW - DAY, 5), reading(NOW, 5)]
    expect(summary(plotted({ points }), course())).toBe(
      'Since 14 Jan 2026: $5.00 all along; no renewals paid.',
    )
  })

  test('says what the chart leaves out', () => {
    expect(leftOutWords(course())).toEqual([])
    expect(leftOutWords(course({ otherReadings: 2 }))).toEqual(['2 readings in another currency not shown.'])
    expect(leftOutWords(course({ payments: [payment(1)], spent: [spend({ renewed: 3 })] }))).toEqual([
      'Only the newest 1 renewal marked.',
    ])
  })
})

describe('words at the chart', () => {
  const row = (payments: readonly Payment[]) => ({ at: NOW, sum: usd(4.2), payments })

  test('a row in words, with its renewals', () => {
    expect(rowWords(row([]), 'USD')).toBe('15 Jan 2026, 12:00: $4.20')
    expect(rowWords(row([payment(1)]), 'USD')).toBe('15 Jan 2026, 12:00: $4.20. Renewed: Shop $2.80')
    const unknown = [payment(1, { outcome: 'unknown', price: null, groupName: '' })]
    expect(rowWords(row(unknown), 'USD')).toContain('Unknown: A renewal, price not known, may have been paid')
  })

  test('many renewals at one mark are counted', () => {
    const many = row(Array.from({ length: 6 }, (_, n) => payment(n, { groupName: `G${n}` })))
    expect(markTitle(many)).toBe('6 renewals, $16.80')
    expect(markLines(many)).toEqual(['G0 $2.80', 'G1 $2.80', 'G2 $2.80', 'G3 $2.80', 'and 2 more'])
    const lost = payment(9, { outcome: 'unknown', groupName: 'Lost' })
    expect(markTitle(row([...many.payments, lost]))).toBe('6 renewals, $16.80')
    expect(markLines(row([...many.payments, lost]))[0]).toBe('Lost $2.80, may have been paid')
  })

  test.each([
    ['of two currencies', [payment(1), payment(2, { price: money(1, 'EUR') })]],
    ['without a price', [payment(1), payment(2, { price: null })]],
    ['without a price, first', [payment(1, { price: null }), payment(2)]],
  ])('renewals %s have no sum', (_, payments) => {
    expect(markTitle(row(payments))).toBe('2 renewals')
  })

  test.each([
    [0, 'USD', '$0'],
    [500_000, 'USD', '$50'],
    [25_000, 'USD', '$2.50'],
    [-500_000, 'USD', '-$50'],
    [10_000_000, 'EUR', '€1,000'],
    [500_000, 'CREDITS', '50 CREDITS'],
  ])('%i of %s stands at the axis as %s', (units, currency, words) => {
    expect(moneyTick(units, currency)).toBe(words)
  })

  test.each([
    ['2026-01-15T14:05:20Z', 5000, '14:05:20'],
    ['2026-01-15T14:05Z', HOUR, '14:05'],
    ['2026-01-15T00:00Z', HOUR, '15 Jan'],
    ['2026-01-15T00:00Z', 3 * DAY, '15 Jan'],
    ['2026-02-01T00:00Z', 30 * DAY, 'Feb'],
    ['2026-01-01T00:00Z', 30 * DAY, 'Jan 2026'],
  ])('%s, ticks %i ms apart, is %s', (at, step, words) => {
    expect(timeTick(Date.parse(at), step)).toBe(words)
  })

  test.each([
    [50, '+$50.00'],
    [-2.8, '−$2.80'],
    [0, 'unchanged'],
  ])('a change of %d is %s', (change, words) => {
    expect(changeWords(usd(change), 'USD')).toBe(words)
  })
})

describe('the table of days', () => {
  test('has the day’s last figure, what it changed by, and its renewals, the newest day first', () => {
    const points = [reading(NOW - 2 * DAY, 100), reading(NOW - 2 * DAY + HOUR, 97.2), reading(NOW, 147.2)]
    const payments = [payment(NOW - 2 * DAY + HOUR), payment(NOW - DAY, { outcome: 'unknown' })]
    const rows = dayRows(course({ points, payments }), NOW - 2 * DAY)
    expect(rows.map(({ sum, change, payments: paid }) => [sum, change, paid.length])).toEqual([
      [usd(147.2), usd(50), 0],
      [usd(97.2), usd(0), 1],
      [usd(97.2), null, 1],
    ])
    expect(rows.map(({ day }) => new Date(day).toISOString().slice(0, 10))).toEqual([
      '2026-01-15',
      '2026-01-14',
      '2026-01-13',
    ])
  })

  test('days are the machine’s own', () => {
    vi.stubEnv('TZ', 'America/New_York')
    // 03:00 UTC is the evening before in New York.
    const points = [reading(Date.parse('2026-01-15T03:00Z'), 1), reading(Date.parse('2026-01-15T12:00Z'), 2)]
    expect(dayRows(course({ points }), 0)).toHaveLength(2)
  })
})

describe('spend per month', () => {
  const month = (back: number, ...spent: Spend[]): MonthSpend => ({
    from: NOW - back * 30 * DAY,
    to: NOW - (back - 1) * 30 * DAY,
    spent,
  })

  test('goes back to the first month with a renewal, and this month is so far', () => {
    const [table, ...others] = spendTables([
      month(0),
      month(1, spend({ renewed: 2, paid: usd(8) })),
      month(2),
      month(3, spend({ renewed: 1, paid: usd(4), maybe: 1, maybePaid: usd(2) })),
      month(4),
    ])
    expect(others).toEqual([])
    expect(table?.rows.map((row) => [row.soFar, row.renewed, row.paid, row.share])).toEqual([
      [true, 0, 0, 0],
      [false, 2, usd(8), 1],
      [false, 0, 0, 0],
      [false, 1, usd(4), 0.5],
    ])
    expect(table).toMatchObject({ renewed: 3, paid: usd(12), maybe: 1, maybePaid: usd(2) })
  })

  test('each currency has a table of its own, and what has no price comes last', () => {
    const tables = spendTables([
      month(0, spend({ currency: null, renewed: 1 }), spend({ currency: 'EUR', renewed: 1, paid: usd(3) })),
      month(1, spend({ renewed: 1, paid: usd(5) })),
    ])
    expect(tables.map(({ currency, rows }) => [currency, rows.length])).toEqual([
      ['EUR', 1],
      ['USD', 2],
      [null, 1],
    ])
    expect(spendTables([month(0), month(1)])).toEqual([])
  })
})
