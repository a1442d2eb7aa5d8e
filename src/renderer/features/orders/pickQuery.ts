import type { RequestOf } from '../../../shared/contract/types.ts'
import type { ProxyType } from '../../../shared/domain/rules/proxyTypes.ts'

/** What the orders to pick from are narrowed to. */
export interface PickFilter {
  readonly proxyType: ProxyType | null
  /** As the vendor lists it. */
  readonly country: string | null
  readonly endsWithinDays: number | null
  readonly ungrouped: boolean
  readonly search: string
}

/** Nothing left out. */
export const allOrders: PickFilter = {
  proxyType: null,
  country: null,
  endsWithinDays: null,
  ungrouped: false,
  search: '',
}

/** What `Ends within` offers, in days. */
export const endChoices = [3, 7, 14, 30] as const

/** Orders that a page holds; `Show more` adds one. */
export const pageSize = 200

/** The most orders that main gives at once. */
export const mostRows = 500

/** The request for the orders from `offset` on, at most `limit` of them. */
export function pickRequest(
  accountId: string,
  filter: PickFilter,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): RequestOf<'orders.page'> {
  const search = filter.search.trim().slice(0, 200)
  return { accountId, ...filter, search, offset, limit: Math.min(limit, mostRows) }
}

/** True when something is left out. */
export function isNarrowed(filter: PickFilter): boolean {
  return (
    filter.proxyType !== null ||
    filter.country !== null ||
    filter.endsWithinDays !== null ||
    filter.ungrouped ||
    filter.search.trim() !== ''
  )
}
