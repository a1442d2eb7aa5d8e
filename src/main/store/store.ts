import type { Result } from '../../shared/domain/result.ts'
import type { AccountsStore } from './accountsStore.ts'
import type { AutoSwitchesStore } from './autoSwitchesStore.ts'
import type { BalancesStore } from './balancesStore.ts'
import type { DiskProblem } from './diskProblem.ts'
import type { DocumentsStore } from './documentsStore.ts'
import type { GroupsStore } from './groupsStore.ts'
import type { JournalStore } from './journalStore.ts'
import type { OrdersStore } from './ordersStore.ts'
import type { UnreadableRow } from './records.ts'
import type { OpenReport } from './report.ts'
import type { SettingsStore } from './settingsStore.ts'

/** Everything that Leasebar keeps on the disk. All calls but one are synchronous. */
export interface Store {
  readonly journal: JournalStore
  readonly accounts: AccountsStore
  readonly groups: GroupsStore
  readonly autoSwitches: AutoSwitchesStore
  readonly settings: SettingsStore
  readonly balances: BalancesStore
  readonly orders: OrdersStore
  readonly documents: DocumentsStore
  /** What was found and done at opening. */
  readonly report: OpenReport
  /** Rows met so far that could not be read: kept, not shown. */
  readonly unreadable: () => readonly UnreadableRow[]
  /** Makes the last good copy when the one there is older than a day. To be called after a clean start. */
  readonly keepGoodCopy: () => Promise<Result<void, DiskProblem>>
  /** Seals and closes everything. Nothing may be called afterwards. */
  readonly close: () => void
}

/** Why a store cannot be opened, in words for a person. In all three cases nothing was changed. */
export interface OpenProblem {
  readonly kind: 'newer' | 'unwritable' | 'locked'
  readonly message: string
}
