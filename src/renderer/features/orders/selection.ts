import type { GroupDraft } from '../../../shared/domain/group.ts'
import type { LiveOrder } from '../../../shared/domain/order.ts'
import { maxOrdersInGroup } from '../../../shared/domain/rules/orderIds.ts'
import { type ProxyType, proxyTypeLabel } from '../../../shared/domain/rules/proxyTypes.ts'
import { pageWords } from '../../words/pageWords.ts'
import { firstPeriod } from '../groups/draft.ts'

/** What picking has to know of an order. */
export type Pickable = Pick<LiveOrder, 'orderId' | 'proxyType'>

/** The orders that are ticked, in the order of ticking: all of one type, because a group has one. */
export interface Selection {
  /** The type of the first one; null: nothing is ticked. */
  readonly proxyType: ProxyType | null
  readonly orderIds: ReadonlySet<string>
}

/** Nothing is ticked. */
export const nothingPicked: Selection = { proxyType: null, orderIds: new Set() }

/** Whether an order may be ticked: it has a type that Leasebar knows, and it is the type of those that are. */
export function canPick({ proxyType }: Pick<Selection, 'proxyType'>, order: Pickable): boolean {
  return order.proxyType !== null && (proxyType === null || order.proxyType === proxyType)
}

/** Ticks an order, or takes it out. Without the last one any type may be ticked again. */
export function toggled(selection: Selection, order: Pickable, on: boolean): Selection {
  return on ? withAll(selection, [order]) : without(selection, [order])
}

/** Ticks all that may be; with nothing ticked before, the first one that may be gives the type. */
export function withAll(selection: Selection, orders: readonly Pickable[]): Selection {
  const proxyType = selection.proxyType ?? orders.find((order) => order.proxyType !== null)?.proxyType ?? null
  const added = orders.filter((order) => canPick({ proxyType }, order))
  if (added.length === 0) return selection
  return { proxyType, orderIds: new Set([...selection.orderIds, ...added.map(({ orderId }) => orderId)]) }
}

/** Takes orders out. */
export function without(selection: Selection, orders: readonly Pickable[]): Selection {
  const orderIds = new Set(selection.orderIds)
  for (const { orderId } of orders) orderIds.delete(orderId)
  return orderIds.size === 0 ? nothingPicked : { ...selection, orderIds }
}

/** How the box `Select all shown` stands: over those that may be ticked. */
export function shownState(selection: Selection, orders: readonly Pickable[]): 'all' | 'some' | 'none' {
  const may = orders.filter((order) => canPick(selection, order))
  const ticked = may.filter(({ orderId }) => selection.orderIds.has(orderId)).length
  if (ticked === 0) return 'none'
  return ticked === may.length ? 'all' : 'some'
}

/** Why some of the orders that are shown cannot be ticked; null: all can. */
export function typeWords(selection: Selection, orders: readonly Pickable[]): string | null {
  const { proxyType } = selection
  const unknown = orders.filter((order) => order.proxyType === null).length
  const others = orders.filter((order) => order.proxyType !== null && !canPick(selection, order)).length
  const words = pageWords().orders
  const why = [
    ...(proxyType !== null && others > 0 ? [words.otherTypes(proxyTypeLabel[proxyType], others)] : []),
    ...(unknown > 0 ? [words.unknownTypes(unknown)] : []),
  ]
  return why.length === 0 ? null : why.join(' ')
}

/** `3 orders selected, 1 of them not shown`: what is ticked, and how much of it the filters or the page leave out. */
export function selectedWords(selection: Selection, orders: readonly Pickable[]): string {
  const all = selection.orderIds.size
  const shown = orders.filter(({ orderId }) => selection.orderIds.has(orderId)).length
  return pageWords().orders.selected(all, all - shown)
}

/** Why no group can be made of the selection; null: one can. */
export function obstacle({ orderIds }: Selection): string | null {
  const words = pageWords().orders
  if (orderIds.size === 0) return words.tick
  if (orderIds.size <= maxOrdersInGroup) return null
  return words.tooMany(maxOrdersInGroup, orderIds.size - maxOrdersInGroup)
}

/** What the group editor starts with; null: no group can be made of the selection. */
export function groupPrefill(selection: Selection): Partial<GroupDraft> | null {
  const { proxyType, orderIds } = selection
  if (proxyType === null || obstacle(selection) !== null) return null
  return { proxyType, orderIds: [...orderIds].join('\n'), rentPeriodDays: firstPeriod(proxyType) }
}
