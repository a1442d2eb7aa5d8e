/** A month in the machine's time zone: its first moment and the next one's, ms since the epoch. */
export interface Month {
  readonly from: number
  readonly to: number
}

/** The month that `now` (ms since the epoch) is in and the ones before it, `count` in all, the newest first. */
export function lastMonths(now: number, count: number): Month[] {
  const today = new Date(now)
  // The day of a month before the first is the year's before: Date counts on.
  const start = (back: number) => new Date(today.getFullYear(), today.getMonth() - back, 1).getTime()
  return Array.from({ length: count }, (_, back) => ({ from: start(back), to: start(back - 1) }))
}
