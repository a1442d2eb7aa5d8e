import type { ReadProblem, VendorAccess } from '../../shared/domain/exchange.ts'
import type { Money } from '../../shared/domain/money.ts'
import { err, ok, type Result } from '../../shared/domain/result.ts'
import { createJoinedReads } from '../../shared/joinedReads.ts'

/** Where balances are kept. */
export interface BalancesStore {
  readonly add: (accountId: string, money: Money, at: number) => void
  readonly latest: (accountId: string) => { readonly money: Money; readonly at: number } | null
}

/** What the balance needs of the rest. */
export interface BalanceParts {
  readonly store: BalancesStore
  readonly access: (accountId: string) => Promise<Result<VendorAccess, { readonly message: string }>>
  readonly read: (access: VendorAccess) => Promise<Result<Money, ReadProblem>>
  readonly now: () => number
  readonly changed: () => void
  /** A figure was read: the low-balance rule looks at it. */
  readonly taken: (accountId: string, money: Money, at: number) => void
  /** The vendor said that it does not know the account's key. */
  readonly keyRefused: (accountId: string) => void
}

/** Why the last read failed. */
interface Failure {
  readonly message: string
  readonly offline: boolean
}

/** How an account's balance stands. */
export interface BalanceState {
  readonly money: Money | null
  readonly readAt: number | null
  readonly reading: boolean
  readonly problem: string | null
  readonly offline: boolean
}

/** The balance of every account, read on demand and by whoever keeps the time. */
export function createBalance(parts: BalanceParts) {
  const reads = createJoinedReads<Result<null, string>>(parts.changed)
  const failures = new Map<string, Failure>()
  const takes = new Map<string, number>()

  /** Takes in a figure, however it came: read here, or told with a quote or a renewal. */
  function take(accountId: string, money: Money, at: number): void {
    takes.set(accountId, (takes.get(accountId) ?? 0) + 1)
    parts.store.add(accountId, money, at)
    failures.delete(accountId)
    parts.taken(accountId, money, at)
    parts.changed()
  }

  async function read(accountId: string): Promise<Result<null, string>> {
    const access = await parts.access(accountId)
    if (!access.ok) return failed(accountId, access.error.message, false)
    const before = takes.get(accountId)
    const balance = await parts.read(access.value)
    if (balance.ok) {
      // A figure told meanwhile, with a renewal, may be newer than this one: an old balance must not come back.
      if (takes.get(accountId) === before) take(accountId, balance.value, parts.now())
      return ok(null)
    }
    if (balance.error.kind === 'key-unknown') parts.keyRefused(accountId)
    return failed(accountId, balance.error.message, balance.error.kind === 'offline')
  }

  function failed(accountId: string, message: string, offline: boolean): Result<null, string> {
    failures.set(accountId, { message, offline })
    return err(message)
  }

  return {
    take,
    /** Reads the balance anew; a second call meanwhile joins the first. */
    refresh: (accountId: string): Promise<Result<null, string>> =>
      reads.join(accountId, () => read(accountId)),
    /** It was to be read, but the machine is offline, so that nothing was sent. `message`: for a person. */
    missed(accountId: string, message: string): void {
      failed(accountId, message, true)
      parts.changed()
    },
    state(accountId: string): BalanceState {
      const latest = parts.store.latest(accountId)
      const failure = failures.get(accountId)
      return {
        money: latest?.money ?? null,
        readAt: latest?.at ?? null,
        reading: reads.isRunning(accountId),
        problem: failure?.message ?? null,
        offline: failure?.offline ?? false,
      }
    },
    /** The last figure; null before the first. */
    money: (accountId: string): Money | null => parts.store.latest(accountId)?.money ?? null,
  }
}

/** The balance, as others call it. */
export type Balance = ReturnType<typeof createBalance>
