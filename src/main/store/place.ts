import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { words } from '../../shared/words/words.ts'
import { BlackBox, boxStart } from './blackBox.ts'
import { type Base, buildDatabase, type Candidate } from './build.ts'
import { Database } from './database.ts'
import { isDamage } from './diskProblem.ts'
import { fileNames, removeBuilding, setDatabaseAside } from './files.ts'
import { complaintAbout, type Finding, inspect } from './inspect.ts'
import { type Migration, targetVersion } from './migrations.ts'
import { survey } from './reconcile.ts'

/** The schema version of something that a newer app wrote. */
export interface Newer {
  readonly newer: number
}

/** Tells a refusal from what was asked for. */
export function isNewer(value: object): value is Newer {
  return 'newer' in value && typeof value.newer === 'number'
}

/** How the database came to its place. */
export interface Place {
  readonly made: 'found' | 'created' | 'rebuilt'
  readonly damage: string | null
  readonly base: Base | null
  readonly setAside: readonly string[]
}

const goodCopy: Candidate = { base: 'goodCopy', name: fileNames.goodCopy }

/** Sees to it that a sound database stands in the folder. Throws what the disk says. */
export function placeDatabase(folder: string, now: number, steps: readonly Migration[]): Place | Newer {
  removeBuilding(folder)
  const first = inspect(folder, targetVersion(steps))
  const finding = first.kind === 'unsealed' ? slowFinding(folder) : first
  if (finding.kind === 'newer') return { newer: finding.version }
  if (finding.kind === 'sound') return { made: 'found', damage: null, base: null, setAside: [] }
  const newest = newestLine(folder)
  if (newest > targetVersion(steps)) return { newer: newest }
  const damage = finding.kind === 'damaged' ? finding.reason : goneWith(folder)
  const setAside = setDatabaseAside(folder, now)
  const [database] = setAside
  const fileSound = finding.kind === 'damaged' && finding.fileSound
  const candidates: Candidate[] =
    fileSound && database !== undefined ? [{ base: 'databaseFile', name: database }, goodCopy] : [goodCopy]
  const base = buildDatabase(folder, candidates, steps, damage !== null)
  return damage === null
    ? { made: 'created', damage: null, base: null, setAside }
    : { made: 'rebuilt', damage, base, setAside }
}

/** A database that is not there is only missed where it left something behind. */
function goneWith(folder: string): string | null {
  const left = [fileNames.blackBox, fileNames.goodCopy].some(
    (name) => (statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0) > 0,
  )
  return left ? words().store.damage.gone : null
}

function slowFinding(folder: string): Finding {
  let db: Database | null = null
  let complaint: string | null
  try {
    db = new Database(join(folder, fileNames.database))
    complaint = complaintAbout(db)
  } catch (error) {
    if (!isDamage(error)) throw error
    complaint = words().store.damage.cannotOpen
  } finally {
    db?.close()
  }
  return complaint === null ? { kind: 'sound' } : { kind: 'damaged', reason: complaint, fileSound: false }
}

function newestLine(folder: string): number {
  if (!existsSync(join(folder, fileNames.blackBox))) return 0
  const box = new BlackBox(folder)
  try {
    return survey(box, boxStart).newest
  } finally {
    box.close()
  }
}
