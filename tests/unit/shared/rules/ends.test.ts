import { expect, test } from 'vitest'
import { day, endsIn, endsInWords, hour } from '../../../../src/shared/domain/rules/ends.ts'

const now = Date.UTC(2026, 0, 15, 12)

test.each([
  [-day, { kind: 'ended' }, 'ended'],
  [0, { kind: 'ended' }, 'ended'],
  [1, { kind: 'hours', hours: 0 }, 'ends within the hour'],
  [hour - 1, { kind: 'hours', hours: 0 }, 'ends within the hour'],
  [hour, { kind: 'hours', hours: 1 }, 'ends in 1 h'],
  [20 * hour, { kind: 'hours', hours: 20 }, 'ends in 20 h'],
  [20 * hour + hour - 1, { kind: 'hours', hours: 20 }, 'ends in 20 h'],
  [24 * hour, { kind: 'hours', hours: 24 }, 'ends in 24 h'],
  [48 * hour - 1, { kind: 'hours', hours: 47 }, 'ends in 47 h'],
  [48 * hour, { kind: 'days', days: 2 }, 'ends in 2 days'],
  [3 * day - 1, { kind: 'days', days: 2 }, 'ends in 2 days'],
  [3 * day, { kind: 'days', days: 3 }, 'ends in 3 days'],
  [400 * day, { kind: 'days', days: 400 }, 'ends in 400 days'],
] as const)('%i ms from now', (left, expected, words) => {
  expect(endsIn(now + left, now)).toEqual(expected)
  expect(endsInWords(now + left, now)).toBe(words)
})
