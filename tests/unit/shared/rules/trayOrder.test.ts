import { describe, expect, test } from 'vitest'
import { inTrayOrder, moved, withOrder } from '../../../../src/shared/domain/rules/trayOrder.ts'

const pinned = ['a', 'b', 'c', 'd'].map((id, index) => ({
  group: { id, name: id.toUpperCase(), createdAt: index },
}))
const order = (ids: readonly string[]) => inTrayOrder(pinned, ids).map(({ group }) => group.id)

describe('the order of the tray’s menu', () => {
  test.each([
    { by: [], is: ['a', 'b', 'c', 'd'] },
    { by: ['c'], is: ['c', 'a', 'b', 'd'] },
    { by: ['d', 'b'], is: ['d', 'b', 'a', 'c'] },
    { by: ['gone', 'd', 'gone too', 'a', 'c', 'b'], is: ['d', 'a', 'c', 'b'] },
  ])('by $by is $is', ({ by, is }) => {
    expect(order(by)).toEqual(is)
  })

  test('groups of one name stand as they were made', () => {
    const twins = [2, 1].map((createdAt) => ({ group: { id: `${createdAt}`, name: 'Twin', createdAt } }))
    expect(inTrayOrder(twins, []).map(({ group }) => group.id)).toEqual(['1', '2'])
  })
})

test.each([
  { id: 'a', to: 2, is: ['b', 'c', 'a'] },
  { id: 'c', to: 0, is: ['c', 'a', 'b'] },
  { id: 'b', to: -1, is: ['b', 'a', 'c'] },
  { id: 'b', to: 9, is: ['a', 'c', 'b'] },
])('$id moved to place $to gives $is', ({ id, to, is }) => {
  expect(moved(['a', 'b', 'c'], id, to)).toEqual(is)
})

test('an account’s new order leaves those of others as they are', () => {
  expect(withOrder(['x', 'a', 'y', 'b'], ['b', 'c', 'a'])).toEqual(['x', 'y', 'b', 'c', 'a'])
})
