import { closeSync, openSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from './database.ts'
import { diskProblemOf } from './diskProblem.ts'
import { fileNames } from './files.ts'
import { chunksOf, makeSeal, readSeal, removeSeal, type Seal, stillHolds, writeSeal } from './seal.ts'
import { checkWal } from './wal.ts'

/** Bytes of log after which it is moved into the database file: about a hundred renewals. */
const largeLog = 4 << 20

/**
 * Decides when the log moves into the database file, and keeps the seal right. It holds one file handle on the
 * database for as long as SQLite has it open: closing another would drop SQLite's own locks (POSIX).
 */
export class Checkpoints {
  readonly #db: Database
  readonly #folder: string
  readonly fd: number
  #seal: Seal | null
  #held = false
  #closed = false
  /** Found damaged while open: the seal that does not hold stays, so that the next start finds it too. */
  #damaged = false
  #nextAt = largeLog

  constructor(db: Database, folder: string) {
    this.#db = db
    this.#folder = folder
    this.fd = openSync(join(folder, fileNames.database), 'r')
    this.#seal = readSeal(folder)
  }

  /** The seal on the database as it is now; null while it has none. */
  get seal(): Seal | null {
    return this.#seal
  }

  /** Keeps the database file as it is until the release is called, for copying. Null when it is held already. */
  hold(): (() => void) | null {
    if (this.#held) return null
    this.#held = true
    return () => {
      this.#held = false
      if (this.#closed) closeSync(this.fd)
    }
  }

  /** Checkpoints when the log has grown large. */
  ifLarge(): void {
    const size = this.#logSize()
    if (size < this.#nextAt) return
    // Put off, not repeated at every write, when a viewer's long read stands in the way.
    this.#nextAt = this.now() ? largeLog : size + largeLog
  }

  /**
   * Moves the log into the file and seals it. False when something was in the way: then nothing is lost, the log
   * stays, and without a seal the next start checks the slow way. `last`: the store is closing, and a copy under way
   * is given up.
   */
  now(last: 'last' | 'more' = 'more'): boolean {
    if (this.#damaged || (this.#held && last === 'more')) return false
    try {
      return this.#checkpoint()
    } catch (error) {
      if (diskProblemOf(error, this.#folder) === null) throw error
      return false
    }
  }

  /** Closes the database, then its file handle. */
  close(): void {
    // Closing makes SQLite move a log that is left into the file: the seal would not hold any more.
    if (this.#logSize() > 0 && !this.#damaged) this.#tryToUnseal()
    this.#db.close()
    this.#closed = true
    // A copy under way still reads from it.
    if (!this.#held) closeSync(this.fd)
  }

  #tryToUnseal(): void {
    try {
      removeSeal(this.#folder)
    } catch (error) {
      // A folder in which nothing can be removed is one in which SQLite cannot write either.
      if (diskProblemOf(error, this.#folder) === null) throw error
    }
  }

  #checkpoint(): boolean {
    const size = this.#logSize()
    if (size === 0 && this.#seal) return true
    const changing = this.#seal && { seal: this.#seal, chunks: this.#chunksInLog(size) }
    if (changing && !stillHolds(this.fd, changing)) {
      this.#damaged = true
      return false
    }
    this.#seal = null
    removeSeal(this.#folder)
    if (!this.#db.checkpoint()) return false
    const seal = makeSeal(this.fd, this.#db.pragma('user_version'), changing)
    writeSeal(this.#folder, seal)
    this.#seal = seal
    return true
  }

  /** Null, for any, when the log is too long to be read for this. */
  #chunksInLog(size: number): Set<number> | null {
    if (size > 16 * largeLog) return null
    const log = checkWal(readFileSync(join(this.#folder, fileNames.wal)))
    return log.state === 'sound' ? chunksOf(log.pages, log.pageSize) : null
  }

  #logSize(): number {
    return statSync(join(this.#folder, fileNames.wal), { throwIfNoEntry: false })?.size ?? 0
  }
}
