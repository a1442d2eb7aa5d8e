import type { RequestOf } from '../../../shared/contract/types.ts'
import type { Outcome } from '../../../shared/domain/rules/outcomes.ts'

/** What the history is narrowed to. */
export interface HistoryFilter {
  readonly outcome: Outcome | null
  readonly groupId: string | null
  readonly search: string
}

/** Nothing left out. */
export const everything: HistoryFilter = { outcome: null, groupId: null, search: '' }

/** Rows a page holds; `Show more` adds one. */
export const pageSize = 50

/** The request for a page of the history. */
export function pageRequest(
  accountId: string,
  filter: HistoryFilter,
  offset: number,
): RequestOf<'history.page'> {
  return { accountId, ...filter, search: filter.search.trim().slice(0, 200), offset, limit: pageSize }
}

/** The request for an export of all that the filter finds. */
export function exportRequest(accountId: string, filter: HistoryFilter): RequestOf<'history.export'> {
  return { accountId, ...filter, search: filter.search.trim().slice(0, 200) }
}

/** True when something is left out. */
export function isNarrowed(filter: HistoryFilter): boolean {
  return filter.outcome !== null || filter.groupId !== null || filter.search.trim() !== ''
}
