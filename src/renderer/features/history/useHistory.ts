import { useCallback, useEffect, useState } from 'react'
import type { Renewal } from '../../../shared/domain/renewal.ts'
import type { Spend } from '../../../shared/domain/spending.ts'
import { call } from '../../state/bridge.ts'
import { type HistoryFilter, pageRequest } from './query.ts'

/** The history as far as it was read. */
export interface HistoryPages {
  /** Null until the first page came. */
  readonly rows: readonly Renewal[] | null
  readonly total: number
  /** What all of them cost together, and may have cost. */
  readonly spent: readonly Spend[]
  /** Why the last page could not be read; null when it could. */
  readonly problem: string | null
  readonly reading: boolean
}

const before: HistoryPages = { rows: null, total: 0, spent: [], problem: null, reading: true }

/** Reads the history page by page; again from the start when the filter or `stamp` changes. */
export function useHistory(accountId: string, filter: HistoryFilter, stamp: number) {
  const [pages, setPages] = useState<HistoryPages>(before)

  const read = useCallback(
    async (offset: number, isCurrent: () => boolean) => {
      const answer = await call('history.page', pageRequest(accountId, filter, offset, Date.now()))
      if (!isCurrent()) return
      setPages((old) =>
        answer.ok
          ? {
              rows: offset === 0 ? answer.value.rows : joined(old.rows ?? [], answer.value.rows),
              total: answer.value.total,
              spent: answer.value.spent ?? old.spent,
              problem: null,
              reading: false,
            }
          : { ...old, problem: answer.error.message, reading: false },
      )
    },
    [accountId, filter],
  )

  useEffect(() => {
    let current = true
    // A new stamp reads the same rows anew; what is shown stays until they are there.
    setPages((old) => ({ ...old, reading: stamp >= 0 }))
    void read(0, () => current)
    return () => {
      current = false
    }
  }, [read, stamp])

  const more = useCallback(() => {
    setPages((old) => ({ ...old, reading: true }))
    void read(pages.rows?.length ?? 0, () => true)
  }, [read, pages.rows?.length])

  return { ...pages, more }
}

/** Adds a page; a row that moved between two reads is not shown twice. */
function joined(old: readonly Renewal[], next: readonly Renewal[]): Renewal[] {
  const known = new Set(old.map((renewal) => renewal.intent.id))
  return [...old, ...next.filter((renewal) => !known.has(renewal.intent.id))]
}
