import { closeSync, existsSync, fdatasyncSync, fstatSync, ftruncateSync, openSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { decodeLine, encodeLine, type Line } from './changes.ts'
import { crcOf } from './checksum.ts'
import { createEmpty, fileNames, syncFolder, writeAll } from './files.ts'

/** How far the black box goes: its length, the CRC-32 of all its bytes, and the number of its last line. */
export interface BoxPosition {
  readonly bytes: number
  readonly crc: number
  readonly seq: number
}

/** Where every black box begins. */
export const boxStart: BoxPosition = { bytes: 0, crc: 0, seq: 0 }

/** A line as found: what it says (null: damaged) and where it ends. */
export interface FoundLine {
  readonly line: Line | null
  readonly end: number
  /** CRC-32 of the file up to `end`. */
  readonly crc: number
}

const newline = 0x0a
const readSize = 1 << 20

/** The append-only `journal.jsonl`: a second, plain record of every change, from which the database can be rebuilt. */
export class BlackBox {
  readonly #fd: number
  #position: BoxPosition = boxStart
  #tainted = false

  /** Opens the file in a folder, making it where it is missing. Throws what the disk says. */
  constructor(folder: string) {
    const path = join(folder, fileNames.blackBox)
    if (!existsSync(path)) {
      createEmpty(path)
      syncFolder(folder)
    }
    this.#fd = openSync(path, 'r+')
  }

  /** Where the next line goes. */
  get position(): BoxPosition {
    return this.#position
  }

  /** Length of the file in bytes. */
  get size(): number {
    return fstatSync(this.#fd).size
  }

  /** Settles, after reading, where the good lines end; what stands behind (a line cut short) is overwritten. */
  startAt(position: BoxPosition): void {
    this.#position = position
    this.#tainted = this.size !== position.bytes
  }

  /** Adds lines at the end, synced at return. Throws what the disk says; then nothing was added. */
  append(lines: readonly Line[]): void {
    const bytes = Buffer.from(lines.map((line) => `${encodeLine(line)}\n`).join(''))
    if (this.#tainted) this.#cut(this.#position.bytes)
    try {
      writeAll(this.#fd, bytes, this.#position.bytes)
      fdatasyncSync(this.#fd)
    } catch (error) {
      this.#tainted = true
      this.cutBack(this.#position)
      throw error
    }
    this.#position = {
      bytes: this.#position.bytes + bytes.length,
      crc: crcOf(bytes, this.#position.crc),
      seq: lines.at(-1)?.seq ?? this.#position.seq,
    }
  }

  /** Takes lines away again that were just added and never told to anyone. False when the disk refuses that too. */
  cutBack(to: BoxPosition): boolean {
    try {
      this.#cut(to.bytes)
      this.#position = to
      return true
    } catch {
      return false
    }
  }

  /** Whether the file begins with exactly the bytes that a position stands for. */
  startsWith(position: BoxPosition): boolean {
    if (this.size < position.bytes) return false
    const buffer = Buffer.allocUnsafe(readSize)
    let crc = 0
    for (let at = 0; at < position.bytes; ) {
      const length = readSync(this.#fd, buffer, 0, Math.min(readSize, position.bytes - at), at)
      if (length === 0) return false
      crc = crcOf(buffer.subarray(0, length), crc)
      at += length
    }
    return crc === position.crc
  }

  /** Every line from a position on, in order. A last piece without its line break is left out: it never ended. */
  *linesFrom(position: BoxPosition): Generator<FoundLine> {
    let rest = Buffer.alloc(0)
    let { bytes: end, crc } = position
    for (let at = position.bytes; ; ) {
      const buffer = Buffer.allocUnsafe(readSize)
      const length = readSync(this.#fd, buffer, 0, readSize, at)
      if (length === 0) return
      at += length
      let data = Buffer.concat([rest, buffer.subarray(0, length)])
      for (let cut = data.indexOf(newline); cut >= 0; cut = data.indexOf(newline)) {
        end += cut + 1
        crc = crcOf(data.subarray(0, cut + 1), crc)
        yield { line: decodeLine(data.toString('utf8', 0, cut)), end, crc }
        data = data.subarray(cut + 1)
      }
      rest = data
    }
  }

  close(): void {
    closeSync(this.#fd)
  }

  #cut(length: number): void {
    ftruncateSync(this.#fd, length)
    fdatasyncSync(this.#fd)
    this.#tainted = false
  }
}
