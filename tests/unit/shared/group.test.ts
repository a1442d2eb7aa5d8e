import { expect, test } from 'vitest'
import { groupDraftSchema, groupSchema } from '../../../src/shared/domain/group.ts'
import { aGroup } from '../../support/domain.ts'

test('a group stored before there were due days goes by the settings', () => {
  const { dueDays: _, ...stored } = aGroup()
  expect(groupSchema.parse(stored)).toEqual(aGroup({ dueDays: null }))
})

test.each([
  [null, true],
  [1, true],
  [90, true],
  [0, false],
  [91, false],
  [1.5, false],
  ['3', false],
])('due days of %s in a group: %s', (dueDays, fits) => {
  expect(groupSchema.safeParse({ ...aGroup(), dueDays }).success).toBe(fits)
})

test('what is typed as due days is bounded against floods only', () => {
  const { dueDays } = groupDraftSchema.shape
  expect(dueDays.safeParse('as soon as possible').success).toBe(true)
  expect(dueDays.safeParse('9'.repeat(201)).success).toBe(false)
})
