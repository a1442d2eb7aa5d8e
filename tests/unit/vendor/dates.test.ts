import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { parseDate } from '../../../src/main/vendor/dates.ts'
import { parseRetryAfter } from '../../../src/main/vendor/retryAfter.ts'

// Properties take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const noon = Date.UTC(2026, 1, 3, 12)

describe('the vendor’s dates', () => {
  it.each([
    ['2026-02-03T12:00:00Z', noon],
    ['2026-02-03T12:00:00.000Z', noon],
    ['2026-02-03T12:00:00.123456789Z', noon + 123],
    ['2026-02-03T12:00:00,5Z', noon + 500],
    ['2026-02-03T12:00Z', noon],
    ['2026-02-03 12:00:00', noon],
    ['2026-02-03T12:00:00', noon],
    ['2026-02-03T15:00:00+03:00', noon],
    ['2026-02-03T15:00:00+0300', noon],
    ['2026-02-03T15:00:00+03', noon],
    ['2026-02-03T07:30:00-04:30', noon],
    ['2026-02-03 12:00:00 +00:00', noon],
    [' 2026-02-03t12:00:00z ', noon],
    ['2026-02-03', noon - 12 * 3_600_000],
    ['2024-02-29', Date.UTC(2024, 1, 29)],
  ])('%s', (text, at) => expect(parseDate(text)).toBe(at))

  it.each([
    '',
    'never',
    '2026',
    '2026-02-31',
    '2025-02-29',
    '2026-13-01',
    '2026-00-01',
    '2026-02-03T24:00:00Z',
    '2026-02-03T12:60:00Z',
    '2026-02-03T12:00:61Z',
    '2026-02-03T12:00:00+19:00',
    '03.02.2026',
    '0000-01-01',
    '2026-02-03T12:00:00Zx',
    null,
    undefined,
    1_770_000_000,
    {},
    [],
    true,
  ])('%j is none', (value) => expect(parseDate(value)).toBeNull())

  it('reads back every moment, with any offset', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), fc.integer({ min: -840, max: 840 }), (at, minutes) => {
        const local = new Date(at + minutes * 60_000).toISOString().slice(0, -1)
        const size = Math.abs(minutes)
        const two = (value: number): string => String(value).padStart(2, '0')
        const offset = `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
        expect(parseDate(local + offset)).toBe(at)
        expect(parseDate(new Date(at).toISOString())).toBe(at)
      }),
    )
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        parseDate(value)
      }),
    )
    fc.assert(
      fc.property(fc.stringMatching(/^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d)?)?$/), (text) => {
        parseDate(text)
      }),
    )
  })
})

describe('Retry-After', () => {
  it.each([
    ['0', 0],
    ['17', 17_000],
    [' 5 ', 5000],
    ['Tue, 03 Feb 2026 12:00:30 GMT', 30_000],
    ['Tue, 03 Feb 2026 11:00:00 GMT', 0],
    ['999999999999', 86_400_000],
    [['3', '4'], 3000],
    ['', null],
    ['-1', null],
    ['1.5', null],
    ['soon', null],
    ['Soon, perhaps', null],
    [undefined, null],
    [[], null],
  ])('%j', (header, ms) => expect(parseRetryAfter(header, noon)).toBe(ms))

  it('an HTTP date is measured from the reply’s own clock, whatever ours says', () => {
    const date = 'Tue, 03 Feb 2026 12:00:30 GMT'
    for (const ours of [noon, noon - 5 * 3_600_000, noon + 9 * 86_400_000]) {
      expect(parseRetryAfter(date, ours, 'Tue, 03 Feb 2026 12:00:00 GMT')).toBe(30_000)
    }
    // Seconds need no clock, and a date that cannot be read leaves ours.
    expect(parseRetryAfter('17', noon, 'Tue, 03 Feb 2026 11:00:00 GMT')).toBe(17_000)
    expect(parseRetryAfter(date, noon, 'yesterday')).toBe(30_000)
  })
})
