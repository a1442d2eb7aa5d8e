import {
  type Renewal,
  type RenewalResult,
  renewalResultSchema,
  renewalSchema,
} from '../../shared/domain/renewal.ts'
import type { Row, SqlValue } from './database.ts'
import { readBody, type StoreParts } from './records.ts'

/** Parsed rows that are kept: the last renewal of every group and a few pages of the history. */
const keptRows = 2000

const bodySchema = renewalSchema.omit({ unsaved: true })

/** Reads journal rows, verified and parsed; a row read before and unchanged since is not parsed again. */
export class RenewalRows {
  readonly #parts: StoreParts
  readonly #kept = new Map<string, { readonly sum: string; readonly renewal: Renewal }>()

  constructor(parts: StoreParts) {
    this.#parts = parts
  }

  /** The row with this id; null when there is none or it cannot be read. */
  byId(id: string): Renewal | null {
    const row = this.#parts.db.get('SELECT n, id, sum FROM renewals WHERE id = ?', id)
    return row && this.#load(row)
  }

  /** The rows whose numbers (`n`) a statement gives, without those that cannot be read. */
  list(sql: string, ...values: SqlValue[]): Renewal[] {
    return this.#read(sql, values).filter((row) => row !== null)
  }

  /** The rows of these numbers, null for one that cannot be read. They are not kept: there may be very many. */
  byNumbers(numbers: readonly number[]): (Renewal | null)[] {
    const { db } = this.#parts
    return numbers.map((n) => {
      const row = db.get('SELECT n, id, sum FROM renewals WHERE n = ?', n)
      return row && this.#load(row, false)
    })
  }

  /**
   * The same where money hangs on every single row: with one that cannot be read it throws, because a lock on orders
   * that silently fell away could pay twice. A damaged database is found at the next start.
   */
  listAll(sql: string, ...values: SqlValue[]): Renewal[] {
    return this.#read(sql, values).map((row) => {
      if (row === null) throw new Error('a journal row that a payment depends on cannot be read')
      return row
    })
  }

  #read(sql: string, values: readonly SqlValue[]): (Renewal | null)[] {
    const { db } = this.#parts
    return db.all(sql, ...values).map(({ n }) => {
      if (typeof n !== 'number') return null
      const row = db.get('SELECT n, id, sum FROM renewals WHERE n = ?', n)
      return row && this.#load(row)
    })
  }

  #load({ n, id, sum }: Row, keep = true): Renewal | null {
    if (typeof n !== 'number' || typeof id !== 'string' || typeof sum !== 'string') return null
    const kept = this.#kept.get(id)
    if (kept?.sum === sum) return kept.renewal
    const body = this.#parts.db.get('SELECT body FROM renewals WHERE n = ?', n)?.body
    const parsed = readBody(bodySchema, { table: 'renewals', id, body, sum }, this.#parts.unreadable)
    if (parsed === null) return null
    const renewal = { ...parsed, unsaved: false }
    if (keep) this.#keep(id, sum, renewal)
    return renewal
  }

  #keep(id: string, sum: string, renewal: Renewal): void {
    this.#kept.delete(id)
    this.#kept.set(id, { sum, renewal })
    const [oldest] = this.#kept.keys()
    if (this.#kept.size > keptRows && oldest !== undefined) this.#kept.delete(oldest)
  }
}

/**
 * A result whose texts fit the schema. The money has moved by then: a text that is too long must not keep the
 * outcome from being written, so it is cut instead of refused.
 */
export function fitResult(result: RenewalResult): RenewalResult {
  const cut = (text: string, length: number) =>
    text.length > length ? `${text.slice(0, length - 1)}…` : text
  const cutOrNull = (text: string | null, length: number) => (text === null ? null : cut(text, length))
  return renewalResultSchema.parse({
    ...result,
    detail: cut(result.detail, 1000),
    remarks: result.remarks.slice(0, 20).map((remark) => cut(remark, 400)),
    vendorError: result.vendorError && {
      ...result.vendorError,
      message: cut(result.vendorError.message, 300),
    },
    promoCodeStatus: cutOrNull(result.promoCodeStatus, 40),
    reply: cutOrNull(result.reply, 70_000),
  })
}
