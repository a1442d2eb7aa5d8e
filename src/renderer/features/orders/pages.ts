import type { ReplyOf } from '../../../shared/contract/types.ts'
import type { OrderRow } from '../groups/offers.ts'

/** The orders to pick from, as far as they were read. */
export interface OrderPages {
  /** Null until the first page came. */
  readonly rows: readonly OrderRow[] | null
  /** How many orders the filter leaves. */
  readonly total: number
  /** Every country of the account's orders. */
  readonly countries: readonly string[]
  /** Why the last page could not be read; null when it could. */
  readonly problem: string | null
  readonly reading: boolean
}

/** Nothing was read yet. */
export const noPages: OrderPages = { rows: null, total: 0, countries: [], problem: null, reading: true }

/** The pages with one more, which begins at `offset`. An order that moved between two reads is not shown twice. */
export function withPage(old: OrderPages, offset: number, page: ReplyOf<'orders.page'>): OrderPages {
  const before = offset === 0 ? [] : (old.rows ?? [])
  const known = new Set(before.map(({ order }) => order.orderId))
  const rows = [...before, ...page.rows.filter(({ order }) => !known.has(order.orderId))]
  return { rows, total: page.total, countries: page.countries, problem: null, reading: false }
}
