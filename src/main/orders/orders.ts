import type { OrderList, ReadProblem, VendorAccess } from '../../shared/domain/exchange.ts'
import type { LiveOrder, OrderEnd } from '../../shared/domain/order.ts'
import { err, ok, type Result } from '../../shared/domain/result.ts'
import { createJoinedReads } from '../../shared/joinedReads.ts'
import {
  countUngrouped,
  type FilterContext,
  filterOrders,
  type OrderFilter,
  type PreparedOrders,
  prepareOrders,
} from './orderFilter.ts'

/** Where the vendor's lists are kept between reads. */
export interface OrdersStore {
  readonly save: (accountId: string, list: OrderList, readAt: number) => void
  readonly get: (accountId: string) => {
    readonly orders: readonly LiveOrder[]
    readonly notUnderstood: number
    readonly readAt: number | null
  }
  readonly shownEnds: (accountId: string, orderIds: readonly string[]) => ReadonlyMap<string, number>
  readonly markShown: (accountId: string, ends: readonly OrderEnd[]) => void
  readonly doubtful: (accountId: string) => boolean
  readonly clearDoubt: (accountId: string) => void
}

/** What the live orders need of the rest. */
export interface OrdersParts {
  readonly store: OrdersStore
  readonly access: (accountId: string) => Promise<Result<VendorAccess, { readonly message: string }>>
  readonly read: (access: VendorAccess) => Promise<Result<OrderList, ReadProblem>>
  readonly now: () => number
  readonly changed: () => void
  /** The vendor told its own time with a list that has just come, ms since the epoch. */
  readonly timeTold: (accountId: string, vendorAt: number) => void
}

/** How an account's list stands: the age of it and what went wrong at the last read. */
export interface OrdersState {
  readonly count: number
  readonly readAt: number | null
  readonly reading: boolean
  readonly problem: string | null
  readonly notUnderstood: number
  /** Records that say again what another says. */
  readonly repeated: number
}

/** A page of an account's orders, narrowed to some. */
export interface OrdersQuery extends OrderFilter {
  readonly offset: number
  readonly limit: number
}

/** A page with what it was cut from. */
export interface OrdersPage {
  readonly rows: readonly LiveOrder[]
  /** How many orders the filter leaves. */
  readonly total: number
  /** Every country of the account's orders, whatever the filter. */
  readonly countries: readonly string[]
}

/** No read takes longer, its retries included, in ms. A list that seems older than this comes from a clock set back. */
const longestRead = 3 * 60_000

/** The live orders of every account and their end dates. */
export function createOrders(parts: OrdersParts) {
  const { store } = parts
  const reads = createJoinedReads<Result<null, string>>(parts.changed)
  const problems = new Map<string, string>()
  /** When the newest list of this run was asked for, ms since the epoch. */
  const newestAsked = new Map<string, number>()
  /** Lists made ready for pages, as long as the store holds them: a picker asks for one at every key. */
  const ready = new WeakMap<readonly LiveOrder[], PreparedOrders>()

  function prepared(accountId: string): PreparedOrders {
    const { orders } = store.get(accountId)
    const before = ready.get(orders)
    if (before) return before
    const made = prepareOrders(orders)
    ready.set(orders, made)
    return made
  }

  /**
   * Takes in a list, however it was read: here, on the way to a renewal, or to settle one. `readAt`: when it was asked
   * for. One that was asked for before the newest and took longer would bring old ends back: it is dropped.
   */
  function learned(accountId: string, list: OrderList, readAt: number): void {
    const newest = newestAsked.get(accountId) ?? 0
    if (readAt < newest && newest - readAt < longestRead) return
    newestAsked.set(accountId, readAt)
    store.save(accountId, list, readAt)
    store.clearDoubt(accountId)
    // What was never shown has nothing to have moved from: its first known end counts as shown.
    const shown = store.shownEnds(
      accountId,
      list.orders.map((order) => order.orderId),
    )
    store.markShown(
      accountId,
      list.orders.filter((order) => !shown.has(order.orderId)),
    )
    problems.delete(accountId)
    // Held up, as by a sleep while another read was waited for, it says what time it was then, and not now.
    const isFresh = Math.abs(parts.now() - readAt) < longestRead
    if (list.vendorAt != null && isFresh) parts.timeTold(accountId, list.vendorAt)
    parts.changed()
  }

  async function read(accountId: string): Promise<Result<null, string>> {
    const access = await parts.access(accountId)
    // As old as its asking: what the vendor changed while the answer was on its way may not be in it.
    const askedAt = parts.now()
    const list = access.ok ? await parts.read(access.value) : access
    if (list.ok) {
      learned(accountId, list.value, askedAt)
      return ok(null)
    }
    problems.set(accountId, list.error.message)
    return err(list.error.message)
  }

  return {
    learned,
    /** Reads the list anew; a second call meanwhile joins the first. */
    refresh: (accountId: string): Promise<Result<null, string>> =>
      reads.join(accountId, () => read(accountId)),
    /** It was to be read, but the machine is offline, so that nothing was sent. `message`: for a person. */
    missed(accountId: string, message: string): void {
      problems.set(accountId, message)
      parts.changed()
    },
    state(accountId: string): OrdersState {
      const { orders, notUnderstood, readAt } = store.get(accountId)
      const reading = reads.isRunning(accountId)
      return {
        count: orders.length,
        readAt,
        reading,
        problem: problems.get(accountId) ?? null,
        notUnderstood,
        repeated: repeatedIn(orders),
      }
    },
    known: (accountId: string) => store.get(accountId),
    shown: (accountId: string, orderIds: readonly string[]) => store.shownEnds(accountId, orderIds),
    markShown: (accountId: string, ends: readonly OrderEnd[]): void => store.markShown(accountId, ends),
    /** The list as it stands is on the screen. */
    allShown: (accountId: string): void => store.markShown(accountId, store.get(accountId).orders),
    doubtful: (accountId: string): boolean => store.doubtful(accountId),
    /** How many of the account's orders are in none of its groups. `held`: those that a group holds. */
    ungrouped: (accountId: string, held: FilterContext['held']): number =>
      countUngrouped(store.get(accountId).orders, held),
    /** Orders, soonest to end first, unreadable ends last. `held`: those that a group of the account holds. */
    page(accountId: string, query: OrdersQuery, held: FilterContext['held']): OrdersPage {
      const list = prepared(accountId)
      const rows = filterOrders(list, query, { held, now: parts.now() })
      return {
        rows: rows.slice(query.offset, query.offset + query.limit),
        total: rows.length,
        countries: list.countries,
      }
    },
  }
}

/** Counted once for each list: it is asked for at every change of anything. */
const repeats = new WeakMap<readonly LiveOrder[], number>()

function repeatedIn(orders: readonly LiveOrder[]): number {
  const known = repeats.get(orders) ?? orders.reduce((sum, order) => sum + order.repeated, 0)
  repeats.set(orders, known)
  return known
}

/** The live orders, as others call them. */
export type Orders = ReturnType<typeof createOrders>
