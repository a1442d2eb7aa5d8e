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
  /** Replaces the account's list. `readAt`: ms since the epoch. Does not clear a doubt: the caller says when. */
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
  const known = new Map<string, { readonly body: string; readonly orders: StoredOrders }>()
  return {
    save: (accountId, list, readAt) =>
      writer.localOrTell(() => {
        const put =
          'INSERT OR REPLACE INTO order_lists (account_id, body, not_understood, read_at) VALUES (?, ?, ?, ?)'
        db.run(put, accountId, JSON.stringify(list.orders), list.notUnderstood, readAt)
      }),
    get: (accountId) => {
      const row = rowSchema.safeParse(db.get('SELECT * FROM order_lists WHERE account_id = ?', accountId))
      if (!row.success) return never
      const cached = known.get(accountId)
      if (cached && cached.body === row.data.body && cached.orders.readAt === row.data.read_at) {
        return cached.orders
      }
      const orders = { ...parseOrders(row.data.body), readAt: row.data.read_at }
      orders.notUnderstood += row.data.not_understood
      known.set(accountId, { body: row.data.body, orders })
      return orders
    },
    shownEnds: (accountId, orderIds) => {
      const ends = new Map<string, number>()
      for (const id of orderIds) {
        const select = 'SELECT ends_at FROM shown_ends WHERE account_id = ? AND order_id = ?'
        const end = db.get(select, accountId, id)?.ends_at
        if (typeof end === 'number') ends.set(id, end)
      }
      return ends
    },
    markShown: (accountId, ends) => {
      // Rows that say the same are left alone: windows show the same ends again and again.
      const put = `INSERT INTO shown_ends (account_id, order_id, ends_at) VALUES (?, ?, ?)
        ON CONFLICT DO UPDATE SET ends_at = excluded.ends_at WHERE ends_at <> excluded.ends_at`
      const readable = ends.filter((end) => end.endsAt !== null)
      if (readable.length === 0) return
      writer.localOrTell(() => {
        for (const { orderId, endsAt } of readable) db.run(put, accountId, orderId, endsAt)
      })
    },
    doubtful: (accountId) => db.get('SELECT 1 FROM doubts WHERE account_id = ?', accountId) !== null,
    clearDoubt: (accountId) =>
      writer.localOrTell(() => db.run('DELETE FROM doubts WHERE account_id = ?', accountId)),
  }
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
