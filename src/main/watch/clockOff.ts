import type { Notice } from '../../shared/contract/snapshot.ts'
import { day, hour } from '../../shared/domain/rules/ends.ts'
import { formatDateTime } from '../../shared/words/intl.ts'
import { words } from '../../shared/words/words.ts'

/** The vendor's clock as a reply told it (its Date header), and when that was by our monotonic clock, in ms. */
export interface ClockTold {
  readonly vendorAt: number
  readonly monotonic: number
}

/** Both of our clocks now, in ms. */
export interface ClocksHere {
  readonly now: number
  readonly monotonic: number
}

/**
 * Ms from which on a clock is called wrong. Ends are told in whole hours and due dates in days, and a proxy that lapsed
 * some hours early has lapsed: so well below a day, and above what a slow reply, a sleep or a clock that is just being
 * set by the network can come to. Three hours, and a little less: a wrong time zone makes a clock wrong by whole hours,
 * and what is wrong by three must not be right again with every second that replies differ by.
 */
const tolerance = 3 * hour - hour / 6

/** Ms by which two measures may differ and still be of the same wrong clock. */
const sameOff = hour / 2

/** The notice's id. */
export const clockNoticeId = 'clock'

/**
 * By how many ms this computer's clock is ahead of the vendor's (negative: behind); null: it is right, or no vendor told
 * the time. `told`: the newest of each account, carried on by the monotonic clock. One vendor's server may have a wrong
 * clock itself: of several all have to say the same way, and the least of it counts.
 */
export function clockOff(told: readonly ClockTold[], { now, monotonic }: ClocksHere): number | null {
  const offs = told.map((one) => now - (one.vendorAt + monotonic - one.monotonic))
  const agree = offs.every((off) => off >= tolerance) || offs.every((off) => off <= -tolerance)
  if (offs.length === 0 || !agree) return null
  return offs.reduce((least, off) => (Math.abs(off) < Math.abs(least) ? off : least))
}

/** Whether two measures say the same of the clock, so that what was said, or sent away, need not be said anew. */
export function isSameOff(one: number, other: number): boolean {
  return Math.abs(one - other) < sameOff
}

/** `This computer’s clock is 1 day behind the vendor’s`: a title, and a sentence of a notification, without a stop. */
export function clockWords(off: number): string {
  const { clock } = words().watch
  const ms = Math.abs(off)
  const hours = Math.round(ms / hour)
  // Whole days where it is some, or two and more; else whole hours.
  if (hours % 24 !== 0 && hours < 48) return off < 0 ? clock.hoursBehind(hours) : clock.hoursAhead(hours)
  const days = Math.round(ms / day)
  return off < 0 ? clock.daysBehind(days) : clock.daysAhead(days)
}

/** The notice of a clock that is wrong by `off`, as found at `now`, both in ms. */
export function clockNotice(off: number, now: number): Notice {
  const { tray, watch } = words()
  return {
    id: clockNoticeId,
    severity: 'warning',
    title: clockWords(off),
    text: watch.clock.notice({
      here: formatDateTime(now),
      there: formatDateTime(now - off),
      check: tray.checkBalance,
    }),
    // A vendor's clock may be the wrong one: who has looked can send it away.
    dismissible: true,
  }
}
