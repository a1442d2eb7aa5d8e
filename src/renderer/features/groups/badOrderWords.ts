import type { GroupView } from '../../../shared/contract/snapshot.ts'
import type { OrderSearch } from '../../../shared/domain/orderSearch.ts'
import { count } from '../../words/counts.ts'
import { rowDetail } from './rowWords.ts'

/** True where `Find the bad order` has its place: the vendor did not accept the ids, or was asked about them since. */
export function hasBadOrder(view: GroupView): boolean {
  return view.search !== null || (view.last?.badOrders ?? false)
}

/**
 * The group whose buttons go by their plain names: the one that came to it last. Names occur once per view (DESIGN.md,
 * Names), so the others' have the group's name added. Null: none of the groups has such buttons.
 */
export function plainBadOrder(groups: readonly GroupView[]): string | null {
  const newest = groups
    .filter(hasBadOrder)
    .reduce<GroupView | null>(
      (found, view) => (found === null || (view.last?.at ?? 0) > (found.last?.at ?? 0) ? view : found),
      null,
    )
  return newest?.group.id ?? null
}

/** How far a search has come. */
export function progressWords(search: OrderSearch): string {
  const found = search.bad.length > 0 ? ` ${search.bad.length} found so far.` : ''
  const most = count(search.most, 'quote', 'quotes')
  return `Asked ${search.asked} of at most ${most}.${found} Nothing is paid.`
}

/** What a search came to, in one line. */
export function endTitle({ state, bad, orders }: OrderSearch): string {
  if (state === 'failed') return 'The search could not go on'
  const some = `${bad.length} of ${count(orders, 'order', 'orders')}`
  if (state !== 'done')
    return bad.length === 0 ? 'The search was stopped' : `Stopped; not accepted are ${some}`
  if (bad.length === 0) return 'The vendor accepts all of them now'
  if (orders === 1) return 'The vendor does not accept this order'
  return bad.length === orders
    ? `The vendor accepts none of ${orders} orders`
    : `The vendor does not accept ${some}`
}

/** What that means for the money, and what to do. */
export function endText(search: OrderSearch): string {
  const { state, bad, orders, asked } = search
  const cost =
    asked === 0 ? 'Nothing was paid.' : `Asked ${count(asked, 'quote', 'quotes')}; nothing was paid.`
  if (state === 'failed')
    return [search.problem ?? '', soFar(bad), cost].filter((one) => one !== '').join(' ')
  if (state !== 'done') return bad.length === 0 ? cost : `There may be more. ${cost}`
  if (bad.length === 0) return `${cost} Press Renew to go on.`
  if (bad.length === orders) {
    return `${cost} Perhaps they belong to another account, or are of another proxy type. A group keeps at least one order, so they stay: edit the group, or delete it.`
  }
  const others = orders - bad.length
  return `It accepts the other ${others === 1 ? 'one' : others}. ${cost}`
}

function soFar(bad: readonly string[]): string {
  return bad.length === 0 ? '' : `Found until then: ${bad.length}; there may be more.`
}

/** What was answered to a search that could not go on. In a row it must not pass for an outcome; null: nothing to add. */
export function saidWords({ said }: OrderSearch, inRow: boolean): string | null {
  return said === null || !inRow ? said : rowDetail(said)
}

/** What a screen reader hears at the end: all of it, with the ids. */
export function endAnnouncement(search: OrderSearch): string {
  const ids = search.bad.length === 0 ? '' : ` ${idWords(search.bad)}.`
  return `${endTitle(search)}.${ids} ${endText(search)}`
}

/** Ids to read: the first few, the rest counted. */
export function idWords(ids: readonly string[], most = 6): string {
  const more = ids.length - most
  return more > 0 ? `${ids.slice(0, most).join(', ')} and ${more} more` : ids.join(', ')
}

/** The group's ids with removed ones back in their places; what was added meanwhile stays, at the end. */
export function withIdsBack(
  before: readonly string[],
  removed: readonly string[],
  now: readonly string[],
): string[] {
  const back = new Set([...now, ...removed])
  const known = new Set(before)
  return [...before.filter((id) => back.has(id)), ...now.filter((id) => !known.has(id))]
}
