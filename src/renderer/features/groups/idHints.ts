import type { Group } from '../../../shared/domain/group.ts'
import type { ParsedOrderIds } from '../../../shared/domain/rules/orderIds.ts'
import { type ProxyType, proxyTypeLabel } from '../../../shared/domain/rules/proxyTypes.ts'
import { pageWords } from '../../words/pageWords.ts'
import type { OrderRow } from './offers.ts'

const shown = 3

function some(items: readonly string[]): string {
  const more = items.length - shown
  return pageWords().groupRows.ids.some(items.slice(0, shown), more)
}

/** What was read from the pasted text: `12 orders · 2 repeats dropped · 1 entry is not an order id: a!b`. */
export function countWords(parsed: ParsedOrderIds): string {
  const words = pageWords().groupRows.ids
  const parts = [words.orders(parsed.ids.length)]
  if (parsed.dropped > 0) parts.push(words.repeats(parsed.dropped))
  if (parsed.invalid.length > 0) parts.push(words.invalid(parsed.invalid.length, some(parsed.invalid)))
  return parts.join(' · ')
}

/** A group beside the one that is edited, in the same account. */
export type OtherGroup = Pick<Group, 'name' | 'orderIds'>

/**
 * What deserves a look about ids: not in the vendor's list, of another type there, in another group too.
 * Pointed out and never refused (DESIGN.md, Group editor). `rows` null: the list is not there, so that only the other
 * groups tell something. `whole` false: `rows` are the first of a longer list, so that what is not in them may be in it.
 */
export function idHints(
  ids: readonly string[],
  proxyType: ProxyType,
  rows: readonly OrderRow[] | null,
  others: readonly OtherGroup[],
  whole = true,
): string[] {
  return [...(rows === null ? [] : listHints(ids, proxyType, rows, whole)), ...otherGroupHints(ids, others)]
}

function listHints(
  ids: readonly string[],
  proxyType: ProxyType,
  rows: readonly OrderRow[],
  whole: boolean,
): string[] {
  const words = pageWords().groupRows.ids
  const listed = new Map(rows.map((row) => [row.order.orderId, row.order]))
  const missing = whole ? ids.filter((id) => !listed.has(id)) : []
  const found = ids.flatMap((id) => listed.get(id) ?? [])
  const odd = found.filter((order) => order.proxyType !== null && order.proxyType !== proxyType)
  const hints = missing.length > 0 ? [words.notListed(some(missing))] : []
  for (const type of new Set(odd.map((order) => order.proxyType))) {
    const of = odd.filter((order) => order.proxyType === type).map((order) => order.orderId)
    if (type !== null) hints.push(words.ofType(proxyTypeLabel[type], some(of)))
  }
  return hints
}

function otherGroupHints(ids: readonly string[], others: readonly OtherGroup[]): string[] {
  const typed = new Set(ids)
  const sharing = others.filter((group) => group.orderIds.some((id) => typed.has(id)))
  if (sharing.length === 0) return []
  const words = pageWords().groupRows.ids
  const held = new Set(sharing.flatMap((group) => group.orderIds))
  const names = some(sharing.map((group) => words.quoted(group.name)))
  return [words.alsoIn(names, some(ids.filter((id) => held.has(id))))]
}
