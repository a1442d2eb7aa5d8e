import type { BalancePoint } from '../../../shared/contract/snapshot.ts'
import type { Amount } from '../../../shared/domain/rules/money.ts'

/** The chart's drawing area, in its own units. */
export interface ChartSize {
  readonly width: number
  readonly height: number
}

/** Where things stand in the chart. */
export interface ChartShape {
  /** The line's path; steps, for a balance stays what it was until it is read anew. */
  readonly line: string
  /** The area under it. */
  readonly area: string
  /** Height of the threshold's line; null when there is none or it is out of the picture. */
  readonly threshold: number | null
  /** The lowest and highest sum seen. */
  readonly low: Amount
  readonly high: Amount
}

/** The points of one currency, oldest first: sums of two currencies share no axis. */
export function pointsOf(points: readonly BalancePoint[], currency: string): BalancePoint[] {
  return points.filter((point) => point.currency === currency).sort((a, b) => a.at - b.at)
}

/**
 * The shape of a balance over time. `from` and `to` in ms since the epoch, `threshold` in ten-thousandths.
 * Null with fewer than two points: one reading is no course.
 */
export function chartShape(
  points: readonly BalancePoint[],
  from: number,
  to: number,
  threshold: Amount | null,
  { width, height }: ChartSize,
): ChartShape | null {
  const first = points[0]
  const sums = points.map((point) => point.amount).sort((a, b) => a - b)
  const low = sums[0]
  const high = sums.at(-1)
  // One reading is no course.
  if (points.length < 2 || !first || low === undefined || high === undefined || to <= from) return null
  // The axis begins at nothing unless the balance went below it, so that a fall looks as deep as it is.
  const floor = Math.min(0, low)
  const top = Math.max(high, threshold ?? high, floor + 1)
  const x = (at: number) => round(((Math.max(at, from) - from) / (to - from)) * width)
  const y = (sum: number) => round(height - ((sum - floor) / (top - floor)) * (height - 2) - 1)
  let line = `M${x(first.at)} ${y(first.amount)}`
  for (const point of points.slice(1)) line += `H${x(point.at)}V${y(point.amount)}`
  line += `H${width}`
  return {
    line,
    area: `${line}V${height}H${x(first.at)}Z`,
    threshold: threshold === null ? null : y(threshold),
    low,
    high,
  }
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
