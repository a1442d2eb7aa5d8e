import { useCallback, useMemo } from 'react'
import type { Group } from '../../../shared/domain/group.ts'
import type { LiveOrder } from '../../../shared/domain/order.ts'
import { call } from '../../state/bridge.ts'
import { useSnapshot } from '../../state/snapshotStore.ts'
import { useRead } from '../../state/useRead.ts'

/**
 * What the vendor's list says of a group's orders, by order id, however long the list is; read again when main has a
 * newer list, or the group other orders. Null: not there yet, or the list was never read.
 */
export function useGroupOrders({ id, accountId, updatedAt }: Group): ReadonlyMap<string, LiveOrder> | null {
  const readAt = useSnapshot(
    (snapshot) => snapshot.orders.find((one) => one.accountId === accountId)?.readAt ?? null,
  )
  const read = useCallback(() => call('group.orders', { groupId: id }), [id])
  const { value } = useRead(read, `${updatedAt} ${String(readAt)}`)
  return useMemo(
    () =>
      value === null || value.readAt === null
        ? null
        : new Map(value.orders.map((order) => [order.orderId, order])),
    [value],
  )
}
