import {
  closeSync,
  ftruncateSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import {
  chunkSize,
  chunksOf,
  makeSeal,
  readSeal,
  sealHolds,
  stillHolds,
  writeSeal,
} from '../../../src/main/store/seal.ts'

const folder = mkdtempSync(join(tmpdir(), 'leasebar-seal-'))
const path = join(folder, 'file')
writeFileSync(path, '')
const fd = openSync(path, 'r+')
afterAll(() => {
  closeSync(fd)
  rmSync(folder, { recursive: true, force: true })
})

/** Makes the file some pages long, filled with the page's number. */
function fill(pages: number): void {
  ftruncateSync(fd, 0)
  for (let page = 1; page <= pages; page += 1) writePage(page, page)
}

function writePage(page: number, value: number): void {
  writeSync(fd, Buffer.alloc(4096, value), 0, 4096, (page - 1) * 4096)
}

describe('the seal', () => {
  test('made from what a checkpoint changed is the one that reading the whole file makes', () => {
    const pages = fc.array(fc.integer({ min: 1, max: 60 }))
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), pages, fc.nat(20), (count, changed, growth) => {
        fill(count)
        const seal = makeSeal(fd, 1, null)
        for (const page of changed) writePage(page, page + 100)
        // Pages that no log holds: the file only grows by them.
        ftruncateSync(fd, (Math.max(count, ...changed) + growth) * 4096)
        const quick = makeSeal(fd, 1, { seal, chunks: chunksOf(changed, 4096) })
        expect(quick).toEqual(makeSeal(fd, 1, null))
        expect(sealHolds(fd, quick)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  test('holds for no file that differs in a byte, or in length', () => {
    fill(40)
    const seal = makeSeal(fd, 1, null)
    const whole = readFileSync(path)
    for (const at of [0, 99, chunkSize - 1, chunkSize, whole.length - 1]) {
      writeSync(fd, Buffer.from([(whole[at] ?? 0) ^ 1]), 0, 1, at)
      expect(sealHolds(fd, seal), `byte ${at}`).toBe(false)
      writeSync(fd, whole, at, 1, at)
    }
    expect(sealHolds(fd, seal)).toBe(true)
    ftruncateSync(fd, whole.length - 1)
    expect(sealHolds(fd, seal)).toBe(false)
  })

  test('does not take damage in, neither in a chunk that changes nor in one that does not', () => {
    fill(40)
    const seal = makeSeal(fd, 1, null)
    writeSync(fd, 'noise', 20)
    const first = new Set([0])
    expect(stillHolds(fd, { seal, chunks: first })).toBe(false)
    const second = new Set([1])
    expect(stillHolds(fd, { seal, chunks: second })).toBe(true)
    expect(sealHolds(fd, makeSeal(fd, 1, { seal, chunks: second }))).toBe(false)
  })

  test('is read as it was written, and not at all when it is damaged or missing', () => {
    expect(readSeal(folder)).toBeNull()
    fill(40)
    const seal = makeSeal(fd, 3, null)
    writeSeal(folder, seal)
    expect(readSeal(folder)).toEqual(seal)
    const file = join(folder, 'leasebar.seal')
    const bytes = readFileSync(file)
    for (let at = 0; at < bytes.length - 1; at += 1) {
      const harmed = Buffer.from(bytes)
      harmed[at] = (harmed[at] ?? 0) ^ 1
      writeFileSync(file, harmed)
      expect(readSeal(folder), `byte ${at}`).toBeNull()
    }
  })
})
