import type { ReadProblem, VendorAccess } from '../../shared/domain/exchange.ts'
import type { Money } from '../../shared/domain/money.ts'
import type { Check, Renewal, Settlement } from '../../shared/domain/renewal.ts'
import { err, ok, type Result } from '../../shared/domain/result.ts'
import { currentOutcome } from '../../shared/domain/rules/outcomes.ts'
import { words } from '../../shared/words/words.ts'
import { during, type OtherRenewals } from './otherRenewals.ts'
import type { AccountsPort, Clock, JournalPort, KnownPort, VendorPort } from './ports.ts'
import { followed, lookAt, type Reading, settle, type Trail, type Verdict } from './settle.ts'
import { checkOf, orderLines } from './settleWords.ts'
import type { Unsaved } from './unsaved.ts'

/** What settling stands on. */
export interface SettlingParts {
  readonly vendor: Pick<VendorPort, 'orders' | 'balance'>
  readonly journal: JournalPort
  readonly accounts: AccountsPort
  readonly known: Pick<KnownPort, 'learned' | 'markShown'>
  readonly clock: Clock
  readonly unsaved: Unsaved
  readonly events: {
    readonly balanceRead: (accountId: string, balance: Money, at: number) => void
    /** A look was kept beside an `unknown` that stays one. */
    readonly checked: (renewal: Renewal) => void
    /** The evidence settled one. */
    readonly settled: (renewal: Renewal) => void
    readonly failed: (error: unknown) => void
  }
}

/** Why `Check again` came to nothing, in words for a person. */
export interface CheckProblem {
  readonly kind: 'not-found' | 'vendor' | 'disk'
  readonly message: string
}

/** An `unknown` that this run keeps an eye on. */
export interface Watched {
  readonly accountId: string
  /** On the monotonic clock: when it came about in this run, from which its looks are timed. */
  readonly origin: number
  /**
   * On the monotonic clock: the exchange had ended by then, or the machine woke up. A reading that was asked for earlier
   * counts nowhere, and the time since is what counts as waited. A wall clock can jump, and says nothing here.
   */
  from: number
  /** What the looks of this run have in common. */
  trail: Trail
  /** False when the last try to read came to nothing. */
  read: boolean
  /** False once it was looked at often enough to no avail. */
  isFollowed: boolean
}

/** What a look came to: how many renewals it settled. */
export interface Looked {
  readonly settled: number
}

