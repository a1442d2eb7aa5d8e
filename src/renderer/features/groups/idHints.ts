import type { ParsedOrderIds } from '../../../shared/domain/rules/orderIds.ts'
import { type ProxyType, proxyTypeLabel } from '../../../shared/domain/rules/proxyTypes.ts'
import { count } from '../../words/counts.ts'
import type { OrderRow } from './offers.ts'

const shownIds = 3

function some(ids: readonly string[]): string {
  const more = ids.length - shownIds
  return `${ids.slice(0, shownIds).join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

/** What was read from the pasted text: `12 orders · 2 repeats dropped · 1 piece is no order id: a!b`. */
export function countWords(parsed: ParsedOrderIds): string {
  const parts = [count(parsed.ids.length, 'order', 'orders')]
  if (parsed.dropped > 0) parts.push(`${count(parsed.dropped, 'repeat', 'repeats')} dropped`)
  if (parsed.invalid.length > 0) {
    const verb = parsed.invalid.length === 1 ? 'piece is' : 'pieces are'
    parts.push(`${parsed.invalid.length} ${verb} no order id: ${some(parsed.invalid)}`)
  }
  return parts.join(' · ')
}

/**
 * What deserves a look about ids, by the vendor's list: not in it, of another type, in another group too.
 * Pointed out and never refused (DESIGN.md, Group editor). `rows` null: the list is not there, so nothing can be said.
 */
export function idHints(
  ids: readonly string[],
  proxyType: ProxyType,
  ownName: string | null,
  rows: readonly OrderRow[] | null,
): string[] {
  if (rows === null || ids.length === 0) return []
  const listed = new Map(rows.map((row) => [row.order.orderId, row]))
  const missing = ids.filter((id) => !listed.has(id))
  const found = ids.flatMap((id) => listed.get(id) ?? [])
  const others = found.filter((row) => row.order.proxyType !== null && row.order.proxyType !== proxyType)
  const shared = found.filter((row) => row.groupNames.some((name) => name !== ownName))
  const hints: string[] = []
  if (missing.length > 0) hints.push(`Not in the vendor’s list: ${some(missing)}`)
  for (const type of new Set(others.map((row) => row.order.proxyType))) {
    const of = others.filter((row) => row.order.proxyType === type).map((row) => row.order.orderId)
    if (type !== null) hints.push(`Of type ${proxyTypeLabel[type]}: ${some(of)}`)
  }
  if (shared.length > 0) {
    const names = new Set(shared.flatMap((row) => row.groupNames).filter((name) => name !== ownName))
    const ids = some(shared.map((row) => row.order.orderId))
    hints.push(`Also in ${[...names].map((name) => `“${name}”`).join(', ')}: ${ids}`)
  }
  return hints
}
