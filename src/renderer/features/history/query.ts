import type { RequestOf } from '../../../shared/contract/types.ts'
import { day } from '../../../shared/domain/rules/ends.ts'
import type { Outcome } from '../../../shared/domain/rules/outcomes.ts'

/** What the history is narrowed to. */
export interface HistoryFilter {
  readonly outcome: Outcome | null
  readonly groupId: string | null
  /** Begun within so many days; null: whenever. */
  readonly withinDays: (typeof lastDays)[number] | null
  readonly search: string
}

/** How far back the history can be narrowed to, in days. */
export const lastDays = [1, 7, 30, 90, 365] as const

/** Nothing left out. */
export const everything: HistoryFilter = { outcome: null, groupId: null, withinDays: null, search: '' }

/** Rows a page holds; `Show more` adds one. */
export const pageSize = 50

/** The request for a page of the history. `now`: ms since the epoch. */
export function pageRequest(
  accountId: string,
  filter: HistoryFilter,
  offset: number,
  now: number,
): RequestOf<'history.page'> {
  return { ...exportRequest(accountId, filter, now), offset, limit: pageSize }
}

/** The request for an export of all that the filter finds. `now`: ms since the epoch. */
export function exportRequest(
  accountId: string,
  { outcome, groupId, withinDays, search }: HistoryFilter,
  now: number,
): RequestOf<'history.export'> {
  const since = withinDays === null ? {} : { since: now - withinDays * day }
  return { accountId, outcome, groupId, search: search.trim().slice(0, 200), ...since }
}

/** True when something is left out. */
export function isNarrowed(filter: HistoryFilter): boolean {
  const { outcome, groupId, withinDays, search } = filter
  return outcome !== null || groupId !== null || withinDays !== null || search.trim() !== ''
}
