import { words } from '../../words/words.ts'

/** One hour in ms. */
export const hour = 3_600_000
/** One day in ms. */
export const day = 24 * hour

/** How far away an end is: below 48 hours in whole hours, from there in whole days (DESIGN.md, Groups). */
export type EndsIn =
  | { readonly kind: 'hours'; readonly hours: number }
  | { readonly kind: 'days'; readonly days: number }
  | { readonly kind: 'ended' }

/** How far `endsAt` is from `now`, both in ms since the epoch. Whole units are rounded down: never promise more time than is left. */
export function endsIn(endsAt: number, now: number): EndsIn {
  const left = endsAt - now
  if (left <= 0) return { kind: 'ended' }
  if (left < 48 * hour) return { kind: 'hours', hours: Math.floor(left / hour) }
  return { kind: 'days', days: Math.floor(left / day) }
}

/** `ends in 20 h`, `ends in 6 days`, `ended`. */
export function endsInWords(endsAt: number, now: number): string {
  const left = endsIn(endsAt, now)
  const { time } = words()
  if (left.kind === 'ended') return time.ended
  if (left.kind === 'hours') return left.hours === 0 ? time.endsWithinTheHour : time.endsInHours(left.hours)
  return time.endsInDays(left.days)
}
