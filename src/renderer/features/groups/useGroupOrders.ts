import { useEffect, useState } from 'react'
import type { Group } from '../../../shared/domain/group.ts'
import type { LiveOrder } from '../../../shared/domain/order.ts'
import { call } from '../../state/bridge.ts'
import { useSnapshot } from '../../state/snapshotStore.ts'

/**
 * What the vendor's list says of a group's orders, by order id, however long the list is; read again when main has a
 * newer list, or the group other orders. Null: not there yet, or the list was never read.
 */
export function useGroupOrders({ id, accountId, updatedAt }: Group): ReadonlyMap<string, LiveOrder> | null {
  const readAt = useSnapshot(
    (snapshot) => snapshot.orders.find((one) => one.accountId === accountId)?.readAt ?? null,
  )
  const [orders, setOrders] = useState<ReadonlyMap<string, LiveOrder> | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a newer list, or a changed group, is a reason to ask again
  useEffect(() => {
    let current = true
    void call('group.orders', { groupId: id }).then((answer) => {
      if (!current || !answer.ok) return
      const listed = new Map(answer.value.orders.map((order) => [order.orderId, order]))
      setOrders(answer.value.readAt === null ? null : listed)
    })
    return () => {
      current = false
    }
  }, [id, updatedAt, readAt])
  return orders
}
