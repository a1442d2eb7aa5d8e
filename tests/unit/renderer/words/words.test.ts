import { describe, expect, test } from 'vitest'
import { en } from '../../../../src/renderer/words/en/index.ts'
import { agoWords, untilWords } from '../../../../src/renderer/words/time.ts'

const now = Date.UTC(2027, 5, 15, 12)
const minute = 60_000
const hour = 60 * minute

describe('agoWords', () => {
  test.each([
    [0, 'just now'],
    [-5 * minute, 'just now'],
    [59_999, 'just now'],
    [2 * minute, '2 min ago'],
    [59 * minute, '59 min ago'],
    [hour, '1 h ago'],
    [47.9 * hour, '47 h ago'],
    [48 * hour, '2 days ago'],
    [29 * 24 * hour, '29 days ago'],
    [40 * 24 * hour, '6 May 2027'],
  ])('tells an age of %i ms', (age, words) => {
    expect(agoWords(now - age, now)).toBe(words)
  })
})

describe('untilWords', () => {
  test.each([
    [-1, 'now'],
    [0, 'now'],
    [1, 'in 1 s'],
    [39_001, 'in 40 s'],
    [2 * minute, 'in 120 s'],
    [2 * minute + 1, 'in 3 min'],
    [2 * hour, 'in 120 min'],
    [2 * hour + 1, 'in 3 h'],
    [24 * hour, 'in 24 h'],
  ])('tells %i ms to come', (ms, words) => {
    expect(untilWords(ms)).toBe(words)
  })
})

describe('counts', () => {
  test.each([
    [1, '1 order'],
    [0, '0 orders'],
    [1200, '1,200 orders'],
  ])('%i', (n, words) => {
    expect(en.groupRows.size(n, null)).toBe(words)
  })

  test('a row tells orders and addresses as DESIGN.md has it, and no addresses that nobody counted', () => {
    expect(en.groupRows.size(3, 12)).toBe('3 orders · 12 addresses')
    expect(en.groupRows.size(1, null)).toBe('1 order')
  })
})
