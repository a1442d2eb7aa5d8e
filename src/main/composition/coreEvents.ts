import type { Snapshot, SnapshotChange } from '../../shared/contract/snapshot.ts'
import type { DueRun } from '../../shared/domain/dueRun.ts'
import type { Money } from '../../shared/domain/money.ts'
import type { Renewal } from '../../shared/domain/renewal.ts'

/** The reading of end dates that follows a renewal. Neither promise rejects. */
export interface EndsReading {
  /** For a notification: the renewal with its new ends, or as it ended where they take longer than 3 s. */
  readonly soon: Promise<Renewal>
  /** The renewal with its new ends, whenever they are read; null when they could not be. */
  readonly done: Promise<Renewal | null>
}

/** What the desktop is told. */
export interface CoreEvents {
  readonly changed: (change: SnapshotChange, snapshot: Snapshot) => void
  /** A renewal came to an end; its new end dates are still being read. */
  readonly ended: (renewal: Renewal, ends: EndsReading) => void
  /** The vendor was looked at for an `unknown`, which stays one. */
  readonly checked: (renewal: Renewal) => void
  /** An `unknown` was settled by evidence. */
  readonly settled: (renewal: Renewal) => void
  /** The payment of a `Renew all due` came to its end: for the one notification that sums it up. */
  readonly dueRunEnded?: (run: DueRun) => void
  readonly balanceTaken: (accountId: string, money: Money, at: number) => void
  readonly log: (line: string) => void
}
