import type { ReplyOf } from '../../../shared/contract/types.ts'
import { byEarliestEnd, isDue } from '../../../shared/domain/rules/due.ts'
import { type ProxyType, proxyTypeLabel, proxyTypes } from '../../../shared/domain/rules/proxyTypes.ts'
import { pageWords } from '../../words/pageWords.ts'

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

/** When an order counts as due: the settings' days before its end, and now, ms since the epoch. */
export interface OfferTime {
  readonly dueDays: number
  readonly now: number
}

type Order = OrderRow['order']

/**
 * Offers of the orders that are in no group, by proxy type: those that are due by themselves, for whoever renews them
 * does not want to pay for what ends in weeks; then the others. What ends first comes first.
 */
export function offersOf(rows: readonly OrderRow[], { dueDays, now }: OfferTime): Offer[] {
  const { groups } = pageWords()
  const free = rows.filter((row) => row.groupNames.length === 0).map((row) => row.order)
  return proxyTypes
    .flatMap((proxyType) => {
      const own = free.filter((order) => order.proxyType === proxyType)
      const due = own.filter((order) => isDue(order.endsAt, dueDays, now))
      const later = own.filter((order) => !due.includes(order))
      const label = proxyTypeLabel[proxyType]
      const first = offerOf(proxyType, groups.offer(label), due.length > 0 ? due : later)
      const second = due.length > 0 ? offerOf(proxyType, groups.offerLater(label), later) : null
      return [first, second].filter((offer) => offer !== null)
    })
    .sort(byEarliestEnd)
}

function offerOf(proxyType: ProxyType, name: string, orders: readonly Order[]): Offer | null {
  if (orders.length === 0) return null
  const ends = orders.flatMap((order) => (order.endsAt === null ? [] : [order.endsAt]))
  return {
    proxyType,
    name,
    orderIds: orders.map((order) => order.orderId),
    addresses: orders.reduce((sum, order) => sum + order.addresses, 0),
    endsAt: ends.length > 0 ? Math.min(...ends) : null,
  }
}
