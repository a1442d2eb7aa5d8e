import { accountsStore } from './accountsStore.ts'
import { autoSwitchesStore } from './autoSwitchesStore.ts'
import { balancesStore } from './balancesStore.ts'
import { documentsStore } from './documentsStore.ts'
import { keepGoodCopy } from './goodCopy.ts'
import { groupsStore } from './groupsStore.ts'
import { journalStore } from './journalStore.ts'
import { ordersStore } from './ordersStore.ts'
import { UnreadableRows } from './records.ts'
import type { OpenReport } from './report.ts'
import { settingsStore } from './settingsStore.ts'
import type { Store } from './store.ts'
import { Writer, type WriterParts } from './writer.ts'

/** Makes the store of an opened folder. `end` closes the files, after the database was sealed. */
export function assemble(opened: WriterParts, report: OpenReport, end: () => void): Store {
  const { db, checkpoints, folder, now } = opened
  const parts = { db, writer: new Writer(opened), unreadable: new UnreadableRows() }
  const groups = groupsStore(parts)
  let closed = false
  return {
    journal: journalStore(parts),
    accounts: accountsStore(parts, groups.idsOf),
    groups,
    autoSwitches: autoSwitchesStore(parts),
    settings: settingsStore(parts),
    balances: balancesStore(parts),
    orders: ordersStore(parts),
    documents: documentsStore(parts),
    report,
    unreadable: () => parts.unreadable.list(),
    keepGoodCopy: () => keepGoodCopy({ ...parts, checkpoints, folder, now, closing: () => closed }),
    close: () => {
      if (closed) return
      closed = true
      checkpoints.now('last')
      end()
    },
  }
}
