import { type Amount, minus } from '../../../shared/domain/rules/money.ts'
import type { Payment } from '../../../shared/domain/spending.ts'
import type { Course } from './course.ts'

/** One day of the chart as a row of its table. */
export interface DayRow {
  /** The day's local midnight, ms since the epoch. */
  readonly day: number
  /** The balance at the day's end; null: not known that early. */
  readonly sum: Amount | null
  /** What it changed by since the row before; null for the first. */
  readonly change: Amount | null
  readonly payments: readonly Payment[]
}

/** The chart's figures by day, the newest first: the days with a reading or a renewal. `from`: the chart's left edge. */
export function dayRows({ points, payments }: Course, from: number): DayRow[] {
  const days = new Map<number, { sum: Amount | null; payments: Payment[] }>()
  const dayAt = (at: number) => {
    const day = new Date(Math.max(at, from)).setHours(0, 0, 0, 0)
    const known = days.get(day) ?? { sum: null, payments: [] }
    days.set(day, known)
    return known
  }
  for (const { at, amount } of points) dayAt(at).sum = amount
  for (const payment of payments) dayAt(payment.at).payments.push(payment)
  const rows: DayRow[] = []
  let before: Amount | null = null
  for (const [day, one] of [...days].sort(([a], [b]) => a - b)) {
    const sum: Amount | null = one.sum ?? before
    const change = sum === null || before === null ? null : minus(sum, before)
    rows.push({ day, sum, change, payments: one.payments })
    before = sum
  }
  return rows.reverse()
}
