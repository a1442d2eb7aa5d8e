import type { LiveOrder } from '../../shared/domain/order.ts'
import type { ProxyType } from '../../shared/domain/proxyType.ts'
import { day } from '../../shared/domain/rules/ends.ts'

/** What an account's orders are narrowed to. */
export interface OrderFilter {
  readonly proxyType: ProxyType | null
  /** A country as the vendor lists it; null: all. */
  readonly country: string | null
  /** Only what ends within so many days, or has ended; null: all. An end that cannot be read is within none. */
  readonly endsWithinDays: number | null
  /** Only orders that are in no group. */
  readonly ungrouped: boolean
  /** Any part of an order's id, type, countries and sample addresses; empty: all. */
  readonly search: string
}

/** What a filter has to know besides the orders. */
export interface FilterContext {
  /** Ids of the orders that a group of the account holds. */
  readonly held: { readonly has: (orderId: string) => boolean }
  /** Ms since the epoch. */
  readonly now: number
}

/** A vendor's list as pages are cut from it: sorted, with each order's words once they were asked for. */
export interface PreparedOrders {
  readonly rows: readonly LiveOrder[]
  /** What each row is searched by, in small letters; made at the first search. */
  readonly words: () => readonly string[]
  /** Every country of the list, sorted. */
  readonly countries: readonly string[]
}

/** The most countries that are told: the world has fewer. */
export const mostCountries = 300

/**
 * Sorts a list, soonest to end first and unreadable ends last. Worth keeping as long as the list: with 20,000 orders
 * this is what would make every page slow.
 */
export function prepareOrders(orders: readonly LiveOrder[]): PreparedOrders {
  const rows = [...orders].sort((a, b) => (a.endsAt ?? Number.MAX_VALUE) - (b.endsAt ?? Number.MAX_VALUE))
  const countries = new Set(orders.flatMap((order) => order.countries))
  let words: readonly string[] | null = null
  return {
    rows,
    words: () => {
      words ??= rows.map(wordsOf)
      return words
    },
    countries: [...countries].sort(byLetters.compare).slice(0, mostCountries),
  }
}

/** The orders that a filter leaves, in the order of the list. One pass, whatever the number of groups. */
export function filterOrders(
  { rows, words }: PreparedOrders,
  filter: OrderFilter,
  { held, now }: FilterContext,
): LiveOrder[] {
  const { proxyType, country, endsWithinDays, ungrouped } = filter
  const wanted = filter.search.trim().toLowerCase()
  const until = endsWithinDays === null ? null : now + endsWithinDays * day
  const texts = wanted === '' ? null : words()
  return rows.filter(
    (order, at) =>
      (proxyType === null || order.proxyType === proxyType) &&
      (country === null || order.countries.includes(country)) &&
      (until === null || (order.endsAt !== null && order.endsAt <= until)) &&
      !(ungrouped && held.has(order.orderId)) &&
      (texts === null || (texts[at] ?? '').includes(wanted)),
  )
}

/** How many of a list's orders no group holds. */
export function countUngrouped(orders: readonly LiveOrder[], held: FilterContext['held']): number {
  return orders.reduce((sum, { orderId }) => sum + (held.has(orderId) ? 0 : 1), 0)
}

const byLetters = new Intl.Collator('en')

function wordsOf(order: LiveOrder): string {
  return [order.orderId, order.proxyType ?? '', ...order.countries, ...order.sample].join(' ').toLowerCase()
}
