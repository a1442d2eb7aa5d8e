import { day, hour } from '../../shared/domain/rules/ends.ts'
import { formatDate } from '../../shared/words/intl.ts'
import { words } from '../../shared/words/words.ts'

const minute = 60_000

/** How long ago something was: `just now`, `2 min ago`, `3 h ago`, `5 days ago`, then the date. Times in ms. */
export function agoWords(at: number, now: number): string {
  const { time } = words()
  const age = Math.max(0, now - at)
  if (age < minute) return time.justNow
  if (age < hour) return time.minutesAgo(Math.floor(age / minute))
  if (age < 48 * hour) return time.hoursAgo(Math.floor(age / hour))
  if (age < 30 * day) return time.daysAgo(Math.floor(age / day))
  return formatDate(at)
}

/** How long until something: `now`, `in 40 s`, `in 5 min`, `in 3 h`; rounded up, so that it never comes late. In ms. */
export function untilWords(ms: number): string {
  const { time } = words()
  if (ms <= 0) return time.now
  if (ms <= 2 * minute) return time.inSeconds(Math.ceil(ms / 1000))
  return ms <= 2 * hour ? time.inMinutes(Math.ceil(ms / minute)) : time.inHours(Math.ceil(ms / hour))
}
