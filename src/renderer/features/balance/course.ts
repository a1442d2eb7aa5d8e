import type { ReplyOf } from '../../../shared/contract/types.ts'
import type { Amount } from '../../../shared/domain/rules/money.ts'
import type { Payment } from '../../../shared/domain/spending.ts'

/** How a balance went, as main tells it. */
export type Course = ReplyOf<'balance.history'>

/** One place of the chart that can be read: a reading, the renewals there, or both. */
export interface PlotRow {
  /** Ms since the epoch. */
  readonly at: number
  /** The balance from here on, until the next row says otherwise. */
  readonly sum: Amount
  /** The renewals marked here; several that would lie upon each other are one mark. */
  readonly payments: readonly Payment[]
}

/** A reading with its time. */
interface Extreme {
  readonly at: number
  readonly sum: Amount
}

/** What the chart shows. */
export interface Plot {
  readonly currency: string
  /** The chart's left and right edge, ms since the epoch. */
  readonly from: number
  readonly to: number
  /** Oldest first, no two at one time; the first stands at `from`, the last at `to`. */
  readonly rows: readonly PlotRow[]
  readonly low: Extreme
  readonly high: Extreme
  readonly last: Extreme
}

/** Ms in a second: the chart's own time is in seconds. */
export const seconds = 1000

/** So many marks fit side by side. */
const marksAcross = 100

/**
 * The chart of a course from `since` on, read at `now`, both ms since the epoch. It begins where the readings do.
 * Null with fewer than two of them: one reading is no course.
 */
export function plotOf({ currency, points, payments }: Course, since: number, now: number): Plot | null {
  const [first] = points
  const newest = points.at(-1)
  if (currency === null || points.length < 2 || !first || !newest) return null
  const from = Math.max(since, first.at)
  // A clock that was ahead wrote later times; they are shown, not hidden.
  const to = Math.max(now, newest.at, from + 1)
  const readings = points.map(({ at, amount }) => ({ at: Math.max(at, from), sum: amount }))
  const inSight = payments.map((payment) => ({ ...payment, at: within(payment.at, from, to) }))
  return {
    currency,
    from,
    to,
    rows: rowsOf([...readings, { at: to, sum: newest.amount }], clusters(inSight, (to - from) / marksAcross)),
    low: extreme(readings, (a, b) => a < b),
    high: extreme(readings, (a, b) => a > b),
    last: { at: newest.at, sum: newest.amount },
  }
}

function within(at: number, from: number, to: number): number {
  return Math.min(to, Math.max(from, at))
}

function extreme(readings: readonly Extreme[], isBefore: (a: number, b: number) => boolean): Extreme {
  return readings.reduce((best, one) => (isBefore(one.sum, best.sum) ? one : best))
}

/** Renewals so close that their marks would cover each other, together; each cluster at its last one's time. */
function clusters(payments: readonly Payment[], gap: number): Pick<PlotRow, 'at' | 'payments'>[] {
  const found: { at: number; since: number; payments: Payment[] }[] = []
  for (const payment of payments.toSorted((a, b) => a.at - b.at)) {
    const open = found.at(-1)
    if (open && payment.at - open.since < gap) {
      open.payments.push(payment)
      open.at = payment.at
    } else {
      found.push({ at: payment.at, since: payment.at, payments: [payment] })
    }
  }
  return found
}

/** Readings and marks in one row of times. A mark stands on the line: at the balance as it was from then on. */
function rowsOf(readings: readonly Extreme[], marks: readonly Pick<PlotRow, 'at' | 'payments'>[]): PlotRow[] {
  const rows = new Map<number, PlotRow>()
  for (const { at, sum } of readings) rows.set(at, { at, sum, payments: [] })
  let next = 0
  let sum = readings[0]?.sum
  for (const { at, payments } of marks) {
    for (; next < readings.length && (readings[next]?.at ?? at) <= at; next += 1) sum = readings[next]?.sum
    if (sum !== undefined) rows.set(at, { at, sum, payments })
  }
  return [...rows.values()].sort((a, b) => a.at - b.at)
}

/** What a person may have paid without knowing: the mark is another one where an unknown is among the renewals. */
export function isUnsure(row: PlotRow): boolean {
  return row.payments.some((payment) => payment.outcome === 'unknown')
}
