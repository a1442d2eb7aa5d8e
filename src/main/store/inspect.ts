import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { words } from '../../shared/words/words.ts'
import { rowHolds } from './apply.ts'
import { boxedTablesOf } from './changes.ts'
import { applicationId, type Database } from './database.ts'
import { isDamage, isSqlError } from './diskProblem.ts'
import { fileNames } from './files.ts'
import { isCountedAnew } from './migrations.ts'
import { derive } from './renewalColumns.ts'
import { readSeal, type Seal, sealHolds } from './seal.ts'
import { checkWal } from './wal.ts'

/** What is found at start, before SQLite touches anything. */
export type Finding =
  | { readonly kind: 'missing' }
  /** Every byte is what was written. */
  | { readonly kind: 'sound' }
  /** Nothing speaks against it, but there is no seal: the slow check has to tell. */
  | { readonly kind: 'unsealed' }
  | { readonly kind: 'newer'; readonly version: number }
  /** `fileSound`: the file itself is what was written, only its log is damaged. */
  | { readonly kind: 'damaged'; readonly reason: string; readonly fileSound: boolean }

const magic = 'SQLite format 3\0'
const headerLength = 100

/** Looks at the database without changing anything. `schema`: the version this app knows. Throws what the disk says. */
export function inspect(folder: string, schema: number): Finding {
  const fd = openOrNull(join(folder, fileNames.database))
  if (fd === null) return { kind: 'missing' }
  try {
    const seal = readSeal(folder)
    const file = inspectFile(fd, seal, schema)
    if (file.kind !== 'sound' && file.kind !== 'unsealed') return file
    const log = checkWal(readIfThere(join(folder, fileNames.wal)))
    if (log.state === 'damaged') {
      return { kind: 'damaged', reason: log.reason, fileSound: file.kind === 'sound' }
    }
    return file
  } finally {
    closeSync(fd)
  }
}

function inspectFile(fd: number, seal: Seal | null, schema: number): Finding {
  const damaged = (reason: string): Finding => ({ kind: 'damaged', reason, fileSound: false })
  const header = Buffer.alloc(headerLength)
  const length = readSync(fd, header, 0, headerLength, 0)
  if (length < headerLength || header.toString('latin1', 0, 16) !== magic) {
    return damaged(words().store.damage.noHeader)
  }
  const id = header.readUInt32BE(68)
  const version = header.readUInt32BE(60)
  if (version > schema && (seal === null || seal.schema === version)) return { kind: 'newer', version }
  if (id !== applicationId) return damaged(words().store.damage.notOurs)
  if (!seal) return { kind: 'unsealed' }
  return sealHolds(fd, seal) ? { kind: 'sound' } : damaged(words().store.damage.otherBytes)
}

/**
 * The slow check, for a database without a seal: SQLite's check of structure, every row against its checksum, and
 * every journal row's columns against its body. Gives the first complaint, or null.
 */
export function complaintAbout(db: Database): string | null {
  try {
    return db.integrityComplaint() ?? wrongRow(db)
  } catch (error) {
    if (isDamage(error) || isSqlError(error)) return words().store.damage.unreadable
    throw error
  }
}

function wrongRow(db: Database): string | null {
  // It may be of an earlier version still: what it is to be migrated or rebuilt from is looked at first.
  const version = db.pragma('user_version')
  for (const table of boxedTablesOf(version)) {
    for (const row of db.each(`SELECT * FROM ${table}`)) {
      const { id, body, sum } = row
      const known = typeof id === 'string' && typeof body === 'string' && typeof sum === 'string'
      if (!known || !rowHolds(id, body, sum)) return words().store.damage.row(table)
      if (table === 'renewals' && !columnsFit(row, body, version)) return words().store.damage.journalRow
    }
  }
  return null
}

function columnsFit(row: Readonly<Record<string, unknown>>, body: string, version: number): boolean {
  const fields = JSON.parse(body)
  const columns = derive(fields)
  // Version 1 took the quote's price where a promo code was not honoured too: the migration counts those anew.
  const ownRule = version < 2 && isCountedAnew(fields) ? ['price_amount', 'price_currency'] : []
  return (
    columns !== null &&
    Object.entries(columns).every(([name, value]) => row[name] === value || ownRule.includes(name))
  )
}

function openOrNull(path: string): number | null {
  try {
    return openSync(path, 'r')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

function readIfThere(path: string): Buffer {
  const fd = openOrNull(path)
  if (fd === null) return Buffer.alloc(0)
  try {
    return readFileSync(fd)
  } finally {
    closeSync(fd)
  }
}
