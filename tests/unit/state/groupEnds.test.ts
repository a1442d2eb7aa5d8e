import { expect, test } from 'vitest'
import { ordersById, soonestEnd } from '../../../src/main/state/groupEnds.ts'
import { aGroup, anOrder, DAY, NOW } from '../../support/domain.ts'

const group = aGroup({ orderIds: ['11', '22', '33'] })

test.each([
  ['the soonest of its orders', [NOW + 5 * DAY, NOW + DAY, NOW + 9 * DAY], NOW + DAY],
  ['one that has passed counts', [NOW + 5 * DAY, NOW - DAY, null], NOW - DAY],
  ['one that cannot be read says nothing', [null, NOW + 2 * DAY, null], NOW + 2 * DAY],
  ['none can be read', [null, null, null], null],
])('a group ends with %s', (_, ends, soonest) => {
  const orders = ends.map((endsAt, at) => anOrder(group.orderIds[at] ?? '', { endsAt }))
  expect(soonestEnd(group, ordersById([...orders, anOrder('99', { endsAt: NOW - 9 * DAY })]))).toBe(soonest)
})

test('orders that the vendor does not list say nothing', () => {
  expect(soonestEnd(group, ordersById([]))).toBeNull()
  expect(soonestEnd(group, ordersById([anOrder('22', { endsAt: NOW })]))).toBe(NOW)
})
