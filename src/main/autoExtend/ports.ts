import type { AutoExtendRequest, AutoSwitch, AutoSwitchEnd } from '../../shared/domain/autoExtend.ts'
import type { Exchange, VendorAccess } from '../../shared/domain/exchange.ts'
import type { Group } from '../../shared/domain/group.ts'
import type { Money } from '../../shared/domain/money.ts'
import type { LiveOrder } from '../../shared/domain/order.ts'
import type { Result } from '../../shared/domain/result.ts'

/** Why the disk refused, in words for a person. */
export interface DiskProblem {
  readonly message: string
}

/** The durable record of every switch. All calls are synchronous: what they return is on the disk. */
export interface SwitchesPort {
  /** Writes the row before the request goes out. On a failure nothing may be sent, and the row counts nowhere. */
  readonly begin: (row: AutoSwitch) => Result<void, DiskProblem>
  /** Adds what it came to. May be repeated until the disk takes it. */
  readonly finish: (id: string, end: AutoSwitchEnd) => Result<void, DiskProblem>
  /** Rows without an end. */
  readonly sending: () => readonly AutoSwitch[]
  /** The row of each group that was begun last, by group id. */
  readonly lastByGroup: () => ReadonlyMap<string, AutoSwitch>
}

/** What switching needs of the rest. */
export interface AutoExtendParts {
  readonly vendor: {
    /** One request, never repeated. Never rejects. */
    readonly autoExtend: (access: VendorAccess, request: AutoExtendRequest) => Promise<Exchange>
  }
  readonly switches: SwitchesPort
  readonly groups: { readonly get: (groupId: string) => Group | null }
  readonly accounts: {
    readonly get: (accountId: string) => { readonly name: string } | null
    readonly readAccess: (accountId: string) => Promise<Result<VendorAccess, { readonly message: string }>>
  }
  /** The account's orders as last read, without asking the vendor. */
  readonly knownOrders: (accountId: string) => readonly Pick<LiveOrder, 'orderId' | 'addresses'>[]
  /** Runs something after all that was asked for on an account before, paid calls first of all, and alone. */
  readonly alone: <T>(accountId: string, work: () => Promise<T>) => Promise<T>
  /** True once Leasebar quits: nothing is sent any more. */
  readonly isStopped: () => boolean
  /** Wall time, ms since the epoch. */
  readonly now: () => number
  readonly newId: () => string
  readonly changed: () => void
  /** A balance that came with the vendor's answer. */
  readonly balanceRead: (accountId: string, balance: Money, at: number) => void
  /** It reached the vendor, or may have: what became of it is read from the vendor's list. */
  readonly ended: (row: AutoSwitch, end: AutoSwitchEnd) => void
}
