import { type Money, moneySchema } from '../../shared/domain/money.ts'
import { type OrderEnd, orderEndSchema } from '../../shared/domain/order.ts'
import {
  type Check,
  checkSchema,
  type Renewal,
  type RenewalIntent,
  type RenewalResult,
  renewalIntentSchema,
  type Settlement,
  settlementSchema,
} from '../../shared/domain/renewal.ts'
import { err, type Result } from '../../shared/domain/result.ts'
import type { Payment, Spend } from '../../shared/domain/spending.ts'
import { words } from '../../shared/words/words.ts'
import type { DiskProblem } from './diskProblem.ts'
import {
  type HistoryQuery,
  historyQueries,
  mostOthers,
  newestByGroup,
  othersAfter,
  othersBefore,
  paidBetween,
  payments,
  spent,
  spentQuery,
} from './journalQueries.ts'
import type { StoreParts } from './records.ts'
import { fitResult, RenewalRows } from './renewalRows.ts'
import { paymentsOf, spendOf } from './spendRows.ts'
import type { WriteKind } from './writer.ts'

/** The durable record of every renewal. Writes are synchronous: what they return is on the disk, twice. */
export interface JournalStore {
  /** Writes the row before the money moves. On a failure nothing may be sent, and the row counts nowhere. */
  readonly begin: (intent: RenewalIntent) => Result<void, DiskProblem>
  /** Adds the result to a row that was begun. May be repeated until the disk takes it. */
  readonly finish: (id: string, result: RenewalResult) => Result<void, DiskProblem>
  /** Writes an attempt that ended before anything was sent, whole. */
  readonly record: (intent: RenewalIntent, result: RenewalResult) => Result<void, DiskProblem>
  readonly settle: (id: string, settlement: Settlement) => Result<void, DiskProblem>
  readonly addEndsAfter: (id: string, ends: readonly OrderEnd[]) => Result<void, DiskProblem>
  /** Keeps the last look at the vendor beside an `unknown` row, and its ends as those read afterwards. */
  readonly addCheck: (id: string, check: Check) => Result<void, DiskProblem>
  /**
   * The rows around one that may have moved the same ends or the same balance, of all accounts, oldest first: every
   * later one, and of the earlier ones the open and the most recent. `whole` is false when there are more later ones.
   */
  readonly others: (id: string) => {
    readonly before: readonly Renewal[]
    readonly after: readonly Renewal[]
    readonly whole: boolean
  }
  readonly get: (id: string) => Renewal | null
  /** Rows whose result is missing, oldest first. */
  readonly sending: () => readonly Renewal[]
  /**
   * Unsettled `unknown` rows, those still sending included, oldest first; null: of every account.
   * Throws when one cannot be read.
   */
  readonly unsettled: (accountId: string | null) => readonly Renewal[]
  /**
   * Rows that count as renewed and ended at or after `since` (ms since the epoch); null: of every account.
   * Throws when one cannot be read.
   */
  readonly renewedSince: (accountId: string | null, since: number) => readonly Renewal[]
  /** A page of the history: unsettled first, then the newest first. `total` counts every row that fits. */
  readonly page: (query: HistoryQuery) => { readonly rows: Renewal[]; readonly total: number }
  /**
   * All that a query finds as of now, in the history's order, in parts of so many: nothing twice, nothing left out. Null
   * for a row that cannot be read.
   */
  readonly each: (
    query: Omit<HistoryQuery, 'offset' | 'limit'>,
    size: number,
  ) => Iterable<readonly (Renewal | null)[]>
  /** What the renewals of a query cost together, and may have cost. */
  readonly spentBy: (query: Omit<HistoryQuery, 'offset' | 'limit'>) => readonly Spend[]
  /** The newest renewal of each group; of one account or of all. */
  readonly lastByGroup: (accountId?: string) => Map<string, Renewal>
  /**
   * Sums of the quoted prices of renewals begun at or after `since` (ms since the epoch) that are renewed or may be,
   * one a currency: sums never cross them.
   */
  readonly spentSince: (accountId: string, since: number) => readonly Money[]
  /** What renewals begun at or after `from` and before `to` (ms since the epoch) cost, by currency. */
  readonly paidBetween: (accountId: string, from: number, to: number) => readonly Spend[]
  /** The newest renewals begun at or after `since` that are renewed or may be, at most `most`, oldest first. */
  readonly payments: (accountId: string, since: number, most: number) => readonly Payment[]
  /** Number of unsettled renewals by account id. */
  readonly unsettledCounts: () => Map<string, number>
}

