import type { GroupView } from '../../shared/contract/snapshot.ts'
import type { AutoExtendView } from '../../shared/domain/autoExtend.ts'
import type { Group } from '../../shared/domain/group.ts'
import type { Money } from '../../shared/domain/money.ts'
import type { OrderSearch } from '../../shared/domain/orderSearch.ts'
import type { Renewal } from '../../shared/domain/renewal.ts'
import { costOf } from '../../shared/domain/rules/cost.ts'
import { currentOutcome } from '../../shared/domain/rules/outcomes.ts'
import { incorrectOrders } from '../../shared/domain/rules/vendorAdvice.ts'
import { words } from '../../shared/words/words.ts'
import { type OrdersById, soonestEnd } from './groupEnds.ts'

/** What a group's row is made of, besides the group. */
export interface GroupContext {
  /** The account's orders as last read; null until the first read. */
  readonly orders: OrdersById | null
  /** Names of the groups of this account that hold an order. */
  readonly groupsByOrder: NamesByOrder
  readonly phase: GroupView['phase']
  readonly last: Renewal | null
  readonly lastPrice: Money | null
  /** The search for bad orders in the group as it is now. */
  readonly search: OrderSearch | null
  readonly autoExtend: AutoExtendView
}

/** A group as its row shows it: a pure function of what is known. */
export function groupView(group: Group, context: GroupContext): GroupView {
  const { orders } = context
  const own = group.orderIds.flatMap((id) => orders?.get(id) ?? [])
  return {
    group,
    addresses:
      orders === null || own.length === 0 ? null : own.reduce((sum, order) => sum + order.addresses, 0),
    endsAt: orders === null ? null : soonestEnd(group, orders),
    notListed: orders === null ? [] : group.orderIds.filter((id) => !orders.has(id)),
    otherType: own
      .filter((order) => order.proxyType !== null && order.proxyType !== group.proxyType)
      .map((order) => order.orderId),
    inOtherGroups: group.orderIds.flatMap((orderId) => {
      const other = context.groupsByOrder.get(orderId)?.find((name) => name !== group.name)
      return other === undefined ? [] : [{ orderId, groupName: other }]
    }),
    phase: context.phase,
    last: context.last ? lastOf(context.last, group) : null,
    lastPrice: context.lastPrice,
    search: context.search,
    autoExtend: context.autoExtend,
  }
}

function lastOf(renewal: Renewal, group: Group): GroupView['last'] {
  const { intent, result } = renewal
  return {
    renewalId: intent.id,
    outcome: currentOutcome(renewal),
    at: result?.endedAt ?? intent.startedAt,
    detail: [result?.detail ?? words().watch.noAnswerYet, ...(result?.remarks ?? [])]
      .join(' ')
      .slice(0, 1000),
    price: costOf(renewal) ?? intent.quote?.price ?? null,
    balanceAfter: result?.balanceAfter ?? null,
    badOrders: hasBadOrders(renewal, group),
  }
}

/** True when the vendor refused a renewal for its order ids (error 29) and the group still holds all of them. */
function hasBadOrders(renewal: Renewal, group: Group): boolean {
  const { request } = renewal.intent
  const own = new Set(group.orderIds)
  return (
    currentOutcome(renewal) === 'refused' &&
    renewal.result?.vendorError?.code === incorrectOrders &&
    request.proxyType === group.proxyType &&
    request.orderIds.every((id) => own.has(id))
  )
}

/** Names of the groups that hold an order, by order id. */
export type NamesByOrder = ReadonlyMap<string, readonly string[]>

/** Of which groups they were made, and what was: whoever asks again about the same groups is given it again. */
let made: { readonly groups: readonly Group[]; readonly names: ReadonlyMap<string, NamesByOrder> } | null =
  null

/** Names of the groups that hold an order, by account and order id; in one pass over the groups of all accounts. */
export function groupsByOrder(groups: readonly Group[]): ReadonlyMap<string, NamesByOrder> {
  if (made && made.groups.length === groups.length && groups.every((group, at) => group === made?.groups[at]))
    return made.names
  const names = new Map<string, Map<string, string[]>>()
  for (const { accountId, orderIds, name } of groups) {
    const own = names.get(accountId) ?? new Map<string, string[]>()
    names.set(accountId, own)
    for (const id of orderIds) {
      const known = own.get(id)
      if (known) known.push(name)
      else own.set(id, [name])
    }
  }
  made = { groups: [...groups], names }
  return names
}
