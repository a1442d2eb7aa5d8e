import type { Group } from '../../../shared/domain/group.ts'
import type { ProxyType } from '../../../shared/domain/rules/proxyTypes.ts'
import type { OrderRow } from './offers.ts'

/** A group beside the one that is edited, in the same account. */
export type OtherGroup = Pick<Group, 'name' | 'orderIds'>

/** What ids are held against. */
export interface IdSources {
  /** The type of the group that is edited. */
  readonly proxyType: ProxyType
  /** The vendor's orders; null: the list is not there, so that only the other groups tell something. */
  readonly rows: readonly OrderRow[] | null
  /** False: `rows` are the first of a longer list, so that what is not in them may be in it. */
  readonly whole: boolean
  readonly others: readonly OtherGroup[]
}

/** What deserves a look about an id. Pointed out and never refused (DESIGN.md, Group editor). */
export interface IdFacts {
  readonly id: string
  /** The vendor's list is there as a whole, and does not have it. */
  readonly unlisted: boolean
  /** The type that the vendor's list gives it, where that is not the group's; null: the same, or not known. */
  readonly otherType: ProxyType | null
  /** Names of the other groups that hold it. */
  readonly groups: readonly string[]
}

/** What is known of each id, in their order. */
export function idFacts(ids: readonly string[], sources: IdSources): IdFacts[] {
  const { proxyType, rows, whole, others } = sources
  const listed = rows && new Map(rows.map(({ order }) => [order.orderId, order.proxyType]))
  const holders = new Map<string, string[]>()
  for (const { name, orderIds } of others) {
    for (const id of orderIds) holders.set(id, [...(holders.get(id) ?? []), name])
  }
  return ids.map((id) => {
    const type = listed?.get(id) ?? null
    return {
      id,
      unlisted: listed !== null && whole && !listed.has(id),
      otherType: type === proxyType ? null : type,
      groups: holders.get(id) ?? [],
    }
  })
}
