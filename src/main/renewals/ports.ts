import type {
  Exchange,
  OrderList,
  PaidTimes,
  QuoteAnswer,
  ReadProblem,
  VendorAccess,
} from '../../shared/domain/exchange.ts'
import type { Group } from '../../shared/domain/group.ts'
import type { Amount, Money } from '../../shared/domain/money.ts'
import type { LiveOrder, OrderEnd } from '../../shared/domain/order.ts'
import type {
  Check,
  ExtendRequest,
  Renewal,
  RenewalIntent,
  RenewalResult,
  Settlement,
} from '../../shared/domain/renewal.ts'
import type { Result } from '../../shared/domain/result.ts'
import type { OtherRenewals } from './otherRenewals.ts'

/** Milliseconds a confirmation is good for (DESIGN.md, Between windows and main). */
export const confirmationLife = 5 * 60_000

/** The clocks: wall time for records (ms since the epoch), monotonic time for limits and ages (ms from some start). */
export interface Clock {
  readonly now: () => number
  readonly monotonic: () => number
  /** Resolves after `ms` on the monotonic clock; never, and without a timer left behind, once `signal` is aborted. */
  readonly wait: (ms: number, signal?: AbortSignal) => Promise<void>
}

/** The vendor, as far as a renewal needs it. */
export interface VendorPort {
  readonly quote: (access: VendorAccess, request: ExtendRequest) => Promise<QuoteAnswer>
  /**
   * The one paid call: once, no retry, no redirect. Never rejects. Its 120 s count from `askedAt`, so that a machine
   * that slept on the way to the vendor does not send last night's click in the morning; nor is an old price paid.
   */
  readonly extend: (access: VendorAccess, request: ExtendRequest, times: PaidTimes) => Promise<Exchange>
  readonly orders: (access: VendorAccess) => Promise<Result<OrderList, ReadProblem>>
  readonly balance: (access: VendorAccess) => Promise<Result<Money, ReadProblem>>
}

/** Why the disk refused, in words for a person. */
export interface DiskProblem {
  readonly message: string
}

/** The durable record of every renewal. All calls are synchronous: what they return is on the disk. */
export interface JournalPort {
  /** Writes the row to database and black box, committed and synced. */
  readonly begin: (intent: RenewalIntent) => Result<void, DiskProblem>
  /** Adds the result to a row that was begun. */
  readonly finish: (id: string, result: RenewalResult) => Result<void, DiskProblem>
  /** Writes an attempt that ended before anything was sent, whole. */
  readonly record: (intent: RenewalIntent, result: RenewalResult) => Result<void, DiskProblem>
  readonly settle: (id: string, settlement: Settlement) => Result<void, DiskProblem>
  readonly addEndsAfter: (id: string, ends: readonly OrderEnd[]) => Result<void, DiskProblem>
  /** Keeps the last look at the vendor beside an `unknown` row, and its ends as those read afterwards. */
  readonly addCheck: (id: string, check: Check) => Result<void, DiskProblem>
  /** The rows around one that may have moved the same ends or the same balance, of all accounts. */
  readonly others: (id: string) => OtherRenewals
  readonly get: (id: string) => Renewal | null
  /** Rows whose result is missing (a crash, a full disk): `sending`. */
  readonly sending: () => readonly Renewal[]
  /**
   * Unsettled `unknown` rows, those still `sending` included; null: of every account. The guard asks for all, because
   * an account that was removed and connected again has a new id and the same orders.
   */
  readonly unsettled: (accountId: string | null) => readonly Renewal[]
  /** Rows that count as renewed and ended at or after `since` (ms since the epoch); null: of every account. */
  readonly renewedSince: (accountId: string | null, since: number) => readonly Renewal[]
  /** Sums of the quoted prices of rows renewed or unknown since then, one a currency. */
  readonly spentSince: (accountId: string, since: number) => readonly Money[]
}

/** What a renewal has to know of the account it pays from. */
export interface PayingAccount {
  readonly id: string
  readonly name: string
  readonly renewalLimit: Amount | null
  readonly dayLimit: Amount | null
}

/** The accounts, as far as a renewal needs them. Reading the key has its own deadline and says in words why not. */
export interface AccountsPort {
  readonly get: (accountId: string) => PayingAccount | null
  readonly readAccess: (accountId: string) => Promise<Result<VendorAccess, { readonly message: string }>>
}

/** The groups, as far as a renewal needs them. */
export interface GroupsPort {
  readonly get: (groupId: string) => Group | null
  /** The price last shown to the person for this group as it is now; null: none. */
  readonly lastPrice: (groupId: string) => Money | null
  readonly priceShown: (groupId: string, price: Money) => void
}

/** What is known of the orders and the balance, without asking the vendor. */
export interface KnownPort {
  /** Orders of the account as last read, with the time of that read (null: never). */
  readonly known: (accountId: string) => {
    readonly orders: readonly LiveOrder[]
    readonly readAt: number | null
  }
  /** Ends as last shown to the person, by order id, ms since the epoch. */
  readonly shown: (accountId: string, orderIds: readonly string[]) => ReadonlyMap<string, number>
  readonly markShown: (accountId: string, ends: readonly OrderEnd[]) => void
  /** The balance last read; null before the first. */
  readonly balance: (accountId: string) => Money | null
  /** Takes in a fresh list read on the way to a renewal. */
  readonly learned: (accountId: string, list: OrderList, readAt: number) => void
  /** True from a restoring of the database until this account's ends were read again. */
  readonly doubtful: (accountId: string) => boolean
}

/** Told as a renewal goes its way, so that rows, tray and notifications follow. */
export interface RenewalEvents {
  readonly phase: (groupId: string, phase: 'idle' | 'quoting' | 'sending') => void
  readonly balanceRead: (accountId: string, balance: Money, at: number) => void
  readonly ended: (renewal: Renewal) => void
  /** The disk refused a result after the money moved: it is held in memory. */
  readonly unsaved: (renewal: Renewal, problem: DiskProblem) => void
}
