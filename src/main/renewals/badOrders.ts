import type { QuoteAnswer } from '../../shared/domain/exchange.ts'
import type { Group } from '../../shared/domain/group.ts'
import type { OrderSearch } from '../../shared/domain/orderSearch.ts'
import { err, ok, type Result } from '../../shared/domain/result.ts'
import { incorrectOrders } from '../../shared/domain/rules/vendorAdvice.ts'
import { words } from '../../shared/words/words.ts'
import { type BadOrderSearch, beginSearch, mostQuotesNow, nextQuote, takeAnswer } from './badOrderSearch.ts'
import {
  answersChanged,
  bugFailure,
  type Failure,
  failureOf,
  groupChanged,
  keyFailure,
  stoppedByPerson,
} from './badOrderWords.ts'
import { groupMark } from './confirmations.ts'
import { requestOf } from './facts.ts'
import type { AccountsPort, Clock, GroupsPort, KnownPort, VendorPort } from './ports.ts'
import { quoteGap, quotePatience, waitAsked } from './quotePace.ts'

/** What the searches need of the rest: of the vendor quotes only, so that none of them can pay. */
export interface BadOrdersParts {
  readonly vendor: Pick<VendorPort, 'quote'>
  readonly accounts: Pick<AccountsPort, 'readAccess'>
  readonly groups: Pick<GroupsPort, 'get'>
  readonly known: Pick<KnownPort, 'known'>
  readonly clock: Clock
  readonly changed: () => void
  /** Ms between two quotes; only tests set it. */
  readonly gap?: number
}

/** Why a search could not begin. */
export interface SearchRefusal {
  readonly kind: 'not-found' | 'busy'
  readonly message: string
}

/** A search under way or ended, of the group as it was when it began. */
interface Run {
  readonly group: Group
  readonly mark: string
  readonly stop: AbortController
  /** Resolves when it is stopped. */
  readonly stopped: Promise<void>
  shown: OrderSearch
}

type Answer = 'accepted' | 'refused' | Failure

/**
 * `Find the bad order`: narrows down by quotes which orders of a group the vendor does not accept (error 29), at the
 * vendor's pace. One search an account at a time. Nothing is paid and nothing is written: a search lives in memory,
 * until the group changes, is renewed or is searched again.
 */
