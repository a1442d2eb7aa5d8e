import type { ReadProblem, VendorAccess } from '../../shared/domain/exchange.ts'
import type { Amount, Money } from '../../shared/domain/money.ts'
import type { Result } from '../../shared/domain/result.ts'

/** An account as it lies on the disk: no key, only a marker that one was stored, and its last four characters. */
export interface StoredAccount {
  readonly id: string
  readonly name: string
  readonly kind: 'vendor' | 'practice'
  readonly apiUrl: string
  readonly keyStored: boolean
  readonly keyTail: string | null
  readonly warnBelow: Amount | null
  readonly renewalLimit: Amount | null
  readonly dayLimit: Amount | null
  readonly createdAt: number
}

/** Where accounts are kept. */
export interface AccountsStore {
  readonly list: () => readonly StoredAccount[]
  readonly get: (id: string) => StoredAccount | null
  readonly save: (account: StoredAccount) => Result<void, { readonly message: string }>
  readonly remove: (id: string) => Result<void, { readonly message: string }>
}

/** The embedded vendor, while a practice account exists. */
export interface PracticePort {
  /** Starts it if it does not run, and tells how to reach it. The key is new at each start and kept nowhere. */
  readonly access: () => Promise<VendorAccess>
  /** Stops it and forgets its books: the account is gone. */
  readonly end: () => Promise<void>
}

/** What accounts need of the rest. */
export interface AccountsParts {
  readonly store: AccountsStore
  readonly practice: PracticePort
  /** The one read that checks a key (vendor doc: GET balance; error 2 means the key is unknown). */
  readonly readBalance: (access: VendorAccess) => Promise<Result<Money, ReadProblem>>
  /** Unsettled renewals of an account. */
  readonly unsettledCount: (accountId: string) => number
  readonly defaultApiUrl: string
  readonly now: () => number
  readonly newId: () => string
  /** Something about the accounts changed. */
  readonly changed: () => void
  /** A key was accepted together with this balance. */
  readonly balanceRead: (accountId: string, balance: Money, at: number) => void
}

/** An account as it begins: no key, no limits. */
export function emptyAccount(id: string, name: string, createdAt: number): StoredAccount {
  const none = { keyTail: null, warnBelow: null, renewalLimit: null, dayLimit: null }
  return { id, name, kind: 'vendor', apiUrl: '', keyStored: false, createdAt, ...none }
}
