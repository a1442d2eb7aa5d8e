import { err, ok, type Result } from '../../shared/domain/result.ts'
import { applyChange } from './apply.ts'
import type { BlackBox, BoxPosition } from './blackBox.ts'
import { type BoxedTable, boxedTables, type Change, type Line } from './changes.ts'
import type { Checkpoints } from './checkpoints.ts'
import type { Database } from './database.ts'
import { type DiskProblem, diskProblemOf, diskProblemOrThrow } from './diskProblem.ts'
import { writeBoxPosition } from './meta.ts'

/**
 * `wish`: when it cannot be written whole it must not count at all (a renewal to be begun, a group to be saved).
 * `fact`: it has happened; when only one of the two files took it, it stays there and is caught up.
 */
export type WriteKind = 'wish' | 'fact'

/** A change of a table that goes into the black box. */
export type BoxedChange = Change & { readonly table: BoxedTable }

/** What the writer works on. */
export interface WriterParts {
  readonly db: Database
  readonly box: BlackBox
  readonly checkpoints: Checkpoints
  readonly folder: string
  readonly now: () => number
  readonly schema: number
  /** Hears of problems with what may be lost (a balance point, a list that can be read again). */
  readonly onProblem: (problem: DiskProblem) => void
}

/** The one way to the disk: first the black box, synced, then the database, committed and synced. */
export class Writer {
  readonly #parts: WriterParts
  /** Lines that are in the black box and not yet in the database. */
  #pending: Line[] = []
  #afterFailure = false
  readonly #versions: Record<BoxedTable, number> = {
    accounts: 0,
    groups: 0,
    settings: 0,
    renewals: 0,
    auto_switches: 0,
  }

  constructor(parts: WriterParts) {
    this.#parts = parts
  }

  /** Grows whenever a table changed: what was read before is stale. */
  version(table: BoxedTable): number {
    return this.#versions[table]
  }

  /**
   * Writes changes to black box and database. `urgent` puts housekeeping off: money is about to move.
   * Fails with words when the disk refuses either; then a wish counts nowhere.
   */
  write(
    changes: readonly BoxedChange[],
    kind: WriteKind,
    options: { readonly urgent?: boolean; readonly also?: () => void } = {},
  ): Result<void, DiskProblem> {
    const { box, folder, now, schema } = this.#parts
    const before = box.position
    const at = now()
    const lines = changes.map(
      (change, index): Line => ({ v: schema, seq: before.seq + index + 1, at, ...change }),
    )
    try {
      box.append(lines)
    } catch (error) {
      return err(diskProblemOrThrow(error, folder))
    }
    try {
      this.#commit([...this.#pending, ...lines], options.also)
    } catch (error) {
      this.#afterFailure = true
      const problem = diskProblemOf(error, folder)
      if (kind === 'fact' && problem) this.#pending.push(...lines)
      else this.#takeBack(lines, before)
      if (!problem) throw error
      return err(problem)
    }
    this.#pending = []
    if (!options.urgent) this.#tidy()
    return ok(undefined)
  }

  /** Writes what goes into the database alone. Fails with words. */
  local(work: () => void): Result<void, DiskProblem> {
    try {
      this.#parts.db.transaction(work)
    } catch (error) {
      this.#afterFailure = true
      return err(diskProblemOrThrow(error, this.#parts.folder))
    }
    this.#tidy()
    return ok(undefined)
  }

  /** The same for what may be lost: a problem is told, and life goes on. True when it was written. */
  localOrTell(work: () => void): boolean {
    const done = this.local(work)
    if (!done.ok) this.#parts.onProblem(done.error)
    return done.ok
  }

  #commit(lines: readonly Line[], also: (() => void) | undefined): void {
    const { db, box } = this.#parts
    db.transaction(() => {
      for (const line of lines) if (!('void' in line)) applyChange(db, line)
      also?.()
      writeBoxPosition(db, box.position)
    })
    for (const line of lines) {
      const table = 'void' in line ? undefined : boxedTables.find((name) => name === line.table)
      if (table) this.#versions[table] += 1
    }
  }

  /**
   * The caller is told no, so the lines must not come back at the next start: a line more says so, or they are cut
   * off again. On a disk that refuses both they stay, and a begun renewal would show as `unknown` although nothing
   * was sent: the careful side.
   */
  #takeBack(lines: readonly Line[], before: BoxPosition): void {
    const { box, folder, now, schema } = this.#parts
    const seq = box.position.seq + 1
    try {
      box.append([{ v: schema, seq, at: now(), void: lines.map((line) => line.seq) }])
    } catch (error) {
      if (diskProblemOf(error, folder) === null) throw error
      box.cutBack(before)
    }
  }

  #tidy(): void {
    const { checkpoints } = this.#parts
    // A commit that failed may have left frames at the log's end that would look like damage after a crash.
    if (this.#afterFailure) this.#afterFailure = !checkpoints.now()
    else checkpoints.ifLarge()
  }
}
