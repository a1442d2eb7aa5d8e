import { expect, test } from 'vitest'
import {
  countUngrouped,
  filterOrders,
  mostCountries,
  type OrderFilter,
  prepareOrders,
} from '../../../src/main/orders/orderFilter.ts'
import { anOrder, DAY, NOW } from '../../support/domain.ts'

const everything: OrderFilter = {
  proxyType: null,
  country: null,
  endsWithinDays: null,
  ungrouped: false,
  search: '',
}

const orders = [
  anOrder('unread', { endsAt: null, proxyType: null, countries: [] }),
  anOrder('late', { endsAt: NOW + 7 * DAY + 1, countries: ['DEU', 'FRA'] }),
  anOrder('week', { endsAt: NOW + 7 * DAY, proxyType: 'ISP', countries: ['FRA'] }),
  anOrder('soon', { endsAt: NOW + DAY, countries: ['GB'], sample: ['192.0.2.7'] }),
  anOrder('ended', { endsAt: NOW - DAY, proxyType: 'MOBILE', countries: ['gb'] }),
]

const ids = (filter: Partial<OrderFilter>, held: readonly string[] = []) =>
  filterOrders(prepareOrders(orders), { ...everything, ...filter }, { held: new Set(held), now: NOW }).map(
    ({ orderId }) => orderId,
  )

test.each<[string, Partial<OrderFilter>, readonly string[]]>([
  ['nothing narrowed', {}, ['ended', 'soon', 'week', 'late', 'unread']],
  ['a type', { proxyType: 'IPv4' }, ['soon', 'late']],
  ['a type that none has', { proxyType: 'IPv6' }, []],
  ['a country, of several', { country: 'FRA' }, ['week', 'late']],
  ['a country in its exact spelling', { country: 'GB' }, ['soon']],
  ['a part of a country is none', { country: 'FR' }, []],
  ['an end to the very moment, with those that have ended', { endsWithinDays: 7 }, ['ended', 'soon', 'week']],
  ['a shorter while', { endsWithinDays: 3 }, ['ended', 'soon']],
  [
    'an end that cannot be read is within no time',
    { endsWithinDays: 3650 },
    ['ended', 'soon', 'week', 'late'],
  ],
  ['words of the id', { search: 'EN' }, ['ended']],
  ['words of the type, the country, an address', { search: ' mobile gb ' }, ['ended']],
  ['an address', { search: '192.0.2' }, ['soon']],
  ['all at once', { proxyType: 'ISP', country: 'FRA', endsWithinDays: 7, search: 'wee' }, ['week']],
  ['all but one', { proxyType: 'ISP', country: 'FRA', endsWithinDays: 3, search: 'wee' }, []],
])('%s', (_, filter, left) => {
  expect(ids(filter)).toEqual(left)
})

test('only what is in no group', () => {
  expect(ids({ ungrouped: true }, ['soon', 'late', 'elsewhere'])).toEqual(['ended', 'week', 'unread'])
  expect(ids({ ungrouped: false }, ['soon', 'late'])).toHaveLength(5)
  expect(ids({ ungrouped: true, proxyType: 'IPv4' }, ['soon', 'late'])).toEqual([])
})

test('orders in no group are counted', () => {
  expect(countUngrouped(orders, new Set())).toBe(5)
  expect(countUngrouped(orders, new Set(['soon', 'elsewhere']))).toBe(4)
  expect(countUngrouped([], new Set(['soon']))).toBe(0)
})

test('countries: each once, sorted, and never more than cross to a window', () => {
  expect(prepareOrders(orders).countries).toEqual(['DEU', 'FRA', 'gb', 'GB'])
  expect(prepareOrders([]).countries).toEqual([])
  const many = Array.from({ length: 400 }, (_, at) => anOrder(`${at}`, { countries: [`C${at}`] }))
  expect(prepareOrders(many).countries).toHaveLength(mostCountries)
})

test('orders of one end keep the order of the vendor’s list, and the list itself is left alone', () => {
  const same = [anOrder('b'), anOrder('a'), anOrder('c')]
  expect(prepareOrders(same).rows.map(({ orderId }) => orderId)).toEqual(['b', 'a', 'c'])
  const before = [...orders]
  prepareOrders(orders)
  expect(orders).toEqual(before)
})
