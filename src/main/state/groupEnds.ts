import type { Group } from '../../shared/domain/group.ts'
import type { LiveOrder } from '../../shared/domain/order.ts'

/** A vendor's list by order id. */
export type OrdersById = ReadonlyMap<string, LiveOrder>

/** Made once for each list, as long as somebody holds the list: whoever looks at groups asks for it again and again. */
const made = new WeakMap<readonly LiveOrder[], OrdersById>()

/** The orders of a list by their ids. */
export function ordersById(orders: readonly LiveOrder[]): OrdersById {
  const before = made.get(orders)
  if (before) return before
  const byId = new Map(orders.map((order) => [order.orderId, order]))
  made.set(orders, byId)
  return byId
}

/**
 * When a group ends: the soonest end of its orders, ms since the epoch; null: no end of them is known. The one rule of
 * it, for rows, forecast, tray, notifications and `Renew all due` alike.
 */
export function soonestEnd(group: Pick<Group, 'orderIds'>, orders: OrdersById): number | null {
  let soonest: number | null = null
  for (const id of group.orderIds) {
    const endsAt = orders.get(id)?.endsAt ?? null
    if (endsAt !== null && (soonest === null || endsAt < soonest)) soonest = endsAt
  }
  return soonest
}
