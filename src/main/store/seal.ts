import { fstatSync, readFileSync, readSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { checksum, crcOf, hexSum } from './checksum.ts'
import { fileNames, replaceFile, syncFolder } from './files.ts'

/**
 * Checksums over every byte of the database file. SQLite has none of its own, and a flipped bit in a value passes
 * its integrity check. They can be kept because in WAL mode only a checkpoint writes to the file, and the store
 * alone decides when: it takes the seal off before and puts a new one on after. A database without a seal (a crash
 * during a checkpoint) is checked the slow way.
 */
export interface Seal {
  /** Length of the database file. */
  readonly bytes: number
  /** Schema version that the file is at, so that a damaged version number is not taken for a newer app's. */
  readonly schema: number
  /** CRC-32 of each chunk of the file. */
  readonly crcs: readonly number[]
}

/** Bytes that share one checksum: small, so that a checkpoint has to read little again. */
export const chunkSize = 65_536

const sealSchema = z.object({
  v: z.literal(1),
  schema: z.int().nonnegative(),
  bytes: z.int().nonnegative(),
  crcs: z.string().regex(/^([0-9a-f]{8})*$/),
})

/** The seal on a folder's database; null where none is or it is itself damaged. */
export function readSeal(folder: string): Seal | null {
  try {
    const [body = '', sum = ''] = readFileSync(join(folder, fileNames.seal), 'utf8').split('\n')
    if (checksum(body) !== sum) return null
    const parsed = sealSchema.safeParse(JSON.parse(body))
    if (!parsed.success) return null
    const crcs = (parsed.data.crcs.match(/.{8}/g) ?? []).map((hex) => Number.parseInt(hex, 16))
    return { bytes: parsed.data.bytes, schema: parsed.data.schema, crcs }
  } catch {
    // Missing, unreadable or no JSON: all the same, the slow check follows.
    return null
  }
}

/** Puts a seal on, synced. Throws what the disk says. */
export function writeSeal(folder: string, seal: Seal): void {
  const body = JSON.stringify({
    v: 1,
    schema: seal.schema,
    bytes: seal.bytes,
    crcs: seal.crcs.map(hexSum).join(''),
  })
  replaceFile(folder, fileNames.seal, `${body}\n${checksum(body)}\n`)
}

/** Takes the seal off, synced. Needs no space, so that it works on a full disk too. */
export function removeSeal(folder: string): void {
  rmSync(join(folder, fileNames.seal), { force: true })
  syncFolder(folder)
}

/** The seal from before a checkpoint, and the chunks of the file that the checkpoint writes to (null: any). */
export interface Changing {
  readonly seal: Seal
  readonly chunks: ReadonlySet<number> | null
}

/** The chunks that a log's pages lie in. */
export function chunksOf(pages: Iterable<number>, pageSize: number): Set<number> {
  const chunks = new Set<number>()
  for (const page of pages) chunks.add(Math.floor(((page - 1) * pageSize) / chunkSize))
  return chunks
}

/**
 * Makes the seal of an open file. With the seal from before only the chunks that changed are read: the others keep
 * their sums, so that damage done meanwhile is not sealed in.
 */
export function makeSeal(fd: number, schema: number, changed: Changing | null): Seal {
  const bytes = fstatSync(fd).size
  const buffer = Buffer.allocUnsafe(chunkSize)
  const crcs: number[] = []
  for (let chunk = 0; chunk * chunkSize < bytes; chunk += 1) {
    const kept = changed && isUnchanged(changed, chunk, bytes) ? changed.seal.crcs[chunk] : undefined
    crcs.push(kept ?? chunkCrc(fd, chunk, buffer))
  }
  return { bytes, schema, crcs }
}

/** A chunk that no page of the log lies in, and in which neither the old file nor the new one ends. */
function isUnchanged({ seal, chunks }: Changing, chunk: number, bytes: number): boolean {
  if (chunks === null || chunks.has(chunk)) return false
  // A file can grow by pages that no log ever held: SQLite does not write those it has freed again.
  return bytes === seal.bytes || chunk < Math.floor(Math.min(bytes, seal.bytes) / chunkSize)
}

/**
 * Whether the chunks that a checkpoint is about to write to are still what the seal says. Asked before, because
 * afterwards their new sums would seal in whatever had happened to them.
 */
export function stillHolds(fd: number, { seal, chunks }: Changing): boolean {
  if (chunks === null) return sealHolds(fd, seal)
  const buffer = Buffer.allocUnsafe(chunkSize)
  return [...chunks].every((chunk) => {
    const crc = seal.crcs[chunk]
    return crc === undefined || crc === chunkCrc(fd, chunk, buffer)
  })
}

/** Whether every byte of an open file is what its seal says. */
export function sealHolds(fd: number, seal: Seal): boolean {
  if (fstatSync(fd).size !== seal.bytes) return false
  if (seal.crcs.length !== Math.ceil(seal.bytes / chunkSize)) return false
  const buffer = Buffer.allocUnsafe(chunkSize)
  return seal.crcs.every((crc, chunk) => chunkCrc(fd, chunk, buffer) === crc)
}

function chunkCrc(fd: number, chunk: number, buffer: Buffer): number {
  const length = readSync(fd, buffer, 0, chunkSize, chunk * chunkSize)
  return crcOf(buffer.subarray(0, length))
}
