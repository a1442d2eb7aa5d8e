import type { ReplyOf } from '../../../shared/contract/types.ts'
import { type ProxyType, proxyTypeLabel, proxyTypes } from '../../../shared/domain/rules/proxyTypes.ts'

/** A live order with the names of the groups that hold it. */
export type OrderRow = ReplyOf<'orders.page'>['rows'][number]

/** A group that Leasebar offers to make of the live orders. */
export interface Offer {
  readonly proxyType: ProxyType
  readonly name: string
  readonly orderIds: readonly string[]
  readonly addresses: number
  /** Soonest end, ms since the epoch; null when none could be read. */
  readonly endsAt: number | null
}

/** One offer for each proxy type that has orders, without those already in a group. */
export function offersOf(rows: readonly OrderRow[]): Offer[] {
  return proxyTypes.flatMap((proxyType) => {
    const free = rows
      .filter((row) => row.groupNames.length === 0 && row.order.proxyType === proxyType)
      .map((row) => row.order)
    if (free.length === 0) return []
    const ends = free.flatMap((order) => (order.endsAt === null ? [] : [order.endsAt]))
    return [
      {
        proxyType,
        name: `${proxyTypeLabel[proxyType]} proxies`,
        orderIds: free.map((order) => order.orderId),
        addresses: free.reduce((sum, order) => sum + order.addresses, 0),
        endsAt: ends.length > 0 ? Math.min(...ends) : null,
      },
    ]
  })
}
