import { day, hour } from '../../shared/domain/rules/ends.ts'

const minute = 60_000

/** How long ago something was: `just now`, `2 min ago`, `3 h ago`, `5 days ago`, then the date. Times in ms. */
export function agoWords(at: number, now: number): string {
  const age = Math.max(0, now - at)
  if (age < minute) return 'just now'
  if (age < hour) return `${Math.floor(age / minute)} min ago`
  if (age < 48 * hour) return `${Math.floor(age / hour)} h ago`
  if (age < 30 * day) return `${Math.floor(age / day)} days ago`
  return dateWords(at)
}

/** How long until something: `now`, `in 40 s`, `in 5 min`, `in 3 h`; rounded up, so that it never comes late. In ms. */
export function untilWords(ms: number): string {
  if (ms <= 0) return 'now'
  if (ms <= 2 * minute) return `in ${Math.ceil(ms / 1000)} s`
  return ms <= 2 * hour ? `in ${Math.ceil(ms / minute)} min` : `in ${Math.ceil(ms / hour)} h`
}

/** A date as `12 Jan 2027`. */
export function dateWords(at: number): string {
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' }).format(at)
}

/** A date with its time as `12 Jan 2027, 14:05`. */
export function dateTimeWords(at: number): string {
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(at)
}
