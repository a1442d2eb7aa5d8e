import { join } from 'node:path'
import { err, ok, type Result } from '../../shared/domain/result.ts'
import { words } from '../../shared/words/words.ts'
import { assemble } from './assemble.ts'
import { BlackBox } from './blackBox.ts'
import { Checkpoints } from './checkpoints.ts'
import { Database } from './database.ts'
import { type DiskProblem, diskProblemOf, isDamage } from './diskProblem.ts'
import { fileNames, prepareFolder } from './files.ts'
import { copyBeforeMigration } from './goodCopy.ts'
import { lockFolder } from './lock.ts'
import { readMeta, restoredMark, writeMeta } from './meta.ts'
import { type Migration, migrate, migrations, targetVersion } from './migrations.ts'
import { isNewer, type Newer, type Place, placeDatabase } from './place.ts'
import { type Reconciled, reconcile } from './reconcile.ts'
import { notesOf, type OpenFacts } from './report.ts'
import { removeSeal } from './seal.ts'
import type { OpenProblem, Store } from './store.ts'

/** What opening a store needs. */
export interface OpenOptions {
  readonly folder: string
  /** Wall time, ms since the epoch. */
  readonly now: () => number
  /** Hears of problems with what may be lost (a balance point, a list that can be read again). */
  readonly onProblem?: (problem: DiskProblem) => void
  /** The schema's steps; only tests of migration give their own. */
  readonly steps?: readonly Migration[]
}

type Ends = (() => void)[]

/**
 * Opens the data folder: makes, checks, migrates or rebuilds the database, and brings it and the black box to the
 * same state. What was found and done is in `report`. Fails, having changed nothing, for a database of a newer app,
 * a folder that cannot be written, or one that another Leasebar has open.
 */
export function openStore(options: OpenOptions): Result<Store, OpenProblem> {
  const { folder } = options
  const ends: Ends = []
  const giveUp = (problem: OpenProblem) => {
    for (const end of ends.reverse()) end()
    return err(problem)
  }
  try {
    prepareFolder(folder)
    const lock = lockFolder(folder)
    if (!lock) return err(lockedProblem(folder))
    ends.push(lock.release)
    const opened = tryTwice(options, ends)
    return isNewer(opened) ? giveUp(newerProblem(folder, opened.newer)) : ok(opened)
  } catch (error) {
    const problem = diskProblemOf(error, folder)
    const refusal = giveUp({ kind: 'unwritable', message: problem?.message ?? '' })
    if (!problem) throw error
    return refusal
  }
}

/** A file that carries its seal and that SQLite still cannot read was bad when it was sealed: the slow check tells. */
function tryTwice(options: OpenOptions, ends: Ends): Store | Newer {
  const outer = ends.length
  try {
    return openLocked(options, ends)
  } catch (error) {
    if (!isDamage(error)) throw error
    for (const end of ends.splice(outer).reverse()) end()
    removeSeal(options.folder)
    return openLocked(options, ends)
  }
}

function openLocked(options: OpenOptions, ends: Ends): Store | Newer {
  const { folder, now, steps = migrations } = options
  const place = placeDatabase(folder, now(), steps)
  if (isNewer(place)) return place
  const db = new Database(join(folder, fileNames.database))
  ends.push(() => db.close())
  const checkpoints = new Checkpoints(db, folder)
  ends.push(() => checkpoints.close())
  const version = db.pragma('user_version')
  if (version > targetVersion(steps)) return { newer: version }
  const migratedFrom = version < targetVersion(steps) ? version : null
  if (migratedFrom !== null) {
    checkpoints.now()
    copyBeforeMigration(checkpoints, folder, targetVersion(steps))
    migrate(db, steps)
  }
  const found = new BlackBox(folder)
  const compared = reconcile(db, found, folder, now(), steps)
  if (isNewer(compared)) {
    found.close()
    return compared
  }
  ends.push(() => compared.box.close())
  const restored = castDoubt(db, compared.behind)
  checkpoints.now()
  const facts = factsOf(place, compared, migratedFrom, restored)
  const parts = { db, box: compared.box, checkpoints, folder, now, schema: targetVersion(steps) }
  return assemble(
    { ...parts, onProblem: options.onProblem ?? (() => undefined) },
    { ...facts, notes: notesOf(facts) },
    () => {
      for (const end of ends.reverse()) end()
    },
  )
}

/** After a restoring every account's ends are in doubt until they were read again. Gives whether there was one. */
function castDoubt(db: Database, behind: boolean): boolean {
  if (!behind && readMeta(db, restoredMark) === null) return false
  db.transaction(() => {
    db.run('INSERT OR IGNORE INTO doubts (account_id) SELECT id FROM accounts')
    writeMeta(db, restoredMark, null)
  })
  return true
}

function factsOf(
  place: Place,
  compared: Reconciled,
  migratedFrom: number | null,
  restored: boolean,
): OpenFacts {
  const migrated = migratedFrom === null ? 'opened' : 'migrated'
  return {
    database: place.made === 'found' ? migrated : place.made,
    migratedFrom,
    damage: place.damage,
    base: place.base,
    restored,
    replayed: compared.replayed,
    skippedLines: compared.skipped,
    blackBoxReplaced: compared.state === 'replaced',
    setAside: compared.setAside === null ? place.setAside : [...place.setAside, compared.setAside],
  }
}

function lockedProblem(folder: string): OpenProblem {
  return {
    kind: 'locked',
    message: words().store.locked(folder),
  }
}

function newerProblem(folder: string, version: number): OpenProblem {
  return {
    kind: 'newer',
    message: words().store.newer(folder, version),
  }
}
