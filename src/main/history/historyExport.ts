import type { ContractError } from '../../shared/contract/errors.ts'
import type { Renewal } from '../../shared/domain/renewal.ts'
import { err, ok, type Result } from '../../shared/domain/result.ts'
import { words } from '../../shared/words/words.ts'
import { historyHead, historyLines } from './historyCsv.ts'

/** What exporting the history needs of the rest. */
export interface HistoryExportParts<Q> {
  /** Every renewal that a query finds, as of now, in the history's order; in parts. Null: it cannot be read. */
  readonly each: (query: Q) => Iterable<readonly (Renewal | null)[]>
  /** Asks where to, and writes all parts there or nothing; gives the path, or null where the person changed their mind. */
  readonly save: (
    suggested: string,
    parts: () => AsyncIterable<string>,
  ) => Promise<Result<string | null, { readonly message: string }>>
  /** Resolves in a turn of the event loop of its own. */
  readonly ownTurn: () => Promise<void>
  readonly now: () => number
}

/** What came of an export: how many renewals are in the file, and how many could not be read. */
export interface Exported {
  readonly path: string
  readonly count: number
  readonly unreadable: number
}

/** Writes the renewals that a query finds to a CSV file that the person names; null where they changed their mind. */
export async function exportHistory<Q>(
  parts: HistoryExportParts<Q>,
  query: Q,
): Promise<Result<Exported | null, ContractError>> {
  let count = 0
  let unreadable = 0
  async function* lines(): AsyncGenerator<string> {
    yield historyHead()
    for (const renewals of parts.each(query)) {
      const read = renewals.filter((renewal) => renewal !== null)
      count += read.length
      unreadable += renewals.length - read.length
      yield historyLines(read)
      // Between two parts a click on Renew gets its turn.
      await parts.ownTurn()
    }
  }
  const day = new Date(parts.now()).toISOString().slice(0, 10)
  const saved = await parts.save(`${words().groupFiles.historyName(day)}.csv`, lines)
  if (!saved.ok) return err({ kind: 'disk', message: saved.error.message })
  return ok(saved.value === null ? null : { path: saved.value, count, unreadable })
}
