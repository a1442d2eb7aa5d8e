import { useEffect, useState } from 'react'
import { maxOrdersInGroup } from '../../../shared/domain/rules/orderIds.ts'
import { call } from '../../state/bridge.ts'
import { useSnapshot } from '../../state/snapshotStore.ts'
import type { OrderRow } from './offers.ts'

const pageSize = 500

async function readAll(accountId: string): Promise<OrderRow[] | null> {
  const rows: OrderRow[] = []
  for (let offset = 0; offset < maxOrdersInGroup; offset += pageSize) {
    const answer = await call('orders.page', {
      accountId,
      proxyType: null,
      country: null,
      endsWithinDays: null,
      ungrouped: false,
      search: '',
      offset,
      limit: pageSize,
    })
    if (!answer.ok) return null
    rows.push(...answer.value.rows)
    if (rows.length >= answer.value.total || answer.value.rows.length === 0) break
  }
  return rows
}

/**
 * The account's live orders as main holds them, read again when main has a newer list.
 * Null: not there yet, or the vendor's list was never read.
 */
export function useOrders(accountId: string): readonly OrderRow[] | null {
  const readAt = useSnapshot(
    (snapshot) => snapshot.orders.find((one) => one.accountId === accountId)?.readAt ?? null,
  )
  const [rows, setRows] = useState<readonly OrderRow[] | null>(null)
  useEffect(() => {
    let current = true
    if (readAt === null) setRows(null)
    else
      void readAll(accountId).then((read) => {
        if (current) setRows(read)
      })
    return () => {
      current = false
    }
  }, [accountId, readAt])
  return rows
}