/** Makes the journal's part of the store. */
export function journalStore(parts: StoreParts): JournalStore {
  const { db, writer } = parts
  const rows = new RenewalRows(parts)
  const exists = (id: string) => db.get('SELECT 1 FROM renewals WHERE id = ?', id) !== null
  const patch = (id: string, set: Record<string, unknown>, kind: WriteKind) =>
    exists(id)
      ? writer.write([{ table: 'renewals', id, set }], kind)
      : err({ message: words().renewals.notInJournal })

  return {
    begin: (intent) => {
      const row = { intent: renewalIntentSchema.parse(intent), result: null, settlement: null, endsAfter: [] }
      if (exists(intent.id)) return err({ message: words().store.renewalThere })
      return writer.write([{ table: 'renewals', id: intent.id, row }], 'wish', { urgent: true })
    },
    finish: (id, result) => patch(id, { result: fitResult(result) }, 'fact'),
    record: (intent, result) => {
      const whole = { intent: renewalIntentSchema.parse(intent), result: fitResult(result) }
      const row = { ...whole, settlement: null, endsAfter: [] }
      return writer.write([{ table: 'renewals', id: intent.id, row }], 'fact')
    },
    settle: (id, settlement) => patch(id, { settlement: settlementSchema.parse(settlement) }, 'wish'),
    addEndsAfter: (id, ends) => patch(id, { endsAfter: orderEndSchema.array().parse(ends) }, 'fact'),
    addCheck: (id, check) =>
      patch(
        id,
        {
          check: checkSchema.parse(check),
          endsAfter: check.orders.map(({ orderId, endsAt }) => ({ orderId, endsAt })),
        },
        'fact',
      ),
    others: (id) => {
      const after = rows.listAll(othersAfter, id, mostOthers + 1)
      return {
        before: rows.listAll(othersBefore, id, mostOthers),
        after: after.slice(0, mostOthers),
        whole: after.length <= mostOthers,
      }
    },
    get: (id) => rows.byId(id),
    sending: () => rows.list('SELECT n FROM renewals WHERE finished = 0 ORDER BY n'),
    unsettled: (accountId) =>
      rows.listAll(
        'SELECT n FROM renewals WHERE open = 1 AND (?1 IS NULL OR account_id = ?1) ORDER BY n',
        accountId,
      ),
    renewedSince: (accountId, since) => {
      const select = `SELECT n FROM renewals
        WHERE outcome = 'renewed' AND (?1 IS NULL OR account_id = ?1) AND ended_at >= ?2 ORDER BY ended_at`
      return rows.listAll(select, accountId, since)
    },
    page: (query) => {
      const { rows: found, total } = historyQueries(query)
      const counted = db.get(total.sql, ...total.values)?.n
      return {
        rows: rows.list(found.sql, ...found.values),
        total: typeof counted === 'number' ? counted : 0,
      }
    },
    each: function* (query, size) {
      const { sql, values } = historyQueries({ ...query, offset: 0, limit: -1 }).rows
      // The rows' numbers are taken at once: what settles or begins meanwhile moves nothing.
      const numbers = db.all(sql, ...values).flatMap(({ n }) => (typeof n === 'number' ? [n] : []))
      for (let from = 0; from < numbers.length; from += size) {
        yield rows.byNumbers(numbers.slice(from, from + size))
      }
    },
    spentBy: (query) => {
      const { sql, values } = spentQuery(query)
      return spendOf(db.all(sql, ...values))
    },
    lastByGroup: (accountId) => {
      const newest = rows.list(newestByGroup, accountId ?? null)
      return new Map(newest.map((renewal) => [renewal.intent.groupId, renewal]))
    },
    spentSince: (accountId, since) => moneySchema.array().parse(db.all(spent, accountId, since)),
    paidBetween: (accountId, from, to) => spendOf(db.all(paidBetween, accountId, from, to)),
    payments: (accountId, since, most) => paymentsOf(db.all(payments, accountId, since, most)),
    unsettledCounts: () => {
      const counts = new Map<string, number>()
      const select = 'SELECT account_id, count(*) AS n FROM renewals WHERE open = 1 GROUP BY account_id'
      for (const { account_id: id, n } of db.all(select)) {
        if (typeof id === 'string' && typeof n === 'number') counts.set(id, n)
      }
      return counts
    },
  }
}
