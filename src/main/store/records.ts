import type { z } from 'zod'
import { rowHolds } from './apply.ts'
import type { BoxedTable } from './changes.ts'
import type { Database } from './database.ts'
import type { Writer } from './writer.ts'

/** A row that could not be read: what was there is kept, but not shown. */
export interface UnreadableRow {
  readonly table: string
  readonly id: string
  readonly reason: 'checksum' | 'form'
}

/** Remembers unreadable rows, each once. */
export class UnreadableRows {
  readonly #rows = new Map<string, UnreadableRow>()

  add(row: UnreadableRow): void {
    this.#rows.set(`${row.table} ${row.id}`, row)
  }

  list(): UnreadableRow[] {
    return [...this.#rows.values()]
  }
}

/** Parses a row's body by its schema; null, and remembered, when its checksum or its form is wrong. */
export function readBody<T>(
  schema: z.ZodType<T>,
  row: { readonly table: string; readonly id: string; readonly body: unknown; readonly sum: unknown },
  unreadable: UnreadableRows,
): T | null {
  const { table, id, body, sum } = row
  if (typeof body !== 'string' || typeof sum !== 'string' || !rowHolds(id, body, sum)) {
    unreadable.add({ table, id, reason: 'checksum' })
    return null
  }
  const parsed = schema.safeParse(JSON.parse(body))
  if (parsed.success) return parsed.data
  unreadable.add({ table, id, reason: 'form' })
  return null
}

/** The rows of a short table, parsed once and kept until the table changes. */
export class Records<T> {
  readonly #db: Database
  readonly #writer: Writer
  readonly #table: BoxedTable
  readonly #schema: z.ZodType<T>
  readonly #unreadable: UnreadableRows
  #rows: ReadonlyMap<string, T> = new Map()
  #version = -1

  constructor(
    parts: { readonly db: Database; readonly writer: Writer; readonly unreadable: UnreadableRows },
    table: BoxedTable,
    schema: z.ZodType<T>,
  ) {
    this.#db = parts.db
    this.#writer = parts.writer
    this.#unreadable = parts.unreadable
    this.#table = table
    this.#schema = schema
  }

  /** Every readable row by its id. */
  all(): ReadonlyMap<string, T> {
    const version = this.#writer.version(this.#table)
    if (version !== this.#version) {
      this.#rows = this.#read()
      this.#version = version
    }
    return this.#rows
  }

  #read(): Map<string, T> {
    const rows = new Map<string, T>()
    for (const { id, body, sum } of this.#db.all(`SELECT id, body, sum FROM ${this.#table}`)) {
      if (typeof id !== 'string') continue
      const value = readBody(this.#schema, { table: this.#table, id, body, sum }, this.#unreadable)
      if (value !== null) rows.set(id, value)
    }
    return rows
  }
}

/** What the parts of the store share. */
export interface StoreParts {
  readonly db: Database
  readonly writer: Writer
  readonly unreadable: UnreadableRows
}
