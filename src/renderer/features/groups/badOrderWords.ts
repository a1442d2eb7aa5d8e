import type { GroupView } from '../../../shared/contract/snapshot.ts'
import type { OrderSearch } from '../../../shared/domain/orderSearch.ts'
import { pageWords } from '../../words/pageWords.ts'
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
  return pageWords().groupRows.bad.asked(search.asked, search.most, search.bad.length)
}

/** What a search came to, in one line. */
export function endTitle({ state, bad, orders }: OrderSearch): string {
  const words = pageWords().groupRows.bad
  if (state === 'failed') return words.failed
  if (state !== 'done') return bad.length === 0 ? words.stopped : words.stoppedWith(bad.length, orders)
  if (bad.length === 0) return words.allAccepted
  if (orders === 1) return words.onlyOne
  return bad.length === orders ? words.noneAccepted(orders) : words.notAccepted(bad.length, orders)
}

/** What that means for the money, and what to do. */
export function endText(search: OrderSearch): string {
  const { state, bad, orders, asked } = search
  const words = pageWords().groupRows.bad
  const cost = words.cost(asked)
  if (state === 'failed') {
    const soFar = bad.length === 0 ? '' : words.soFar(bad.length)
    return [search.problem ?? '', soFar, cost].filter((one) => one !== '').join(' ')
  }
  if (state !== 'done') return bad.length === 0 ? cost : words.maybeMore(cost)
  if (bad.length === 0) return words.goOn(cost)
  return bad.length === orders ? words.allBad(cost) : words.others(orders - bad.length, cost)
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
  return pageWords().groupRows.ids.some(ids.slice(0, most), more)
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
