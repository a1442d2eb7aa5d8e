import { expect, test } from 'vitest'
import { rowAfter } from '../../../../src/renderer/features/groups/rowKeys.ts'

test.each([
  ['ArrowDown', 0, 3, 1],
  ['ArrowDown', 2, 3, 2],
  ['ArrowDown', -1, 3, 0],
  ['ArrowUp', 2, 3, 1],
  ['ArrowUp', 0, 3, 0],
  ['ArrowUp', -1, 3, 0],
  ['Home', 2, 3, 0],
  ['End', 0, 3, 2],
  ['ArrowDown', -1, 0, null],
  ['End', -1, 0, null],
  ['ArrowLeft', 1, 3, null],
  ['Enter', 1, 3, null],
])('%s from row %i of %i leads to %s', (key, at, count, next) => {
  expect(rowAfter(key, at, count)).toBe(next)
})
