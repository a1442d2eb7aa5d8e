import type { ParsedRequestOf, ReplyOf } from '../../shared/contract/types.ts'
import type { Renewal } from '../../shared/domain/renewal.ts'
import { exportHistory, type HistoryExportParts } from '../history/historyExport.ts'
import type { JournalStore } from '../store/journalStore.ts'

/** Renewals that an export reads between two turns of everything else. */
const exportedAtOnce = 100

type Query = ParsedRequestOf<'history.page'>

/** What the history is read from. */
export interface HistoryParts {
  readonly journal: Pick<JournalStore, 'page' | 'get' | 'unsettled' | 'each' | 'spentBy'>
  readonly save: HistoryExportParts<unknown>['save']
  readonly ownTurn: () => Promise<void>
  readonly now: () => number
  readonly accountExists: (accountId: string) => boolean
  /** A journal's row with the result that only memory has. */
  readonly overlay: (renewal: Renewal) => Renewal
}

/**
 * The history as windows read it. Unsettled renewals of accounts that were removed stand on top of every account's:
 * the guard still asks for their orders, and nowhere else could a person settle them.
 */
export function createHistory({ journal, accountExists, overlay, save, ownTurn, now }: HistoryParts) {
  function orphans({ groupId, outcome, search }: Query): readonly Renewal[] {
    if (groupId !== null || search !== '' || (outcome !== null && outcome !== 'unknown')) return []
    return journal.unsettled(null).filter(({ intent }) => !accountExists(intent.accountId))
  }

  function* each(filter: ParsedRequestOf<'history.export'>): Generator<(Renewal | null)[]> {
    for (const rows of journal.each(filter, exportedAtOnce)) yield rows.map((row) => row && overlay(row))
  }

  return {
    page(query: Query): ReplyOf<'history.page'> {
      const first = orphans(query)
      const ahead = first.slice(query.offset, query.offset + query.limit)
      const offset = Math.max(0, query.offset - first.length)
      const { rows, total } = journal.page({ ...query, offset })
      const all = [...ahead, ...rows].slice(0, query.limit)
      return {
        rows: all.map(overlay),
        total: total + first.length,
        spent: query.offset === 0 ? [...journal.spentBy(query)] : null,
      }
    },
    export: (filter: ParsedRequestOf<'history.export'>) =>
      exportHistory({ each, save, ownTurn, now }, filter),
    get(renewalId: string): Renewal | null {
      const renewal = journal.get(renewalId)
      return renewal ? overlay(renewal) : null
    },
  }
}
