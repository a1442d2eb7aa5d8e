import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boxedTables, decodeLine, encodeLine, type Line } from '../../../src/main/store/changes.ts'

const head = { v: fc.integer({ min: 1, max: 9 }), seq: fc.integer({ min: 1 }), at: fc.integer({ min: 0 }) }
const row = { ...head, table: fc.constantFrom(...boxedTables), id: fc.string() }
const fields = fc.dictionary(
  fc.string().filter((name) => name !== '__proto__'),
  fc.jsonValue(),
)
const lines: fc.Arbitrary<Line> = fc.oneof(
  fc.record({ ...row, row: fields }),
  fc.record({ ...row, set: fields }),
  fc.record({ ...row, drop: fc.constant(true as const) }),
  fc.record({ ...head, void: fc.array(fc.integer({ min: 1 })) }),
)

describe('a line of the black box', () => {
  test('reads as it was written, whatever text is in it, and stays one line', () => {
    fc.assert(
      fc.property(lines, (line) => {
        const text = encodeLine(line)
        expect(text).not.toContain('\n')
        expect(decodeLine(text)).toEqual(JSON.parse(JSON.stringify(line)))
      }),
    )
  })

  test('is not read when any one byte of it is another', () => {
    fc.assert(
      fc.property(lines, fc.nat(), fc.integer({ min: 1, max: 255 }), (line, place, change) => {
        const bytes = Buffer.from(encodeLine(line))
        const at = place % bytes.length
        bytes[at] = (bytes[at] ?? 0) ^ change
        expect(decodeLine(bytes.toString('utf8'))).toBeNull()
      }),
      { numRuns: 2000 },
    )
  })

  test('is not read when it is cut short, doubled or something else', () => {
    const text = encodeLine({ v: 1, seq: 1, at: 0, table: 'groups', id: 'a', drop: true })
    for (let length = 0; length < text.length; length += 1)
      expect(decodeLine(text.slice(0, length))).toBeNull()
    expect(decodeLine(text + text)).toBeNull()
    expect(decodeLine('{"v":1}')).toBeNull()
  })
})
