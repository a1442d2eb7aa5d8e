import { describe, expect, test } from 'vitest'
import type { OrderRow } from '../../../../src/renderer/features/groups/offers.ts'
import { noPages, withPage } from '../../../../src/renderer/features/orders/pages.ts'
import {
  allOrders,
  isNarrowed,
  mostRows,
  type PickFilter,
  pickRequest,
} from '../../../../src/renderer/features/orders/pickQuery.ts'
import {
  endWords,
  groupWords,
  notUnderstoodWords,
  repeatedWords,
} from '../../../../src/renderer/features/orders/pickWords.ts'
import {
  canPick,
  groupPrefill,
  nothingPicked,
  obstacle,
  type Pickable,
  selectedWords,
  shownState,
  toggled,
  typeWords,
  withAll,
  without,
} from '../../../../src/renderer/features/orders/selection.ts'
import { pageWords } from '../../../../src/renderer/words/pageWords.ts'
import { invokeSchemas } from '../../../../src/shared/contract/schemas.ts'
import { maxOrdersInGroup } from '../../../../src/shared/domain/rules/orderIds.ts'
import type { ProxyType } from '../../../../src/shared/domain/rules/proxyTypes.ts'
import { anOrder, HOUR, NOW, uuid } from '../../../support/domain.ts'

const order = (orderId: string, proxyType: ProxyType | null = 'IPv4'): Pickable => ({ orderId, proxyType })
const ids = ({ orderIds }: { readonly orderIds: ReadonlySet<string> }) => [...orderIds]
const shown = [order('odd', null), order('1'), order('m', 'MOBILE'), order('2')]
const many = Array.from({ length: maxOrdersInGroup + 1 }, (_, at) => order(`${at}`))

describe('ticking orders', () => {
  test('the first one gives the type, and only that type may be ticked on', () => {
    const one = toggled(nothingPicked, order('m', 'MOBILE'), true)
    expect(one).toEqual({ proxyType: 'MOBILE', orderIds: new Set(['m']) })
    expect(shown.map((each) => canPick(one, each))).toEqual([false, false, true, false])
    expect(toggled(one, order('1'), true)).toBe(one)
  })

  test('without the last one any known type may be ticked again', () => {
    const none = toggled(toggled(nothingPicked, order('m', 'MOBILE'), true), order('m', 'MOBILE'), false)
    expect(none).toEqual(nothingPicked)
    expect(shown.map((each) => canPick(none, each))).toEqual([false, true, true, true])
  })

  test('all shown: those of the type; with nothing ticked, of the first type that is known', () => {
    expect(withAll(nothingPicked, shown)).toEqual({ proxyType: 'IPv4', orderIds: new Set(['1', '2']) })
    const mobile = toggled(nothingPicked, order('x', 'MOBILE'), true)
    expect(ids(withAll(mobile, shown))).toEqual(['x', 'm'])
    expect(withAll(nothingPicked, [order('odd', null)])).toBe(nothingPicked)
  })

  test('taking out all that are shown keeps what is not shown', () => {
    const picked = withAll(nothingPicked, [order('hidden'), order('1'), order('2')])
    expect(without(picked, shown)).toEqual({ proxyType: 'IPv4', orderIds: new Set(['hidden']) })
    expect(without(withAll(nothingPicked, shown), shown)).toBe(nothingPicked)
  })

  test.each([
    ['nothing', nothingPicked, 'none'],
    ['one of two', toggled(nothingPicked, order('1'), true), 'some'],
    ['both that may be', withAll(nothingPicked, shown), 'all'],
    ['only what is not shown', toggled(nothingPicked, order('hidden'), true), 'none'],
    ['a type that is not shown', toggled(nothingPicked, order('i', 'ISP'), true), 'none'],
  ] as const)('with %s ticked the box of all is at %s', (_, selection, state) => {
    expect(shownState(selection, shown)).toBe(state)
  })
})

