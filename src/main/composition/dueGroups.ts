import type { Group } from '../../shared/domain/group.ts'
import type { LiveOrder } from '../../shared/domain/order.ts'
import { dueDaysOf, isDue } from '../../shared/domain/rules/due.ts'
import type { Settings } from '../../shared/domain/settings.ts'
import type { DueGroup } from '../renewals/dueRunPlan.ts'
import { ordersById, soonestEnd } from '../state/groupEnds.ts'

/** What says which groups are due. */
export interface DueSources {
  readonly groups: readonly Group[]
  /** The vendor's list of an account as last read. */
  readonly orders: (accountId: string) => readonly LiveOrder[]
  readonly settings: Pick<Settings, 'dueDays'>
  /** Ms since the epoch. */
  readonly now: number
}

/** Groups that a person selected, those that are there still, each with the soonest end of its orders. */
export function selectedGroups(
  { groups, orders }: Pick<DueSources, 'groups' | 'orders'>,
  groupIds: readonly string[],
): DueGroup[] {
  const ids = new Set(groupIds)
  return groups
    .filter(({ id }) => ids.has(id))
    .map((group) => ({ groupId: group.id, endsAt: soonestEnd(group, ordersById(orders(group.accountId))) }))
}

/** The groups that are due, of one account or (null) of all, each with the soonest end of its orders. */
export function dueGroups(sources: DueSources, accountId: string | null): DueGroup[] {
  const { groups, orders, settings, now } = sources
  return groups
    .filter((group) => accountId === null || group.accountId === accountId)
    .flatMap((group) => {
      const endsAt = soonestEnd(group, ordersById(orders(group.accountId)))
      return isDue(endsAt, dueDaysOf(group, settings), now) ? [{ groupId: group.id, endsAt }] : []
    })
}
