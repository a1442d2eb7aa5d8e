import { words } from '../../shared/words/words.ts'

/** What a write-ahead log looks like from outside (sqlite.org/fileformat2.html#walformat). */
export type WalCheck =
  | { readonly state: 'empty' }
  /** Every whole frame is sound; `pages` are those that it changes. */
  | { readonly state: 'sound'; readonly pages: ReadonlySet<number>; readonly pageSize: number }
  | { readonly state: 'damaged'; readonly reason: string }

const headerSize = 32
const frameHeaderSize = 24
const magic = 0x377f0682

type Sum = readonly [number, number]

/**
 * Checks every frame of a log against its checksums. SQLite itself takes the first bad frame for the end and drops
 * all commits after it without a word. The store always empties the log whole, so a frame that is there in full and
 * does not fit is damage; a last frame that is cut short is only a commit that never ended.
 */
export function checkWal(bytes: Buffer): WalCheck {
  if (bytes.length < headerSize) return { state: 'empty' }
  const word = bytes.readUInt32BE(0)
  if (word !== magic && word !== magic + 1)
    return { state: 'damaged', reason: words().store.damage.logNoHeader }
  const bigEndian = word === magic + 1
  const pageSize = bytes.readUInt32BE(8)
  let sum = addTo([0, 0], bytes, 0, 24, bigEndian)
  if (!sumStandsAt(bytes, 24, sum)) return { state: 'damaged', reason: words().store.damage.logHeader }
  const pages = new Set<number>()
  const frameSize = frameHeaderSize + pageSize
  for (let at = headerSize; at + frameSize <= bytes.length; at += frameSize) {
    sum = addTo(sum, bytes, at, 8, bigEndian)
    sum = addTo(sum, bytes, at + frameHeaderSize, pageSize, bigEndian)
    const saltsFit = bytes.compare(bytes, 16, 24, at + 8, at + 16) === 0
    if (!saltsFit || !sumStandsAt(bytes, at + 16, sum)) {
      return { state: 'damaged', reason: words().store.damage.logAt(at) }
    }
    pages.add(bytes.readUInt32BE(at))
  }
  return { state: 'sound', pages, pageSize }
}

/** SQLite's running checksum over pairs of 32-bit words. */
function addTo([first, second]: Sum, bytes: Buffer, from: number, length: number, bigEndian: boolean): Sum {
  const view = new DataView(bytes.buffer, bytes.byteOffset + from, length)
  let a = first
  let b = second
  for (let at = 0; at < length; at += 8) {
    a = (a + view.getUint32(at, !bigEndian) + b) >>> 0
    b = (b + view.getUint32(at + 4, !bigEndian) + a) >>> 0
  }
  return [a, b]
}

function sumStandsAt(bytes: Buffer, at: number, [a, b]: Sum): boolean {
  return bytes.readUInt32BE(at) === a && bytes.readUInt32BE(at + 4) === b
}
