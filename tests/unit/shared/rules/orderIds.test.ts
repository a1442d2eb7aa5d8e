import fc from 'fast-check'
import { expect, test } from 'vitest'
import { maxOrderIdLength, parseOrderIds } from '../../../../src/shared/domain/rules/orderIds.ts'

const A = '9223372036854775807123'
const B = '1000000000000000001'

/** Each kind of separator that DESIGN.md lists for the group editor, and what people paste besides. */
const separators: readonly (readonly [string, string])[] = [
  ['blank', ' '],
  ['no-break space', '\u00a0'],
  ['ogham space', '\u1680'],
  ['Mongolian separator', '\u180e'],
  ['en quad', '\u2000'],
  ['thin space', '\u2009'],
  ['hair space', '\u200a'],
  ['narrow no-break space', '\u202f'],
  ['mathematical space', '\u205f'],
  ['ideographic space', '\u3000'],
  ['tab', '\t'],
  ['line feed', '\n'],
  ['carriage return and line feed', '\r\n'],
  ['carriage return', '\r'],
  ['vertical tab', '\v'],
  ['form feed', '\f'],
  ['next line', '\u0085'],
  ['line separator', '\u2028'],
  ['paragraph separator', '\u2029'],
  ['byte order mark', '\ufeff'],
  ['zero-width space', '\u200b'],
  ['zero-width non-joiner', '\u200c'],
  ['zero-width joiner', '\u200d'],
  ['word joiner', '\u2060'],
  ['left-to-right mark', '\u200e'],
  ['right-to-left mark', '\u200f'],
  ['Arabic letter mark', '\u061c'],
  ['right-to-left override', '\u202e'],
  ['first strong isolate', '\u2068'],
  ['comma', ','],
  ['semicolon', ';'],
  ['full-width comma', '，'],
  ['full-width semicolon', '；'],
  ['ideographic comma', '、'],
  ['half-width ideographic comma', '､'],
  ['Arabic comma', '،'],
  ['Arabic semicolon', '؛'],
  ['small comma', '﹐'],
  ['small semicolon', '﹔'],
  ['Greek question mark', '\u037e'],
  ['straight double quote', '"'],
  ['straight single quote', "'"],
  ['full-width double quote', '＂'],
  ['full-width apostrophe', '＇'],
  ['backtick', '`'],
  ['acute accent', '´'],
  ['curly double quotes', '“”'],
  ['curly single quotes', '‘’'],
  ['low quotes', '„‚'],
  ['high reversed quotes', '‟‛'],
  ['guillemets', '«»'],
  ['single guillemets', '‹›'],
  ['corner brackets', '「」'],
  ['white corner brackets', '『』'],
  ['parentheses', '()'],
  ['brackets', '[]'],
  ['braces', '{}'],
  ['angle brackets', '<>'],
  ['full-width parentheses', '（）'],
  ['full-width brackets', '［］'],
  ['full-width braces', '｛｝'],
  ['full-width angle brackets', '＜＞'],
  ['lenticular brackets', '【】'],
  ['tortoise-shell brackets', '〔〕'],
  ['mathematical brackets', '⟦⟧'],
  ['angle brackets of mathematics', '⟨⟩'],
]

test.each(separators)('%s separates', (_name, separator) => {
  const text = `${separator}${A}${separator}${separator}${B}${separator}`
  expect(parseOrderIds(text)).toEqual({ ids: [A, B], dropped: 0, invalid: [] })
})

test('any list of ids, joined by any separators, comes back exact and in order', () => {
  const id = fc.stringMatching(/^[0-9A-Za-z_-]{1,64}$/)
  const between = fc
    .array(fc.constantFrom(...separators.map(([, text]) => text)), { minLength: 1, maxLength: 4 })
    .map((texts) => texts.join(''))
  const ids = fc.uniqueArray(id, { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(ids, fc.array(between, { minLength: 41, maxLength: 41 }), (list, gaps) => {
      const text = list.map((item, at) => `${item}${gaps[at] ?? ' '}`).join('')
      expect(parseOrderIds(text)).toEqual({ ids: list, dropped: 0, invalid: [] })
    }),
    { numRuns: 300 },
  )
})

test('a list pasted n times is kept once, and the rest is counted', () => {
  const list = [A, B, 'x-1']
  expect(parseOrderIds([...list, ...list, ...list].join('\n'))).toEqual({
    ids: list,
    dropped: 6,
    invalid: [],
  })
})

test.each([
  ['a JSON array of strings', `["${A}", "${B}"]`],
  ['a JSON array of numbers', `[${A},${B}]`],
  ['a JSON array over lines', `[\n  "${A}",\n  "${B}"\n]\n`],
  ['a column of a sheet', `\ufeff${A}\r\n${B}\r\n`],
  ['a quoted CSV line', `"${A}";"${B}"`],
  ['a chat message', `“${A}”，“${B}”`],
])('%s keeps every digit', (_name, text) => {
  expect(parseOrderIds(text).ids).toEqual([A, B])
})

test('digits beyond 2^53 are not rounded, and neighbours stay apart', () => {
  const neighbours = ['9007199254740993', '9007199254740992', '12345678901234567890', '12345678901234567891']
  expect(parseOrderIds(neighbours.join(' ')).ids).toEqual(neighbours)
})

test('zeros in front, letter case, hyphens and underscores belong to an id', () => {
  const ids = ['007', '7', 'abcdef', 'ABCDEF', '-', '_', 'a-b_c']
  expect(parseOrderIds(ids.join(',')).ids).toEqual(ids)
})

test.each([
  ['a point', '12.5', '12.5'],
  ['a colon', 'id:5', 'id:5'],
  ['a hash', '#5', '#5'],
  ['a slash', '1/2', '1/2'],
  ['full-width digits', '１２３', '１２３'],
  ['letters beyond ASCII', 'é', 'é'],
  ['a soft hyphen within', '12\u00ad34', '12\u00ad34'],
  ['half a surrogate pair', '\ud83d', '\ud83d'],
])('%s cannot be in an id', (_name, text, piece) => {
  expect(parseOrderIds(`${A} ${text} ${B}`)).toEqual({ ids: [A, B], dropped: 0, invalid: [piece] })
})

test('what is invalid is named once, and an id that is too long is not cut', () => {
  const long = '1'.repeat(maxOrderIdLength + 1)
  const whole = '1'.repeat(maxOrderIdLength)
  expect(parseOrderIds(`a.b a.b ${long} ${whole}`)).toEqual({
    ids: [whole],
    dropped: 0,
    invalid: ['a.b', long],
  })
})

test.each([[''], [' \n\t'], ['[]'], ['"",""']])('%j holds no id', (text) => {
  expect(parseOrderIds(text)).toEqual({ ids: [], dropped: 0, invalid: [] })
})

test('the longest paste that the contract lets in is read in time', () => {
  const hostile = ['1,'.repeat(200_000), ' '.repeat(400_000), `${'.'.repeat(399_999)}1`, '("'.repeat(200_000)]
  for (const text of hostile) {
    const begin = performance.now()
    parseOrderIds(text)
    expect(performance.now() - begin).toBeLessThan(1000)
  }
})