export function createBadOrders(parts: BadOrdersParts) {
  const { clock, groups } = parts
  const runs = new Map<string, Run>()
  const underWay = new Map<string, Promise<OrderSearch>>()
  const lastAsked = new Map<string, number>()

  function show(run: Run, change: Partial<OrderSearch>): void {
    run.shown = { ...run.shown, ...change }
    parts.changed()
  }

  /** Ids that the vendor's list speaks against already: missing in it, or of another type. They are asked for first. */
  function suspectsOf({ accountId, orderIds, proxyType }: Group): ReadonlySet<string> {
    const { orders, readAt } = parts.known.known(accountId)
    if (readAt === null) return new Set()
    const types = new Map(orders.map((order) => [order.orderId, order.proxyType ?? proxyType]))
    return new Set(orderIds.filter((id) => types.get(id) !== proxyType))
  }

  /** Waits at least `ms`, or until the search is stopped. */
  async function pause(run: Run, ms: number): Promise<void> {
    await Promise.race([clock.wait(ms, run.stop.signal), run.stopped])
  }

  async function pace(run: Run): Promise<void> {
    const { accountId } = run.group
    const left = (): number => (lastAsked.get(accountId) ?? -Infinity) + gap - clock.monotonic()
    // A timer may end a little early.
    for (let ms = left(); ms > 0 && !isStopped(run); ms = left()) await pause(run, ms)
  }

  async function quote(run: Run, orderIds: readonly string[]): Promise<QuoteAnswer | Failure> {
    const { group, mark } = run
    await pace(run)
    if (isStopped(run)) return stoppedByPerson
    const now = groups.get(group.id)
    if (!now || groupMark(now) !== mark) return groupChanged()
    // Read for each quote: a key is held for the length of a call only.
    const access = await parts.accounts.readAccess(group.accountId)
    if (!access.ok) return keyFailure(access.error.message)
    if (isStopped(run)) return stoppedByPerson
    lastAsked.set(group.accountId, clock.monotonic())
    const answer = await parts.vendor.quote(access.value, { ...requestOf(group), orderIds: [...orderIds] })
    lastAsked.set(group.accountId, clock.monotonic())
    return isStopped(run) ? stoppedByPerson : answer
  }

  /** Asks whether the vendor accepts these ids, and waits as long as it asks for. */
  async function ask(run: Run, orderIds: readonly string[]): Promise<Answer> {
    for (let tries = 1; ; tries += 1) {
      const answer = await quote(run, orderIds)
      if ('problem' in answer && !('kind' in answer)) return answer
      if (answer.kind === 'quoted') return 'accepted'
      if (answer.kind === 'refused' && answer.error.code === incorrectOrders) return 'refused'
      const ms = waitAsked(answer)
      if (ms === null || tries > quotePatience) return failureOf(answer)
      show(run, { waitsUntil: clock.now() + ms })
      await pause(run, ms)
      if (isStopped(run)) return stoppedByPerson
      show(run, { waitsUntil: null })
    }
  }

  async function narrowDown(run: Run): Promise<void> {
    let search = beginSearch(run.group.orderIds, suspectsOf(run.group))
    for (let ids = nextQuote(search); ids !== null; ids = nextQuote(search)) {
      const answer = await ask(run, ids)
      if (isStopped(run)) return
      if (typeof answer === 'object') return show(run, { state: 'failed', waitsUntil: null, ...answer })
      search = takeAnswer(search, answer === 'accepted')
      show(run, progressOf(search, run.group))
    }
    // Whom to believe is not known then: nobody is accused.
    show(run, search.contradicted ? { state: 'failed', bad: [], ...answersChanged() } : { state: 'done' })
  }

  async function carryOut(run: Run): Promise<OrderSearch> {
    try {
      // Whoever stops it need not wait for an answer that is on its way.
      await Promise.race([narrowDown(run), run.stopped])
    } finally {
      if (runs.get(run.group.id) === run) underWay.delete(run.group.id)
      // Only a bug gets here while it still asks; nobody is to wait for it forever.
      if (run.shown.state === 'asking') show(run, { state: 'failed', ...bugFailure() })
    }
    return run.shown
  }

  function halt(run: Run): void {
    run.stop.abort()
    underWay.delete(run.group.id)
    if (run.shown.state === 'asking') show(run, { state: 'stopped', waitsUntil: null })
  }

  function otherOf(group: Group): Group | undefined {
    return [...underWay.keys()]
      .map((id) => runs.get(id)?.group)
      .find((other) => other?.accountId === group.accountId)
  }

  const gap = parts.gap ?? quoteGap

  return {
    /** Searches a group and answers with the end of it; a second call meanwhile joins the first. */
    async find(groupId: string): Promise<Result<OrderSearch, SearchRefusal>> {
      const joined = underWay.get(groupId)
      if (joined) return ok(await joined)
      const group = groups.get(groupId)
      if (!group) return err({ kind: 'not-found', message: words().groupRefusals.gone })
      const other = otherOf(group)
      if (other) return err({ kind: 'busy', message: words().badOrders.busy(other.name) })
      const run = newRun(group)
      runs.set(groupId, run)
      const started = carryOut(run)
      underWay.set(groupId, started)
      parts.changed()
      return ok(await started)
    },
    /** Stops a search; what was found so far stays. */
    stop(groupId: string): void {
      const run = runs.get(groupId)
      if (run) halt(run)
    },
    /** The group is renewed: whatever was searched is past. */
    forget(groupId: string): void {
      const run = runs.get(groupId)
      if (run) halt(run)
      runs.delete(groupId)
    },
    /** Before the end: nothing is asked any more. */
    stopAll: (): void => [...runs.values()].forEach(halt),
    /** The search of a group as it is now; null: none, or the group was changed since. */
    of(group: Group): OrderSearch | null {
      const run = runs.get(group.id)
      return run && run.mark === groupMark(group) ? run.shown : null
    },
  }
}

function newRun(group: Group): Run {
  const stop = new AbortController()
  const stopped = new Promise<void>((resolve) => {
    stop.signal.addEventListener('abort', () => resolve(), { once: true })
  })
  const shown = progressOf(beginSearch(group.orderIds, new Set()), group)
  return { group, mark: groupMark(group), stop, stopped, shown }
}

function isStopped({ stop }: Run): boolean {
  return stop.signal.aborted
}

/** The searches, as others call them. */
export type BadOrders = ReturnType<typeof createBadOrders>

function progressOf(search: BadOrderSearch, group: Group): OrderSearch {
  const bad = new Set(search.bad)
  return {
    state: 'asking',
    orders: group.orderIds.length,
    asked: search.asked,
    most: mostQuotesNow(search),
    bad: group.orderIds.filter((id) => bad.has(id)),
    waitsUntil: null,
    problem: null,
    said: null,
  }
}
