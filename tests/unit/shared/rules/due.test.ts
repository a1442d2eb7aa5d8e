import { describe, expect, it, test } from 'vitest'
import {
  byEarliestEnd,
  dueAt,
  dueDaysOf,
  type Ending,
  isDue,
} from '../../../../src/shared/domain/rules/due.ts'
import { day, hour } from '../../../../src/shared/domain/rules/ends.ts'

const now = Date.UTC(2026, 0, 15, 12)

test.each([
  [null, 3, 3],
  [7, 3, 7],
  [1, 90, 1],
])('a group of %s days before its end, with %i in the settings, has %i', (own, settings, days) => {
  expect(dueDaysOf({ dueDays: own }, { dueDays: settings })).toBe(days)
})

test('a group is due whole days before its end', () => {
  expect(dueAt(now, 3)).toBe(now - 3 * day)
})

test.each([
  ['long before its time', now + 30 * day, 3, false],
  ['a moment before its time', now + 3 * day + 1, 3, false],
  ['at its time', now + 3 * day, 3, true],
  ['an hour before its end', now + hour, 3, true],
  ['at its end', now, 3, true],
  ['long after its end', now - 400 * day, 3, true],
  ['within its own days, which are more', now + 80 * day, 90, true],
  ['with an end that is not known', null, 90, false],
])('%s: due %s', (_name, endsAt, dueDays, due) => {
  expect(isDue(endsAt, dueDays, now)).toBe(due)
})

describe('the order of what is due', () => {
  const sorted = (endings: readonly Ending[]) => endings.toSorted(byEarliestEnd).map(({ name }) => name)

  it('is the earliest end first, then the name, and unknown ends last', () => {
    const endings = [
      { endsAt: null, name: 'b' },
      { endsAt: now + day, name: 'Later' },
      { endsAt: null, name: 'A' },
      { endsAt: now, name: 'b' },
      { endsAt: now, name: 'A' },
      { endsAt: now - day, name: 'Ended' },
    ]
    expect(sorted(endings)).toEqual(['Ended', 'A', 'b', 'Later', 'A', 'b'])
    expect(sorted(endings.toReversed())).toEqual(sorted(endings))
  })
})
