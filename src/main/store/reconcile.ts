import { closeSync, fsyncSync, openSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { applyChange } from './apply.ts'
import { BlackBox, type BoxPosition, boxStart, type FoundLine } from './blackBox.ts'
import { type BoxedTable, boxedTablesOf, encodeLine, type Line } from './changes.ts'
import { crcOf } from './checksum.ts'
import type { Database } from './database.ts'
import { fileNames, freeName, ownerOnly, stamp, syncFolder, writeAll } from './files.ts'
import { readBoxPosition, writeBoxPosition } from './meta.ts'
import { type Migration, targetVersion, upgradeChange } from './migrations.ts'

/** What comparing database and black box at start came to. */
export interface Reconciled {
  /** The black box to go on with: a new one where the old one was damaged. */
  readonly box: BlackBox
  /** Changes that only the black box had. */
  readonly replayed: number
  /** Lines of the black box that could not be read. */
  readonly skipped: number
  /** The database had lost more than the one write that a crash explains. */
  readonly behind: boolean
  /** `replaced`: it was damaged or gone and was written anew from the database. */
  readonly state: 'intact' | 'replaced'
  /** Where the damaged black box was put; null when there was nothing to keep. */
  readonly setAside: string | null
}

/** What a first reading of the black box finds. */
export interface Survey {
  readonly voided: ReadonlySet<number>
  readonly skipped: number
  readonly end: BoxPosition
  /** Newest schema version that a line was written at. */
  readonly newest: number
}

/**
 * Brings database and black box to the same state: the database takes the lines it lacks; a black box that is not
 * what was written is set aside and written anew from the database. Gives the schema version of a line that is
 * newer than this app instead, having changed nothing. Throws what the disk says.
 */
export function reconcile(
  db: Database,
  box: BlackBox,
  folder: string,
  now: number,
  steps: readonly Migration[],
): Reconciled | { readonly newer: number } {
  const known = readBoxPosition(db)
  const intact = box.startsWith(known) && !(known.bytes === 0 && hasRows(db))
  const from = intact ? known : boxStart
  const found = survey(box, from)
  if (found.newest > targetVersion(steps)) return { newer: found.newest }
  const sound = intact && found.skipped === 0
  const fresh = found.end.seq > known.seq
  const { replayed, behind } = fresh
    ? db.transaction(() => {
        const done = replay(db, box.linesFrom(from), known.seq, found.voided, steps)
        if (sound) writeBoxPosition(db, found.end)
        return done
      })
    : { replayed: 0, behind: false }
  if (sound) {
    box.startAt(found.end)
    return { box, replayed, behind, skipped: 0, state: 'intact', setAside: null }
  }
  const lastSeq = Math.max(known.seq, found.end.seq)
  const replaced = replaceBox(db, box, folder, now, targetVersion(steps), lastSeq)
  return { ...replaced, replayed, behind, skipped: found.skipped, state: 'replaced' }
}

/** Reads every line from a position on, changing nothing. */
export function survey(box: BlackBox, from: BoxPosition): Survey {
  const voided = new Set<number>()
  let skipped = 0
  let newest = 0
  let end = from
  for (const { line, end: bytes, crc } of box.linesFrom(from)) {
    if (line === null) skipped += 1
    else {
      newest = Math.max(newest, line.v)
      if ('void' in line) for (const seq of line.void) voided.add(seq)
    }
    end = { bytes, crc, seq: Math.max(end.seq, line?.seq ?? 0) }
  }
  return { voided, skipped, end, newest }
}

function replay(
  db: Database,
  lines: Iterable<FoundLine>,
  knownSeq: number,
  voided: ReadonlySet<number>,
  steps: readonly Migration[],
): { replayed: number; behind: boolean } {
  let replayed = 0
  let renewals = 0
  const moments = new Set<number>()
  for (const { line } of lines) {
    if (!line || 'void' in line || line.seq <= knownSeq || voided.has(line.seq)) continue
    if (applyChange(db, upgradeChange(line, line.v, steps)) !== 'applied') continue
    replayed += 1
    moments.add(line.at)
    if (line.table === 'renewals') renewals += 1
  }
  // The lines of one write share their moment, and no write has two journal rows.
  return { replayed, behind: renewals > 1 || moments.size > 1 }
}

function replaceBox(db: Database, box: BlackBox, folder: string, now: number, v: number, lastSeq: number) {
  const setAside = box.size === 0 ? null : freeName(folder, `journal.damaged-${stamp(now)}`, '.jsonl')
  box.close()
  const temporary = `${fileNames.blackBox}.new`
  const end = writeWhole(db, join(folder, temporary), { v, at: now }, lastSeq)
  if (setAside) renameSync(join(folder, fileNames.blackBox), join(folder, setAside))
  renameSync(join(folder, temporary), join(folder, fileNames.blackBox))
  syncFolder(folder)
  db.transaction(() => writeBoxPosition(db, end))
  const fresh = new BlackBox(folder)
  fresh.startAt(end)
  return { box: fresh, setAside }
}

/** A database that has rows and knows of no black box: then none of the lines there are counts as the whole. */
function hasRows(db: Database): boolean {
  return tablesIn(db).some((table) => db.get(`SELECT 1 FROM ${table} LIMIT 1`) !== null)
}

function tablesIn(db: Database): readonly BoxedTable[] {
  return boxedTablesOf(db.pragma('user_version'))
}

/** Tables whose rows' order says something, and the column that holds it. */
const ordered: Partial<Record<BoxedTable, string>> = { renewals: 'n', auto_switches: 'rowid' }

/** Writes every boxed row as a line of its own. Numbers go on from `lastSeq`, so that none is used twice. */
function writeWhole(
  db: Database,
  path: string,
  head: { readonly v: number; readonly at: number },
  lastSeq: number,
): BoxPosition {
  const fd = openSync(path, 'w', ownerOnly)
  let end: BoxPosition = { ...boxStart, seq: lastSeq }
  try {
    for (const table of tablesIn(db)) {
      const order = ordered[table] ?? 'id'
      for (const { id, body } of db.each(`SELECT id, body FROM ${table} ORDER BY ${order}`)) {
        const line: Line = { ...head, seq: end.seq + 1, table, id: String(id), row: JSON.parse(String(body)) }
        const bytes = Buffer.from(`${encodeLine(line)}\n`)
        writeAll(fd, bytes, end.bytes)
        end = { bytes: end.bytes + bytes.length, crc: crcOf(bytes, end.crc), seq: line.seq }
      }
    }
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
  return end
}
