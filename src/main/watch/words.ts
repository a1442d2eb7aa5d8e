import type { Renewal } from '../../shared/domain/renewal.ts'

/** `1 day`, `30 days`. */
export function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`
}

/** The soonest end of the renewed orders as read afterwards, ms since the epoch; null while one of them is not read. */
export function newEnd({ endsAfter }: Renewal): number | null {
  const ends = endsAfter.map(({ endsAt }) => endsAt).filter((end) => end !== null)
  return ends.length > 0 && ends.length === endsAfter.length ? Math.min(...ends) : null
}
