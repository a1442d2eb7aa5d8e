import { z } from 'zod'
import { type BoxPosition, boxStart } from './blackBox.ts'
import type { Database } from './database.ts'

const positionSchema = z.object({
  bytes: z.int().nonnegative(),
  crc: z.int().nonnegative(),
  seq: z.int().nonnegative(),
})

/** One of the store's own small facts; null: never set. */
export function readMeta(db: Database, key: string): string | null {
  const value = db.get('SELECT value FROM meta WHERE key = ?', key)?.value
  return typeof value === 'string' ? value : null
}

/** Sets one of the store's own small facts; null removes it. */
export function writeMeta(db: Database, key: string, value: string | null): void {
  if (value === null) db.run('DELETE FROM meta WHERE key = ?', key)
  else db.run('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)', key, value)
}

/** Up to where the database holds everything that the black box says. */
export function readBoxPosition(db: Database): BoxPosition {
  const text = readMeta(db, 'black_box')
  if (text === null) return boxStart
  try {
    const parsed = positionSchema.safeParse(JSON.parse(text))
    if (parsed.success) return parsed.data
  } catch {
    // Not JSON: as if it had never been written, and everything is compared.
  }
  return boxStart
}

/** Written in the same transaction as the changes themselves, so that it is never wrong. */
export function writeBoxPosition(db: Database, { bytes, crc, seq }: BoxPosition): void {
  writeMeta(db, 'black_box', JSON.stringify({ bytes, crc, seq }))
}

/** Marks a database that was put back from a copy: every account's ends are in doubt. */
export const restoredMark = 'restored'