/** Reads an account's balance and ends once, and weighs them for each of its `unknown` renewals that is watched. */
export function createLooks(parts: SettlingParts, watched: Map<string, Watched>, stopped: AbortSignal) {
  const { clock, journal } = parts
  /** Until when (monotonic) an account's reads have to wait by the vendor's Retry-After. */
  const held = new Map<string, number>()

  async function look(accountId: string): Promise<Result<Looked, CheckProblem>> {
    const access = await accessTo(accountId)
    if (!access.ok) return access
    // Before the vendor is asked: what other renewals come to meanwhile may be in its answer or not.
    const rows = ownRows(accountId).map((row) => ({ row, others: journal.others(row.intent.id) }))
    if (rows.length === 0) return ok({ settled: 0 })
    const at = clock.now()
    const asked = clock.monotonic()
    const read = await readVendor(accountId, access.value, at)
    if (!read.ok) return read
    let settled = 0
    for (const { row, others } of rows) {
      const entry = watched.get(row.intent.id)
      if (!entry || entry.from > asked) continue
      entry.read = read.value.balance !== null
      const reading = { at, waited: asked - entry.from, ...read.value }
      if (weigh(row, entry, reading, during(others, journal.others(row.intent.id)))) settled += 1
    }
    return ok({ settled })
  }

  async function accessTo(accountId: string): Promise<Result<VendorAccess, CheckProblem>> {
    if (stopped.aborted) return unread(accountId, words().settling.refusals.closing)
    const wait = (held.get(accountId) ?? 0) - clock.monotonic()
    if (wait > 0) return unread(accountId, waitWords(wait))
    if (parts.accounts.get(accountId) === null) return forget(accountId)
    parts.unsaved.flush()
    const access = await parts.accounts.readAccess(accountId)
    if (!access.ok) return unread(accountId, access.error.message)
    // While the app closes nothing may be looked up in the journal any more.
    return stopped.aborted ? unread(accountId, words().settling.refusals.closing) : access
  }

  /** Balance and ends; what is learned on the way is passed on to whoever shows it. */
  async function readVendor(
    accountId: string,
    access: VendorAccess,
    at: number,
  ): Promise<Result<Pick<Reading, 'balance' | 'orders' | 'vendorAt'>, CheckProblem>> {
    const { vendor, events, known } = parts
    const [list, balance] = await Promise.all([vendor.orders(access), vendor.balance(access)])
    if (stopped.aborted) return unread(accountId, words().settling.refusals.closing)
    if (balance.ok) events.balanceRead(accountId, balance.value, clock.now())
    else hold(accountId, balance.error)
    if (!list.ok) {
      hold(accountId, list.error)
      return unread(accountId, list.error.message)
    }
    known.learned(accountId, list.value, at)
    const orders = new Map(list.value.orders.map((order) => [order.orderId, order]))
    return ok({
      balance: balance.ok ? balance.value : null,
      orders,
      vendorAt: list.value.vendorAt ?? null,
    })
  }

  /** The rows to look at; what a person has settled meanwhile is let go. */
  function ownRows(accountId: string): readonly Renewal[] {
    const open = journal.unsettled(accountId)
    const ids = new Set(open.map(({ intent }) => intent.id))
    for (const [id, entry] of watched) if (entry.accountId === accountId && !ids.has(id)) watched.delete(id)
    return open.filter(({ result, intent }) => result !== null && watched.has(intent.id))
  }

  /** Weighs the evidence for one, and keeps what it comes to. True when that settled it. */
  function weigh(row: Renewal, entry: Watched, reading: Reading, others: OtherRenewals): boolean {
    const now = journal.get(row.intent.id)
    // A person decided while the vendor was asked.
    if (now === null || currentOutcome(now) !== 'unknown') {
      watched.delete(row.intent.id)
      return false
    }
    const seen = lookAt(row, reading, others, entry.trail)
    entry.trail = followed(entry.trail, seen)
    const verdict = settle(row, seen, entry.trail)
    const check = checkOf(row, seen, verdict, entry.trail)
    if (verdict !== 'unknown') return close(now, entry, check, verdict)
    keep(now, check)
    return false
  }

  /** Keeps a look beside an `unknown` that stays one. */
  function keep(row: Renewal, check: Check): void {
    journal.addCheck(row.intent.id, check)
    parts.events.checked({ ...row, check, endsAfter: endsOf(check) })
  }

  /** Settles one. A disk that refuses leaves it unknown; the next look settles it. */
  function close(row: Renewal, entry: Watched, check: Check, outcome: Exclude<Verdict, 'unknown'>): boolean {
    const { id, accountId } = row.intent
    const evidence = [...check.notes, ...orderLines(row, check.orders)]
    const settlement: Settlement = { outcome, by: 'evidence', at: clock.now(), evidence }
    const saved = journal.settle(id, settlement)
    if (!saved.ok) {
      // As if it could not be read: it is looked at until the disk takes it.
      entry.read = false
      keep(row, { ...check, notes: [...check.notes, unsettledWords(saved.error.message)] })
      return false
    }
    watched.delete(id)
    journal.addCheck(id, check)
    const endsAfter = endsOf(check)
    // Ends that moved by our own renewal are no surprise to whoever renews next.
    if (outcome === 'renewed') parts.known.markShown(accountId, endsAfter)
    parts.events.settled({ ...row, check, endsAfter, settlement })
    return true
  }

  function hold(accountId: string, { retryAfter }: ReadProblem): void {
    if (retryAfter === null) return
    held.set(accountId, Math.max(held.get(accountId) ?? 0, clock.monotonic() + retryAfter))
  }

  /** Without its account nothing can be read: its renewals wait for a person. */
  function forget(accountId: string): Result<never, CheckProblem> {
    for (const [id, entry] of watched) if (entry.accountId === accountId) watched.delete(id)
    return err({ kind: 'not-found', message: words().settling.refusals.removed })
  }

  function unread(accountId: string, message: string): Result<never, CheckProblem> {
    for (const entry of watched.values()) if (entry.accountId === accountId) entry.read = false
    return err({ kind: 'vendor', message })
  }

  return {
    /** One look. Never rejects. */
    async at(accountId: string): Promise<Result<Looked, CheckProblem>> {
      try {
        return await look(accountId)
      } catch (error) {
        parts.events.failed(error)
        return err({ kind: 'disk', message: words().settling.refusals.bug })
      }
    },
    /** The vendor's wait is over: whoever counts it knows better than what a held read was told of it. */
    release: (accountId: string): void => void held.delete(accountId),
    /** Until when an account's reads have to wait, on the monotonic clock; 0: they need not. */
    heldUntil: (accountId: string): number => held.get(accountId) ?? 0,
  }
}

function waitWords(ms: number): string {
  const seconds = Math.ceil(ms / 1000)
  const { inSeconds, inMinutes } = words().time
  return words().settling.refusals.wait(
    seconds < 120 ? inSeconds(seconds) : inMinutes(Math.ceil(seconds / 60)),
  )
}

function unsettledWords(problem: string): string {
  return words().settling.notKept(problem).slice(0, 400)
}

function endsOf({ orders }: Check): { readonly orderId: string; readonly endsAt: number | null }[] {
  return orders.map(({ orderId, endsAt }) => ({ orderId, endsAt }))
}
