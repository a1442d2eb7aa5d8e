import type { Snapshot, SnapshotChange } from '../../shared/contract/snapshot.ts'
import type { Money } from '../../shared/domain/money.ts'
import type { Renewal } from '../../shared/domain/renewal.ts'

/** What the desktop is told. */
export interface CoreEvents {
  readonly changed: (change: SnapshotChange, snapshot: Snapshot) => void
  readonly ended: (renewal: Renewal) => void
  readonly balanceTaken: (accountId: string, money: Money, at: number) => void
  readonly log: (line: string) => void
}
