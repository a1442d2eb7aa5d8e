/** What a switch of the vendor's auto-extend can come to; see `autoSwitchEndSchema`. */
export const switchEnds = ['switched', 'refused', 'not sent', 'unknown'] as const
/** What a switch of the vendor's auto-extend came to. */
export type SwitchEnd = (typeof switchEnds)[number]

/**
 * How the vendor's auto-extend stands for a group: on for all its orders, for some, for none; `unknown` where its list
 * was not read, or says it of none of them.
 */
export const autoExtendStates = ['all', 'some', 'none', 'unknown'] as const
/** How the vendor's auto-extend stands for a group. */
export type AutoExtendState = (typeof autoExtendStates)[number]

/** How the vendor's auto-extend stands for a group, with its figures; each counts orders of the group. */
export interface AutoExtendStanding {
  readonly state: AutoExtendState
  readonly orders: number
  readonly on: number
  /** Listed, without a word whether it is on. */
  readonly unsaid: number
  /** In the group, and not in the vendor's list: nothing is known of them. Zero until the list was read. */
  readonly notListed: number
}

/**
 * How the vendor's auto-extend stands for a group. Only what the vendor's list says counts: an order that it does not
 * list, or of which it says nothing, keeps `all` from being said; and `none` is said only where at least one order is
 * known to be off and nothing is left open. `orders`: the list by order id; null: never read.
 */
export function autoExtendOf(
  orderIds: readonly string[],
  orders: ReadonlyMap<string, { readonly autoExtend: boolean | null }> | null,
): AutoExtendStanding {
  const none = { orders: orderIds.length, on: 0, unsaid: 0, notListed: 0 }
  if (orders === null) return { state: 'unknown', ...none }
  const listed = orderIds.flatMap((id) => orders.get(id) ?? [])
  const on = listed.filter((order) => order.autoExtend === true).length
  const unsaid = listed.filter((order) => order.autoExtend === null).length
  const counts = { orders: orderIds.length, on, unsaid, notListed: orderIds.length - listed.length }
  return { state: stateOf(counts, listed.length), ...counts }
}

function stateOf({ orders, on, unsaid }: Omit<AutoExtendStanding, 'state'>, listed: number): AutoExtendState {
  if (on > 0) return on === orders ? 'all' : 'some'
  return listed === 0 || unsaid > 0 ? 'unknown' : 'none'
}
