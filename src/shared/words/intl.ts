import { locale } from './language.ts'

/** How a date is written; without a time zone, this machine's. */
export interface DateOptions {
  readonly timeZone?: string
}

const day = { day: 'numeric', month: 'short', year: 'numeric' } as const
const minute = { hour: '2-digit', minute: '2-digit' } as const

/** A date as `12 Jan 2027`. `at`: ms since the epoch. */
export function formatDate(at: number, options: DateOptions = {}): string {
  return formatter({ ...day, ...options }).format(at)
}

/** A date with its time as `12 Jan 2027, 14:05`. `at`: ms since the epoch. */
export function formatDateTime(at: number, options: DateOptions = {}): string {
  return formatter({ ...day, ...minute, ...options }).format(at)
}

/** A time of day as `14:05`, with its seconds where they matter. `at`: ms since the epoch. */
export function formatTime(at: number, precision: 'minute' | 'second' = 'minute'): string {
  return formatter(precision === 'minute' ? minute : { ...minute, second: '2-digit' }).format(at)
}

/** A date in any other shape, by Intl's own options. */
export function formatDateAs(at: number, options: Intl.DateTimeFormatOptions): string {
  return formatter(options).format(at)
}

/** A number as `1,200`. */
export function formatNumber(n: number): string {
  return n.toLocaleString(locale().numbers)
}

/** Names as `a, b and c`. */
export function formatList(names: readonly string[]): string {
  return new Intl.ListFormat(locale().dates, { type: 'conjunction' }).format(names)
}

const formatters = new Map<string, Intl.DateTimeFormat>()

/** Making one is slow, and rows of a long list need the same one again and again. */
function formatter(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = JSON.stringify([locale().dates, options])
  const known = formatters.get(name)
  if (known) return known
  const made = new Intl.DateTimeFormat(locale().dates, options)
  formatters.set(name, made)
  return made
}
