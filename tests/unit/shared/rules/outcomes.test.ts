import { expect, test } from 'vitest'
import { currentOutcome, outcomeLabel, outcomes } from '../../../../src/shared/domain/rules/outcomes.ts'
import { adviceFor } from '../../../../src/shared/domain/rules/vendorAdvice.ts'

test('the words of the outcomes are exactly those of DESIGN.md, Names', () => {
  expect(outcomes.map((outcome) => outcomeLabel(outcome))).toEqual([
    'Renewed',
    'Refused',
    'Not sent',
    'Unknown',
    'Not renewed',
  ])
})

test('a settlement counts before the result, and no result is no outcome', () => {
  const unknown = { outcome: 'unknown' } as const
  expect(currentOutcome({ result: null, settlement: null })).toBeNull()
  expect(currentOutcome({ result: unknown, settlement: null })).toBe('unknown')
  expect(currentOutcome({ result: unknown, settlement: { outcome: 'renewed' } })).toBe('renewed')
  expect(currentOutcome({ result: null, settlement: { outcome: 'not renewed' } })).toBe('not renewed')
})

test.each([
  [2, /key/],
  [4, /proxy type/],
  [11, /period/],
  [16, /Top up/],
  [24, /addresses/],
  [25, /order ids/],
  [28, /whole/],
  [29, /order ids/],
])('error %i says what to do next', (code, words) => {
  expect(adviceFor(code)).toMatch(words)
  expect(adviceFor(code)).toMatch(/\.$/)
})

test.each([0, 3, 35, 57, 999, -1])('error %i, of which nothing is known, sends to the support', (code) => {
  expect(adviceFor(code)).toMatch(/support/)
})
