import { z } from 'zod'
import type { OrderList } from '../../shared/domain/exchange.ts'
import { type LiveOrder, liveOrderSchema, type OrderEnd } from '../../shared/domain/order.ts'
import type { StoreParts } from './records.ts'

/** The vendor's orders as last read. */
export interface StoredOrders {
  readonly orders: readonly LiveOrder[]
  /** Records of the vendor's list that could not be understood. */
  readonly notUnderstood: number
  /** Ms since the epoch; null: never. */
  readonly readAt: number | null
}

/** The live orders and their ends. What the disk refuses here is told and otherwise lost: it can be read again. */
export interface OrdersStore {
  /**
   * Replaces the account's list. `readAt`: ms since the epoch; of a list that says the same as the one before it is
   * kept for this run only. Does not clear a doubt: the caller says when.
   */
  readonly save: (accountId: string, list: OrderList, readAt: number) => void
  readonly get: (accountId: string) => StoredOrders
  /** Ends as last shown to the person, ms since the epoch, by order id. */
  readonly shownEnds: (accountId: string, orderIds: readonly string[]) => Map<string, number>
  /** Remembers what the person has seen; an end that could not be read leaves the one before. */
  readonly markShown: (accountId: string, ends: readonly OrderEnd[]) => void
  /** True from a restoring of the database until the account's ends were read again. */
  readonly doubtful: (accountId: string) => boolean
  readonly clearDoubt: (accountId: string) => void
}

const rowSchema = z.object({ body: z.string(), not_understood: z.int(), read_at: z.number() })
const never: StoredOrders = { orders: [], notUnderstood: 0, readAt: null }

/** Makes the orders' part of the store. */
export function ordersStore({ db, writer }: StoreParts): OrdersStore {
  // Nobody else writes these tables while the store is open. A long list is megabytes of text: it is read once.
  const known = new Map<string, StoredOrders>()
  const shown = new Map<string, Map<string, number>>()

  /** Whether the account has a list: it goes with the account. */
  const hasList = (accountId: string): boolean =>
    db.get('SELECT 1 FROM order_lists WHERE account_id = ?', accountId) !== null

  function readList(accountId: string): StoredOrders {
    const row = rowSchema.safeParse(db.get('SELECT * FROM order_lists WHERE account_id = ?', accountId))
    if (!row.success) return never
    const { orders, notUnderstood } = parseOrders(row.data.body)
    return { orders, notUnderstood: notUnderstood + row.data.not_understood, readAt: row.data.read_at }
  }

  function endsShown(accountId: string): Map<string, number> {
    // They go with their account.
    const some = db.get('SELECT 1 FROM shown_ends WHERE account_id = ? LIMIT 1', accountId) !== null
    const before = some ? shown.get(accountId) : undefined
    if (before) return before
    const ends = new Map<string, number>()
    for (const row of db.all('SELECT order_id, ends_at FROM shown_ends WHERE account_id = ?', accountId)) {
      const { order_id: orderId, ends_at: endsAt } = row
      if (typeof orderId === 'string' && typeof endsAt === 'number') ends.set(orderId, endsAt)
    }
    shown.set(accountId, ends)
    return ends
  }

  return {
    save: (accountId, { orders, notUnderstood }, readAt) => {
      const before = known.get(accountId)
      if (
        before &&
        hasList(accountId) &&
        before.notUnderstood === notUnderstood &&
        same(before.orders, orders)
      ) {
        // The same megabytes again: on the disk stays when they were first read, in memory when they were last.
        known.set(accountId, { ...before, readAt })
        return
      }
      const written = writer.localOrTell(() => {
        const put =
          'INSERT OR REPLACE INTO order_lists (account_id, body, not_understood, read_at) VALUES (?, ?, ?, ?)'
        db.run(put, accountId, JSON.stringify(orders), notUnderstood, readAt)
      })
      if (written) known.set(accountId, { orders, notUnderstood, readAt })
    },
    get: (accountId) => {
      if (!hasList(accountId)) {
        known.delete(accountId)
        return never
      }
      const found = known.get(accountId) ?? readList(accountId)
      known.set(accountId, found)
      return found
    },
    shownEnds: (accountId, orderIds) => {
      const ends = endsShown(accountId)
      return new Map(
        orderIds.flatMap((id): [string, number][] => {
          const end = ends.get(id)
          return end === undefined ? [] : [[id, end]]
        }),
      )
    },
    markShown: (accountId, ends) => {
      const before = endsShown(accountId)
      // What says the same is left alone: windows show the same ends again and again.
      const news = ends.flatMap(({ orderId, endsAt }): [string, number][] =>
        endsAt === null || before.get(orderId) === endsAt ? [] : [[orderId, endsAt]],
      )
      if (news.length === 0) return
      // One statement, however many: a call of SQLite for each of 20,000 would stop everything for a while.
      const put = `INSERT INTO shown_ends (account_id, order_id, ends_at)
        SELECT ?1, value ->> 0, CAST(value ->> 1 AS REAL) FROM json_each(?2) WHERE true
        ON CONFLICT DO UPDATE SET ends_at = excluded.ends_at`
      const written = writer.localOrTell(() => db.run(put, accountId, JSON.stringify(news)))
      if (written) for (const [orderId, endsAt] of news) before.set(orderId, endsAt)
    },
    doubtful: (accountId) => db.get('SELECT 1 FROM doubts WHERE account_id = ?', accountId) !== null,
    clearDoubt: (accountId) => {
      // A write is a sync of the disk: there is hardly ever anything to clear.
      const isDoubtful = db.get('SELECT 1 FROM doubts WHERE account_id = ?', accountId) !== null
      if (isDoubtful) writer.localOrTell(() => db.run('DELETE FROM doubts WHERE account_id = ?', accountId))
    },
  }
}

/** Whether two lists say the same of the same orders in the same order. */
function same(a: readonly LiveOrder[], b: readonly LiveOrder[]): boolean {
  return a.length === b.length && a.every((order, at) => sameOrder(order, b[at]))
}

function sameOrder(a: LiveOrder, b: LiveOrder | undefined): boolean {
  return (
    b !== undefined &&
    a.orderId === b.orderId &&
    a.proxyType === b.proxyType &&
    a.addresses === b.addresses &&
    a.repeated === b.repeated &&
    a.endsAt === b.endsAt &&
    a.oddEnds === b.oddEnds &&
    a.autoExtend === b.autoExtend &&
    sameTexts(a.sample, b.sample) &&
    sameTexts(a.countries, b.countries)
  )
}

function sameTexts(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, at) => text === b[at])
}

/** Reads each order alone: one that a damaged byte spoilt counts as not understood and takes no other with it. */
function parseOrders(body: string): { orders: LiveOrder[]; notUnderstood: number } {
  let json: unknown
  try {
    json = JSON.parse(body)
  } catch {
    return { orders: [], notUnderstood: 1 }
  }
  const records: readonly unknown[] = Array.isArray(json) ? json : []
  const orders = records.flatMap((record) => liveOrderSchema.safeParse(record).data ?? [])
  return { orders, notUnderstood: records.length - orders.length }
}
