/** Reads the icons that `npm run icons` writes, for tests that look at them: PNGs of 8 bits RGBA, not interlaced. */
import { inflateSync } from 'node:zlib'

/** A picture as a grid: four bytes a pixel, red, green, blue, alpha. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly rgba: Uint8Array
}

const channels = 4
const rgbaOf8Bits = [8, 6, 0, 0, 0]

/** Decodes a PNG; throws for any other form of PNG than the icons have. */
export function readPng(file: Buffer): Pixels {
  const chunks = chunksOf(file)
  const head = chunks.find(({ type }) => type === 'IHDR')?.data
  if (head === undefined) throw new Error('no PNG')
  if (!rgbaOf8Bits.every((value, at) => head[8 + at] === value)) throw new Error('not of 8 bits RGBA')
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)]
  const packed = chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)
  return { width, height, rgba: unfiltered(inflateSync(Buffer.concat(packed)), width, height) }
}

/** The pictures in a Windows icon, each a PNG. */
export function readIco(file: Buffer): Pixels[] {
  return Array.from({ length: file.readUInt16LE(4) }, (_, index) => {
    const entry = 6 + 16 * index
    const from = file.readUInt32LE(entry + 12)
    return readPng(file.subarray(from, from + file.readUInt32LE(entry + 8)))
  })
}

/** Scaled down to a square of `size` pixels, each the mean of what it covers, as a panel does it. */
export function scaled(picture: Pixels, size: number): Pixels {
  const rgba = new Uint8Array(size * size * channels)
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1)
      rgba.set(meanOf(picture, x, y, picture.width / size), (y * size + x) * channels)
  return { width: size, height: size, rgba }
}

/** Colours count by their alpha: what is seen through adds nothing. */
function meanOf({ width, height, rgba }: Pixels, x: number, y: number, step: number): number[] {
  const sums = [0, 0, 0]
  let [alpha, area] = [0, 0]
  for (let v = Math.floor(y * step); v < Math.min(height, (y + 1) * step); v += 1) {
    for (let u = Math.floor(x * step); u < Math.min(width, (x + 1) * step); u += 1) {
      const part = overlap(u, x * step, step) * overlap(v, y * step, step)
      const at = (v * width + u) * channels
      const weight = part * (rgba[at + 3] ?? 0)
      for (const index of sums.keys()) sums[index] = (sums[index] ?? 0) + weight * (rgba[at + index] ?? 0)
      alpha += weight
      area += part
    }
  }
  return [...sums.map((sum) => (alpha === 0 ? 0 : Math.round(sum / alpha))), Math.round(alpha / area)]
}

function overlap(pixel: number, from: number, length: number): number {
  return Math.max(0, Math.min(pixel + 1, from + length) - Math.max(pixel, from))
}

function chunksOf(file: Buffer): { type: string; data: Buffer }[] {
  const chunks: { type: string; data: Buffer }[] = []
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at)
    const data = file.subarray(at + 8, at + 8 + length)
    chunks.push({ type: file.toString('latin1', at + 4, at + 8), data })
    at += 12 + length
  }
  return chunks
}

/** Undoes PNG's filters: a row is stored as what differs from its neighbours (PNG specification, 9). */
function unfiltered(packed: Buffer, width: number, height: number): Uint8Array {
  const stride = width * channels
  const rgba = new Uint8Array(stride * height)
  for (let y = 0; y < height; y += 1) {
    const filter = packed[y * (stride + 1)] ?? 0
    for (let x = 0; x < stride; x += 1) {
      const at = y * stride + x
      const left = x < channels ? 0 : (rgba[at - channels] ?? 0)
      const up = y === 0 ? 0 : (rgba[at - stride] ?? 0)
      const corner = x < channels || y === 0 ? 0 : (rgba[at - stride - channels] ?? 0)
      rgba[at] = (packed[y * (stride + 1) + 1 + x] ?? 0) + predicted(filter, left, up, corner)
    }
  }
  return rgba
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left
  if (filter === 2) return up
  if (filter === 3) return Math.floor((left + up) / 2)
  if (filter !== 4) return 0
  const [a, b, c] = [up - corner, left - corner, left + up - 2 * corner].map(Math.abs)
  if (a === undefined || b === undefined || c === undefined) return 0
  if (a <= b && a <= c) return left
  return b <= c ? up : corner
}
