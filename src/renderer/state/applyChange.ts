import type { Snapshot, SnapshotChange } from '../../shared/contract/snapshot.ts'
import { keepSame } from './keepSame.ts'

/** The snapshot after a push. A push no newer than the snapshot changes nothing: the same object comes back. */
export function applyChange(snapshot: Snapshot, change: SnapshotChange): Snapshot {
  if (change.version <= snapshot.version) return snapshot
  return {
    version: change.version,
    accounts: change.accounts
      ? keepSame(snapshot.accounts, change.accounts, (account) => account.id)
      : snapshot.accounts,
    groups: change.groups
      ? keepSame(snapshot.groups, change.groups, (view) => view.group.id)
      : snapshot.groups,
    balances: change.balances
      ? keepSame(snapshot.balances, change.balances, (view) => view.accountId)
      : snapshot.balances,
    forecasts: change.forecasts
      ? keepSame(snapshot.forecasts, change.forecasts, (view) => view.accountId)
      : snapshot.forecasts,
    orders: change.orders
      ? keepSame(snapshot.orders, change.orders, (view) => view.accountId)
      : snapshot.orders,
    unsettled: change.unsettled ?? snapshot.unsettled,
    dueRun: change.dueRun === undefined ? snapshot.dueRun : change.dueRun,
    settings: change.settings ?? snapshot.settings,
    notices: change.notices ?? snapshot.notices,
    updates: change.updates ?? snapshot.updates,
    about: change.about ?? snapshot.about,
  }
}

/** The snapshot after several pushes, in any order: those that came while it was on its way. */
export function applyAll(snapshot: Snapshot, changes: readonly SnapshotChange[]): Snapshot {
  return [...changes].sort((a, b) => a.version - b.version).reduce(applyChange, snapshot)
}
