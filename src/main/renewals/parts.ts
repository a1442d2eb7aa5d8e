import type {
  AccountsPort,
  Clock,
  GroupsPort,
  JournalPort,
  KnownPort,
  RenewalEvents,
  VendorPort,
} from './ports.ts'

/** What the heart is built from; all of it comes in, so that tests can bring the real parts or a broken disk. */
export interface RenewalParts {
  readonly vendor: VendorPort
  readonly journal: JournalPort
  readonly accounts: AccountsPort
  readonly groups: GroupsPort
  readonly known: KnownPort
  readonly events: RenewalEvents
  /** A listener of the events threw: told, and otherwise without effect. */
  readonly listenerFailed: (error: unknown) => void
  readonly clock: Clock
  readonly newId: () => string
  /** Local midnight before a time, both ms since the epoch. */
  readonly startOfDay: (now: number) => number
  /** When an account's last paid call ended by the journal, ms since the epoch; null: none is known. */
  readonly lastPaidAt: (accountId: string) => number | null
  /** Ms between two paid calls of one account; only tests set it. */
  readonly paidGap?: number
}
