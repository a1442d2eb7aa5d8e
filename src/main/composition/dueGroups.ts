import type { Group } from '../../shared/domain/group.ts'
import type { LiveOrder } from '../../shared/domain/order.ts'
import { dueDaysOf, isDue } from '../../shared/domain/rules/due.ts'
import type { Settings } from '../../shared/domain/settings.ts'
import type { DueGroup } from '../renewals/dueRunPlan.ts'

/** What says which groups are due. */
export interface DueSources {
  readonly groups: readonly Group[]
  /** The vendor's list of an account as last read. */
  readonly orders: (accountId: string) => readonly LiveOrder[]
  readonly settings: Pick<Settings, 'dueDays'>
  /** Ms since the epoch. */
  readonly now: number
}

/** The groups that are due, of one account or (null) of all, each with the soonest end of its orders. */
export function dueGroups(sources: DueSources, accountId: string | null): DueGroup[] {
  const { groups, orders, settings, now } = sources
  const ends = new Map<string, ReadonlyMap<string, number | null>>()
  const endsOf = (id: string): ReadonlyMap<string, number | null> => {
    const known = ends.get(id) ?? new Map(orders(id).map((order) => [order.orderId, order.endsAt]))
    ends.set(id, known)
    return known
  }
  return groups
    .filter((group) => accountId === null || group.accountId === accountId)
    .flatMap((group) => {
      const known = group.orderIds.flatMap((id) => endsOf(group.accountId).get(id) ?? [])
      const endsAt = known.length === 0 ? null : Math.min(...known)
      return isDue(endsAt, dueDaysOf(group, settings), now) ? [{ groupId: group.id, endsAt }] : []
    })
}
