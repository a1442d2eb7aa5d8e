import { expect, test } from 'vitest'
import { overscan, rowsToKeep } from '../../../../src/renderer/ui/heldRows.ts'

const range = { startIndex: 100, endIndex: 104, overscan, count: 500 }
const from = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, at) => first + at)

test.each([
  ['nothing is held', undefined, from(94, 110)],
  ['the held one is in sight', 102, from(94, 110)],
  ['far above, with its neighbours', 7, [6, 7, 8, ...from(94, 110)]],
  ['far below', 400, [...from(94, 110), 399, 400, 401]],
  ['at the edge', 110, from(94, 111)],
  ['the first', 0, [0, 1, ...from(94, 110)]],
  ['the last', 499, [...from(94, 110), 498, 499]],
])('the rows in the document: %s', (_, held, rows) => {
  expect(rowsToKeep(range, held)).toEqual(rows)
})
