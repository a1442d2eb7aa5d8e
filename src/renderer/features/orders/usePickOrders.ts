import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from '../../state/bridge.ts'
import { noPages, withPage } from './pages.ts'
import { type PickFilter, pageSize, pickRequest } from './pickQuery.ts'

/**
 * Reads the account's orders page by page; again from the start when the filter or `stamp` changes. A changed stamp
 * means the same orders anew: as many as were there are read, up to main's most, so that the place in the list stays.
 */
export function usePickOrders(accountId: string, filter: PickFilter, stamp: string) {
  const [pages, setPages] = useState(noPages)
  /** The newest reading: an answer to an older one comes too late and is dropped. */
  const newest = useRef(0)
  const shown = useRef({ filter, rows: 0 })

  const read = useCallback(
    async (offset: number, limit: number) => {
      newest.current += 1
      const own = newest.current
      setPages((old) => ({ ...old, reading: true }))
      const answer = await call('orders.page', pickRequest(accountId, filter, { offset, limit }))
      if (own !== newest.current) return
      setPages((old) =>
        answer.ok
          ? withPage(old, offset, answer.value)
          : { ...old, problem: answer.error.message, reading: false },
      )
    },
    [accountId, filter],
  )

  useEffect(() => {
    const same = shown.current.filter === filter && stamp !== ''
    void read(0, same ? Math.max(pageSize, shown.current.rows) : pageSize)
    return () => {
      newest.current += 1
    }
  }, [read, filter, stamp])

  const rows = pages.rows?.length ?? 0
  useEffect(() => {
    shown.current = { filter, rows }
  }, [filter, rows])

  return {
    ...pages,
    more: () => void read(rows, pageSize),
    again: () => void read(0, pageSize),
  }
}
