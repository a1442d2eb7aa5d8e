import type { GroupView, Snapshot } from '../../shared/contract/snapshot.ts'
import type { Group } from '../../shared/domain/group.ts'
import type { Renewal } from '../../shared/domain/renewal.ts'
import type { Accounts } from '../accounts/accounts.ts'
import type { AutoExtend } from '../autoExtend/autoExtend.ts'
import type { Balance } from '../balance/balance.ts'
import type { Groups } from '../groups/groups.ts'
import type { Orders } from '../orders/orders.ts'
import type { BadOrders } from '../renewals/badOrders.ts'
import type { DueRuns } from '../renewals/dueRun.ts'
import type { Renewals } from '../renewals/renewals.ts'
import { type ForecastSources, forecastView } from '../state/forecastView.ts'
import { ordersById } from '../state/groupEnds.ts'
import { groupsByOrder, groupView, type NamesByOrder } from '../state/groupViews.ts'
import type { SnapshotParts } from '../state/state.ts'
import type { Store } from '../store/store.ts'
import type { Notices } from './notices.ts'
import type { Waits } from './waits.ts'

/** Where a snapshot's parts come from. */
export interface SnapshotSources {
  readonly store: Store
  readonly accounts: Accounts
  readonly groups: Groups
  readonly orders: Orders
  readonly balance: Balance
  readonly renewals: Renewals
  readonly badOrders: BadOrders
  readonly dueRuns: DueRuns
  readonly autoExtend: AutoExtend
  readonly notices: Notices
  readonly updates: () => Snapshot['updates']
  readonly phases: ReadonlyMap<string, 'quoting' | 'sending'>
  readonly waits: Waits
  readonly about: Snapshot['about'] | (() => Snapshot['about'])
  /** Ms since the epoch. */
  readonly now: () => number
}

/** The most accounts whose unsettled renewals are counted one by one. */
const mostCounts = 100

/** The orders of an account without groups that a group holds. */
const none: NamesByOrder = new Map()

/** A function for every part of the snapshot. */
export function snapshotParts(sources: SnapshotSources): SnapshotParts {
  const { store, accounts, orders, balance, notices, waits, about } = sources
  const accountIds = (): string[] => accounts.list().map((account) => account.id)
  const groups = (): GroupView[] => {
    const shared = { last: lastRenewals(sources), autoExtend: sources.autoExtend.views() }
    return accountIds().flatMap((accountId) => groupViews(sources, accountId, shared))
  }
  return {
    accounts: accounts.list,
    groups,
    forecasts: () =>
      accountIds().flatMap((accountId) => {
        const known = forecastSources(sources, accountId)
        return known.groups.length === 0 ? [] : forecastView(known)
      }),
    balances: () =>
      accounts.list().map((account) => {
        const state = balance.state(account.id)
        const low =
          account.warnBelow !== null && state.money !== null && state.money.amount < account.warnBelow
        return { accountId: account.id, ...state, low, nextTryAt: waits.nextTryAt(account.id) }
      }),
    orders: () => {
      const held = groupsByOrder(sources.groups.list())
      return accountIds().map((accountId) => ({
        accountId,
        ...orders.state(accountId),
        ungrouped: orders.ungrouped(accountId, held.get(accountId) ?? none),
      }))
    },
    unsettled: () => {
      const counts = store.journal.unsettledCounts()
      const ids = accountIds()
      // Those of removed accounts stand in every account's history; without any account there is none to stand in.
      const gone = ids.length === 0 ? [] : [...counts.keys()].filter((id) => !ids.includes(id))
      return [...ids, ...gone]
        .slice(0, mostCounts)
        .map((accountId) => ({ accountId, count: counts.get(accountId) ?? 0 }))
    },
    dueRun: sources.dueRuns.state,
    settings: store.settings.get,
    notices: notices.list,
    updates: sources.updates,
    about: typeof about === 'function' ? about : () => about,
  }
}

/** What an account's forecast is made of. */
export function forecastSources(
  sources: Pick<SnapshotSources, 'store' | 'balance' | 'groups' | 'orders' | 'now'>,
  accountId: string,
): ForecastSources {
  return {
    accountId,
    balance: sources.balance.money(accountId),
    groups: ownGroups(sources, accountId),
    orders: sources.orders.known(accountId).orders,
    lastPrice: sources.groups.lastPrice,
    settings: sources.store.settings.get(),
    now: sources.now(),
  }
}

function ownGroups({ groups }: Pick<SnapshotSources, 'groups'>, accountId: string): Group[] {
  return groups.list().filter((group) => group.accountId === accountId)
}

/** What is read once for all groups of all accounts. */
interface SharedByGroups {
  readonly last: ReadonlyMap<string, Renewal>
  readonly autoExtend: ReturnType<AutoExtend['views']>
}

function groupViews(
  sources: SnapshotSources,
  accountId: string,
  { last, autoExtend }: SharedByGroups,
): GroupView[] {
  const own = ownGroups(sources, accountId)
  const { orders, readAt } = sources.orders.known(accountId)
  const byId = readAt === null ? null : ordersById(orders)
  const names = groupsByOrder(sources.groups.list()).get(accountId) ?? none
  return own.map((group) =>
    groupView(group, {
      orders: byId,
      groupsByOrder: names,
      phase: sources.phases.get(group.id) ?? 'idle',
      last: last.get(group.id) ?? null,
      lastPrice: sources.groups.lastPrice(group.id),
      search: sources.badOrders.of(group),
      autoExtend: autoExtend(group, byId),
    }),
  )
}

function lastRenewals({ store, renewals }: SnapshotSources): Map<string, Renewal> {
  const rows = store.journal.lastByGroup()
  return new Map([...rows].map(([groupId, renewal]) => [groupId, renewals.unsaved.overlay(renewal)]))
}
