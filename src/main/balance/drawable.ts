import type { BalancePoint } from '../../shared/contract/snapshot.ts'

/**
 * Points thinned to at most `most` (four or more), for a chart: the first stays, and of every stretch the lowest, the
 * highest and the last. Dropping every n-th would lose the very moment at which the money ran out. One currency, oldest
 * first.
 */
export function drawable(points: readonly BalancePoint[], most: number): readonly BalancePoint[] {
  const [first, ...rest] = points
  if (points.length <= most || !first) return points
  const length = Math.ceil(rest.length / Math.floor((most - 1) / 3))
  const kept = [first]
  for (let start = 0; start < rest.length; start += length) {
    kept.push(...extremes(rest.slice(start, start + length)))
  }
  return kept
}

function extremes(stretch: readonly BalancePoint[]): BalancePoint[] {
  const sums = stretch.map((point) => point.amount)
  const keep = new Set([
    sums.indexOf(minimum(sums, (a, b) => a < b)),
    sums.indexOf(minimum(sums, (a, b) => a > b)),
    stretch.length - 1,
  ])
  return stretch.filter((_, index) => keep.has(index))
}

function minimum<T extends number>(values: readonly T[], isBefore: (a: T, b: T) => boolean): T {
  return values.reduce((best, value) => (isBefore(value, best) ? value : best))
}
