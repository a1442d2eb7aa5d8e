import { chmodSync, closeSync, copyFileSync, existsSync, fsyncSync, openSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { applicationId, Database } from './database.ts'
import { isDamage } from './diskProblem.ts'
import { createEmpty, fileNames, ownerOnly, removeBuilding, syncFolder } from './files.ts'
import { complaintAbout } from './inspect.ts'
import { restoredMark, writeMeta } from './meta.ts'
import { type Migration, migrate, targetVersion } from './migrations.ts'

/** What a rebuilt database starts from, before the black box is replayed over it. */
export type Base = 'nothing' | 'databaseFile' | 'goodCopy'

/** A file that a database may be rebuilt from; its name in the data folder. */
export interface Candidate {
  readonly base: Base
  readonly name: string
}

/**
 * Puts a new database in place: a checked copy of the first candidate that is sound, else an empty one. It is made
 * under another name and renamed, so that a crash leaves none or a whole one. `mark`: say in it that it was put
 * back. Throws what the disk says.
 */
export function buildDatabase(
  folder: string,
  candidates: readonly Candidate[],
  steps: readonly Migration[],
  mark: boolean,
): Base {
  const base =
    candidates.find(({ name }) => isUsable(folder, name, targetVersion(steps)))?.base ?? empty(folder, steps)
  const path = join(folder, fileNames.building)
  const db = new Database(path)
  try {
    if (mark) writeMeta(db, restoredMark, '1')
    db.checkpoint()
  } finally {
    db.close()
  }
  const fd = openSync(path, 'r+')
  fsyncSync(fd)
  closeSync(fd)
  renameSync(path, join(folder, fileNames.database))
  syncFolder(folder)
  return base
}

function empty(folder: string, steps: readonly Migration[]): Base {
  removeBuilding(folder)
  const path = join(folder, fileNames.building)
  createEmpty(path)
  const db = new Database(path)
  try {
    migrate(db, steps)
  } finally {
    db.close()
  }
  return 'nothing'
}

/** Copies a candidate to the building place and checks it there, so that the original is never touched. */
function isUsable(folder: string, name: string, newest: number): boolean {
  removeBuilding(folder)
  if (!existsSync(join(folder, name))) return false
  const path = join(folder, fileNames.building)
  copyFileSync(join(folder, name), path)
  chmodSync(path, ownerOnly)
  let db: Database | null = null
  try {
    db = new Database(path)
    const version = db.pragma('user_version')
    const ours = db.pragma('application_id') === applicationId && version >= 1 && version <= newest
    return ours && complaintAbout(db) === null
  } catch (error) {
    if (isDamage(error)) return false
    throw error
  } finally {
    db?.close()
  }
}
