import fc from 'fast-check'
import { expect, test } from 'vitest'
import { vendorErrorSchema } from '../../../../src/shared/domain/quote.ts'
import { cleanVendorText, menuLabel } from '../../../../src/shared/domain/rules/vendorText.ts'

test.each([
  ['a bell and an escape sequence', 'a\u0007b\u001b[31mc', 'a b [31mc'],
  ['line breaks', 'one\r\ntwo\nthree', 'one two three'],
  ['line and paragraph separators', 'a\u2028b\u2029c', 'a b c'],
  ['C1 controls', 'a\u0085b\u009bc', 'a b c'],
  ['a null', 'a\u0000b', 'a b'],
  ['a right-to-left override', 'pay \u202e00.01$\u202c now', 'pay 00.01$ now'],
  ['isolates', '\u2066a\u2067b\u2068c\u2069', 'a b c'],
  ['marks', 'a\u200eb\u200fc\u061cd', 'a b c d'],
  ['zero-width characters', 'Le\u200bas\ufeffe', 'Le as e'],
  ['a soft hyphen', 'a\u00adb', 'a b'],
  ['half a surrogate pair', 'a\ud83db\ude00c', 'a b c'],
  ['runs of blanks', '  a \t\u00a0  b  ', 'a b'],
  ['a sum that is not to be torn apart', '0,18\u00a0$ \u00a0 and 12\u202f000', '0,18\u00a0$ and 12\u202f000'],
  ['letters of every script', 'Ünïcode 日本語 עברית 😀', 'Ünïcode 日本語 עברית 😀'],
])('%s', (_name, text, expected) => {
  expect(cleanVendorText(text)).toBe(expected)
})

test('a long text ends in an ellipsis, at the bound and not after it', () => {
  expect(cleanVendorText('x'.repeat(300))).toBe('x'.repeat(300))
  expect(cleanVendorText('x'.repeat(301))).toBe(`${'x'.repeat(299)}…`)
  expect(cleanVendorText('abcdef', 4)).toBe('abc…')
})

test('whatever comes in, what goes out fits the schemas and holds no control, bidi or half character', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc
      .array(fc.constantFrom('😀', '👨‍👩‍👧', 'é', 'a', ' ', '\u202e'), { maxLength: 80 })
      .map((parts) => parts.join('')),
    fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 })
      .map((codes) => String.fromCharCode(...codes)),
  )
  fc.assert(
    fc.property(anything, fc.integer({ min: 2, max: 60 }), (text, maxLength) => {
      const clean = cleanVendorText(text, maxLength)
      expect(clean.length).toBeLessThanOrEqual(maxLength)
      expect(clean).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u)
      expect(cleanVendorText(clean, maxLength)).toBe(clean)
    }),
    { numRuns: 200 },
  )
})

test('an error message of nothing but emoji still fits the journal and the contract', () => {
  const message = cleanVendorText('😀'.repeat(300), 300)
  expect(vendorErrorSchema.safeParse({ code: 1, message }).success).toBe(true)
  expect(message).toBe(`${'😀'.repeat(149)}…`)
})

test('a reply of many megabytes costs no time', () => {
  for (const piece of ['ab', '\u200b\u202e', ' \n', '\u200b ']) {
    const text = piece.repeat(5_000_000)
    // The engine joins a repeated text at its first reading; that is not what is measured.
    cleanVendorText(text)
    const begin = performance.now()
    for (let count = 0; count < 200; count += 1) cleanVendorText(text)
    expect(performance.now() - begin).toBeLessThan(1000)
  }
})

test('a menu label doubles every & and is bounded before', () => {
  expect(menuLabel('R&D && more')).toBe('R&&D &&&& more')
  expect(menuLabel('a\u202eb&c')).toBe('a b&&c')
  expect(menuLabel('&'.repeat(100), 10)).toBe(`${'&&'.repeat(9)}…`)
})
