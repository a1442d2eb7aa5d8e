import { DatabaseSync, type StatementSyncInstance } from '@photostructure/sqlite'

/** What a column holds or a parameter may be. The store keeps no blobs. */
export type SqlValue = string | number | null
/** A row as SQLite gives it; whoever reads it parses it. */
export type Row = Readonly<Record<string, unknown>>

/** `LSBR`: tells Leasebar's databases from others. */
export const applicationId = 0x4c534252

/** Ms to wait for a lock: long enough for a viewer's short read, short enough for a person with a finger on the button. */
const busyTimeout = 250

/** A SQLite connection with cached statements. Throws what SQLite says; the callers turn it into words. */
export class Database {
  readonly #raw: InstanceType<typeof DatabaseSync>
  readonly #statements = new Map<string, StatementSyncInstance>()

  /** Opens an existing file in WAL mode, every commit synced, checkpoints only when asked. */
  constructor(path: string) {
    this.#raw = new DatabaseSync(path, { timeout: busyTimeout, defensive: true })
    try {
      this.#raw.exec('PRAGMA journal_mode = WAL')
      // After the mode: this build's default for WAL is NORMAL, which loses commits in a power cut.
      this.#raw.exec('PRAGMA synchronous = FULL')
      this.#raw.exec('PRAGMA wal_autocheckpoint = 0')
      this.#raw.exec('PRAGMA cell_size_check = ON')
      this.#raw.exec('PRAGMA trusted_schema = OFF')
    } catch (error) {
      this.#raw.close()
      throw error
    }
  }

  /** Runs statements without parameters. */
  exec(sql: string): void {
    this.#raw.exec(sql)
  }

  /** Runs one statement; gives the number of rows it changed. */
  run(sql: string, ...values: SqlValue[]): number {
    return this.#prepared(sql).run(...values).changes
  }

  /** The first row, or null. */
  get(sql: string, ...values: SqlValue[]): Row | null {
    const row: unknown = this.#prepared(sql).get(...values)
    return isRow(row) ? row : null
  }

  /** Every row. */
  all(sql: string, ...values: SqlValue[]): Row[] {
    const rows: unknown[] = this.#prepared(sql).all(...values)
    return rows.filter(isRow)
  }

  /** Every row, one at a time: for tables too long to hold. */
  *each(sql: string, ...values: SqlValue[]): Generator<Row> {
    // Its own statement: a cached one could be restarted by the code that takes the rows.
    const statement = this.#raw.prepare(sql)
    for (const row of statement.iterate(...values)) if (isRow(row)) yield row
  }

  /** The number that a PRAGMA answers. */
  pragma(name: string): number {
    const value = Object.values(this.get(`PRAGMA ${name}`) ?? {})[0]
    return typeof value === 'number' ? value : 0
  }

  /** Does the work in one transaction, committed and synced at return; anything thrown takes it back whole. */
  transaction<T>(work: () => T): T {
    this.#raw.exec('BEGIN IMMEDIATE')
    try {
      const value = work()
      this.#raw.exec('COMMIT')
      return value
    } catch (error) {
      // A full disk may have rolled it back already.
      if (this.#raw.isTransaction) this.#raw.exec('ROLLBACK')
      throw error
    }
  }

  /** Moves the log into the file and empties it, synced. False when another program's reading kept it from ending. */
  checkpoint(): boolean {
    return this.get('PRAGMA wal_checkpoint(TRUNCATE)')?.busy === 0
  }

  /** SQLite's own check of structure; null when it finds nothing, else its first complaint. */
  integrityComplaint(): string | null {
    const answer = this.get('PRAGMA integrity_check(1)')?.integrity_check
    return answer === 'ok' ? null : String(answer)
  }

  /** Closes the connection; harmless when closed. */
  close(): void {
    this.#statements.clear()
    if (this.#raw.isOpen) this.#raw.close()
  }

  #prepared(sql: string): StatementSyncInstance {
    const known = this.#statements.get(sql)
    if (known) return known
    const statement = this.#raw.prepare(sql)
    this.#statements.set(sql, statement)
    return statement
  }
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null
}
