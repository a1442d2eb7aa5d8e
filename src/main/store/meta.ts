import { z } from 'zod'
import { type BoxPosition, boxStart } from './blackBox.ts'
import { checksum } from './checksum.ts'
import type { Database } from './database.ts'

const positionSchema = z.object({
  bytes: z.int().nonnegative(),
  crc: z.int().nonnegative(),
  seq: z.int().nonnegative(),
  /** Positions of before there was one have none. */
  sum: z.string().optional(),
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
    if (parsed.success && positionHolds(parsed.data)) {
      const { bytes, crc, seq } = parsed.data
      return { bytes, crc, seq }
    }
  } catch {
    // Damaged: as if it had never been written, and everything is compared.
  }
  return boxStart
}

/**
 * Written in the same transaction as the changes themselves, so that it is never wrong. Its checksum tells of damage
 * where no seal does: a number too high would pass over lines that only the black box has.
 */
export function writeBoxPosition(db: Database, position: BoxPosition): void {
  const { bytes, crc, seq } = position
  writeMeta(db, 'black_box', JSON.stringify({ bytes, crc, seq, sum: positionSum(position) }))
}

function positionHolds(position: z.infer<typeof positionSchema>): boolean {
  return position.sum === undefined || position.sum === positionSum(position)
}

function positionSum({ bytes, crc, seq }: BoxPosition): string {
  return checksum(`${bytes} ${crc} ${seq}`)
}

/** Marks a database that was put back from a copy: every account's ends are in doubt. */
export const restoredMark = 'restored'
