import { day } from './ends.ts'

/** The most days before its end that a group can be due. */
export const maxDueDays = 90

/** What says of a group when it is due. */
interface OwnDueDays {
  /** Null: as the settings say. */
  readonly dueDays: number | null
}

/** A group's place among those that end: the soonest end of its orders, ms since the epoch; null: not known. */
export interface Ending {
  readonly endsAt: number | null
  readonly name: string
}

/** How many days before its end a group is due: its own number, else the settings'. */
export function dueDaysOf(group: OwnDueDays, settings: { readonly dueDays: number }): number {
  return group.dueDays ?? settings.dueDays
}

/** From when on a group is due, ms since the epoch. `endsAt`: the soonest end of its orders, ms since the epoch. */
export function dueAt(endsAt: number, dueDays: number): number {
  return endsAt - dueDays * day
}

/**
 * Whether a group is due at `now`. One that has ended stays due: it is the one that needs renewing most. One whose end
 * is not known (null) is not due: nothing is paid on a guess. Times in ms since the epoch.
 */
export function isDue(endsAt: number | null, dueDays: number, now: number): boolean {
  return endsAt !== null && now >= dueAt(endsAt, dueDays)
}

/**
 * The order in which groups are shown as due, renewed and forecast: the earliest end first, then by name; those whose
 * end is not known last. For `sort`.
 */
export function byEarliestEnd(a: Ending, b: Ending): number {
  // Not the difference: of two unknown ends it would be NaN, which sorts nothing.
  if (a.endsAt !== b.endsAt) return (a.endsAt ?? Infinity) < (b.endsAt ?? Infinity) ? -1 : 1
  return a.name.localeCompare(b.name, 'en')
}
