import { existsSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { isBusy, isDamage } from './diskProblem.ts'
import { createEmpty, fileNames } from './files.ts'

/** Keeps every other program of ours out of a data folder until `release`; a killed process lets go by itself. */
export interface FolderLock {
  readonly release: () => void
}

/**
 * Takes the folder's lock, or gives null when another program has it. Node has no file locks, SQLite has them on
 * every system: an exclusive transaction on an empty database file that is never written. It is taken before any
 * file is looked at, because a second program would take the first one's half-made changes for damage.
 * Throws what the disk says.
 */
export function lockFolder(folder: string): FolderLock | null {
  const path = join(folder, fileNames.lock)
  if (!existsSync(path)) createEmpty(path)
  try {
    return tryLock(path)
  } catch (error) {
    if (isBusy(error)) return null
    if (!isDamage(error)) throw error
    // Nobody holds it, or it would have been busy: what stands in it is rubbish.
    truncateSync(path, 0)
    return tryLock(path)
  }
}

function tryLock(path: string): FolderLock {
  const raw = new DatabaseSync(path, { timeout: 0 })
  try {
    raw.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    raw.close()
    throw error
  }
  return { release: () => raw.close() }
}