describe('what is said of a selection', () => {
  test('why orders cannot be ticked', () => {
    expect(typeWords(nothingPicked, [order('1'), order('m', 'MOBILE')])).toBeNull()
    expect(typeWords(nothingPicked, shown)).toBe(
      '1 order is of a type that Leasebar does not know and cannot renew.',
    )
    expect(typeWords(toggled(nothingPicked, order('m', 'MOBILE'), true), [...shown, order('o', null)])).toBe(
      'A group has one type, and yours is Mobile: 2 orders of other types cannot be ticked. 2 orders are of a type that Leasebar does not know and cannot renew.',
    )
  })

  test('how many are ticked, and how many of them are out of sight', () => {
    expect(selectedWords(withAll(nothingPicked, shown), shown)).toBe('2 orders selected')
    expect(selectedWords(toggled(nothingPicked, order('1'), true), [])).toBe(
      '1 order selected, 1 of them not shown',
    )
  })

  test('why no group can be made of it', () => {
    expect(obstacle(nothingPicked)).toBe('Tick the orders that you renew together.')
    expect(obstacle(withAll(nothingPicked, many))).toBe(
      'A group holds at most 2,000 orders. Take 1 order out.',
    )
    expect(obstacle(withAll(nothingPicked, many.slice(1)))).toBeNull()
  })
})

test('the group editor starts with type, ids one a line in the order of ticking, and the type’s first period', () => {
  const picked = toggled(toggled(nothingPicked, order('9', 'IPv6'), true), order('10', 'IPv6'), true)
  expect(groupPrefill(picked)).toEqual({ proxyType: 'IPv6', orderIds: '9\n10', rentPeriodDays: '90' })
  expect(groupPrefill(toggled(nothingPicked, order('i', 'ISP'), true))).toMatchObject({ rentPeriodDays: '' })
  expect(groupPrefill(nothingPicked)).toBeNull()
  expect(groupPrefill(withAll(nothingPicked, many))).toBeNull()
})

test.each<[Partial<PickFilter>, boolean]>([
  [{}, false],
  [{ search: '  ' }, false],
  [{ search: 'x' }, true],
  [{ proxyType: 'ISP' }, true],
  [{ country: 'DEU' }, true],
  [{ endsWithinDays: 3 }, true],
  [{ ungrouped: true }, true],
])('%o narrows the orders: %s', (patch, narrowed) => {
  expect(isNarrowed({ ...allOrders, ...patch })).toBe(narrowed)
})

test('the longest search and the largest page are requests that main takes', () => {
  const filter = { ...allOrders, search: ` ${'x'.repeat(300)}` }
  const request = pickRequest(uuid(1), filter, { offset: 200, limit: 9000 })
  expect(request).toMatchObject({ search: 'x'.repeat(200), offset: 200, limit: mostRows })
  expect(invokeSchemas['orders.page'].request.safeParse(request).error).toBeUndefined()
})

test('a page is added to those before; an order that moved is shown once; the first page begins anew', () => {
  const row = (orderId: string): OrderRow => ({ order: anOrder(orderId), groupNames: [] })
  const page = (...rows: OrderRow[]) => ({ rows, total: 9, countries: ['DEU'] })
  const first = withPage({ ...noPages, problem: 'Why.' }, 0, page(row('1'), row('2')))
  expect(first).toMatchObject({ total: 9, countries: ['DEU'], problem: null, reading: false })
  const both = withPage(first, 2, page(row('2'), row('3')))
  expect(both.rows?.map((one) => one.order.orderId)).toEqual(['1', '2', '3'])
  expect(withPage(both, 0, page(row('7'))).rows).toHaveLength(1)
})

test('words about orders', () => {
  expect(groupWords([])).toBeNull()
  expect(groupWords(['A', 'B', 'C'])).toBe('A, B, C')
  expect(groupWords(['A', 'B', 'C', 'D', 'E'])).toBe('A, B, C and 2 more')
  expect(endWords({ endsAt: NOW + 20.5 * HOUR, oddEnds: 0 }, NOW)).toBe('ends in 20 h')
  expect(endWords({ endsAt: NOW + 20.5 * HOUR, oddEnds: 1 }, NOW)).toBe('ends in 20 h, perhaps sooner')
  expect(endWords({ endsAt: null, oddEnds: 1 }, NOW)).toBe('end not readable')
  expect(notUnderstoodWords(0)).toBeNull()
  expect(notUnderstoodWords(1)).toMatch(/^1 record of the vendor’s list could not be understood/)
  expect(repeatedWords(0)).toBeNull()
  expect(repeatedWords(1200)).toMatch(/^1,200 records of the vendor’s list came twice/)
  expect(pageWords().orders.ungrouped(1)).toBe('1 order is in no group')
  expect(pageWords().orders.ungrouped(1200)).toBe('1,200 orders are in no group')
})
