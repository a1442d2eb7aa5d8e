import { expect, test } from 'vitest'
import { type GroupContext, groupsByOrder, groupView } from '../../../src/main/state/groupViews.ts'
import { groupViewSchema } from '../../../src/shared/contract/snapshot.ts'
import type { Group } from '../../../src/shared/domain/group.ts'
import {
  aGroup,
  anAutoExtend,
  anIntent,
  anOrder,
  aQuote,
  aRenewal,
  aResult,
  DAY,
  money,
  NOW,
  uuid,
} from '../../support/domain.ts'

const context: GroupContext = {
  orders: null,
  groupsByOrder: new Map(),
  phase: 'idle',
  last: null,
  lastPrice: null,
  search: null,
  autoExtend: anAutoExtend(),
}
const orders = (...list: ReturnType<typeof anOrder>[]) => new Map(list.map((order) => [order.orderId, order]))
const view = (change: Partial<GroupContext> = {}) => {
  const row = groupView(aGroup(), { ...context, ...change })
  expect(groupViewSchema.safeParse(row).error).toBeUndefined()
  return row
}

test('before the first list nothing is pointed out', () => {
  expect(view()).toMatchObject({ addresses: null, endsAt: null, notListed: [], otherType: [], last: null })
})

test('it ends with its soonest order, and counts the addresses of all', () => {
  const list = orders(
    anOrder('11', { addresses: 3, endsAt: NOW + 5 * DAY }),
    anOrder('22', { addresses: 4, endsAt: NOW + 2 * DAY }),
    anOrder('33', { addresses: 99, endsAt: NOW }),
  )
  expect(view({ orders: list })).toMatchObject({ addresses: 7, endsAt: NOW + 2 * DAY, notListed: [] })
})

test('ids that the vendor does not list, of another type, or in another group are pointed out', () => {
  const list = orders(anOrder('11', { proxyType: 'ISP', endsAt: null }))
  const names = groupsByOrder([aGroup(), aGroup({ name: 'Other', orderIds: ['22', '99'] })])
  expect(view({ orders: list, groupsByOrder: names.get(uuid(100)) ?? new Map() })).toMatchObject({
    addresses: 1,
    endsAt: null,
    notListed: ['22'],
    otherType: ['11'],
    inOtherGroups: [{ orderId: '22', groupName: 'Other' }],
  })
  expect(view({ orders: orders(anOrder('11', { proxyType: null })) }).otherType).toEqual([])
  expect(view({ orders: orders() })).toMatchObject({ addresses: null, notListed: ['11', '22'] })
})

test('the last renewal shows its outcome, price, balance and every remark', () => {
  const result = aResult('renewed', {
    detail: 'Done.',
    remarks: ['The promo code TEN was not honoured: paid in full.'],
    balanceAfter: money(97.2),
    endedAt: NOW + 1,
  })
  expect(view({ last: aRenewal({ result }) }).last).toEqual({
    renewalId: uuid(50),
    outcome: 'renewed',
    at: NOW + 1,
    detail: 'Done. The promo code TEN was not honoured: paid in full.',
    price: money(2.8),
    balanceAfter: money(97.2),
    badOrders: false,
  })
})

test('one on its way has no outcome yet; a settled one has its settlement’s', () => {
  expect(view({ last: aRenewal({ result: null, intent: anIntent({ quote: null }) }) }).last).toMatchObject({
    outcome: null,
    price: null,
    at: NOW,
  })
  const settlement = { outcome: 'not renewed', by: 'person', at: NOW, evidence: [] } as const
  const settled = aRenewal({ result: aResult('unknown'), settlement: { ...settlement, evidence: [] } })
  expect(view({ last: settled }).last).toMatchObject({ outcome: 'not renewed' })
})

test.each([
  ['refused for its order ids', {}, {}, true],
  ['refused for its order ids, in a group that has more by now', {}, { orderIds: ['11', '22', '33'] }, true],
  ['refused for its order ids, one of which is gone', {}, { orderIds: ['11'] }, false],
  ['refused for its order ids, in a group of another type by now', {}, { proxyType: 'ISP' }, false],
  ['refused for something else', { vendorError: { code: 25, message: '' } }, {}, false],
  ['refused without a code', { vendorError: null }, {}, false],
  ['unknown, though the vendor spoke of order ids', { outcome: 'unknown' }, {}, false],
  ['renewed', { outcome: 'renewed', vendorError: null }, {}, false],
] as const)('one that was %s: a bad order may be looked for or not', (_, result, group, badOrders) => {
  const last = aRenewal({
    result: aResult('refused', { vendorError: { code: 29, message: 'Incorrect orderIds' }, ...result }),
  })
  expect(groupView(aGroup(group as Partial<Group>), { ...context, last }).last).toMatchObject({ badOrders })
})

test('one that was settled by now is not refused', () => {
  const vendorError = { code: 29, message: 'Incorrect orderIds' }
  const settlement = { outcome: 'not renewed', by: 'person', at: NOW, evidence: [] } as const
  const last = aRenewal({
    result: aResult('unknown', { vendorError }),
    settlement: { ...settlement, evidence: [] },
  })
  expect(view({ last }).last).toMatchObject({ badOrders: false })
})

test('the longest words fit', () => {
  const result = aResult('renewed', { detail: 'x'.repeat(1000), remarks: ['y'.repeat(400), 'z'.repeat(400)] })
  expect(
    view({ last: aRenewal({ result, intent: anIntent({ quote: aQuote() }) }) }).last?.detail,
  ).toHaveLength(1000)
})

test('orders in groups are told apart by account, with the names of their groups', () => {
  const groups = [
    aGroup(),
    aGroup({ name: 'More', orderIds: ['22', '33'] }),
    aGroup({ accountId: uuid(9), orderIds: ['44'] }),
  ]
  const named = new Map([
    [
      uuid(100),
      new Map([
        ['11', ['Shop']],
        ['22', ['Shop', 'More']],
        ['33', ['More']],
      ]),
    ],
    [uuid(9), new Map([['44', ['Shop']]])],
  ])
  expect(groupsByOrder(groups)).toEqual(named)
  expect(groupsByOrder([])).toEqual(new Map())
  expect(groupsByOrder(groups)).toEqual(named)
})

test('asked about the same groups it answers at once; about changed ones anew', () => {
  const groups = [aGroup(), aGroup({ id: uuid(2), orderIds: ['33'] })]
  const names = groupsByOrder(groups)
  expect(groupsByOrder([...groups])).toBe(names)
  const [first = aGroup()] = groups
  expect(groupsByOrder([first, aGroup({ id: uuid(2), name: 'New', orderIds: ['33'] })])).toEqual(
    new Map([
      [
        uuid(100),
        new Map([
          ['11', ['Shop']],
          ['22', ['Shop']],
          ['33', ['New']],
        ]),
      ],
    ]),
  )
})
