import { expect, test } from 'vitest'
import { agreeable, beyondAgreement, isShortOfFunds } from '../../../src/main/renewals/agreements.ts'
import {
  inOrderOfEnd,
  isOnAtFirst,
  type PlanRow,
  sumsOf,
  weigh,
} from '../../../src/main/renewals/dueRunPlan.ts'
import type { Finding } from '../../../src/shared/domain/finding.ts'
import type { Money } from '../../../src/shared/domain/money.ts'
import { kinds, money, NOW, uuid } from '../../support/domain.ts'

const main = uuid(100)
const other = uuid(101)

function aRow(price: number | null, change: Partial<PlanRow> = {}): PlanRow {
  return {
    accountId: main,
    price: price === null ? null : money(price),
    findings: [],
    included: price !== null,
    dayLimit: null,
    spentToday: [],
    ...change,
  }
}

function covered(rows: readonly PlanRow[], balances: readonly (readonly [string, Money | null])[]): string {
  return weigh(rows, new Map(balances))
    .map((row) => (row.covered ? 'y' : 'n'))
    .join('')
}

const short: Finding = { kind: 'price-above-balance', price: money(5), balance: money(1) }
const warning = (code: number): Finding => ({ kind: 'quote-warning', warning: { code, message: 'Theirs' } })
const day = (sum: number, limit = 5): Finding => ({
  kind: 'over-limit',
  limitOf: 'day',
  limit: money(limit),
  sum: money(sum),
})
const unknown: Finding = {
  kind: 'unknown-before',
  renewalId: uuid(1),
  orderIds: ['11'],
  startedAt: NOW,
  sum: money(2),
}

test('earliest end first, unknown ends last, equals as given, each group once', () => {
  const groups = [
    { groupId: 'a', endsAt: null },
    { groupId: 'b', endsAt: 30 },
    { groupId: 'c', endsAt: 10 },
    { groupId: 'd', endsAt: 30 },
    { groupId: 'c', endsAt: 10 },
    { groupId: 'e', endsAt: -5 },
  ]
  expect(inOrderOfEnd(groups).map(({ groupId }) => groupId)).toEqual(['e', 'c', 'b', 'd', 'a'])
})

test.each<[string, readonly PlanRow[], Money | null, string]>([
  ['nothing', [], money(5), ''],
  ['to the last cent', [aRow(2), aRow(3)], money(5), 'yy'],
  ['a ten-thousandth short', [aRow(2), aRow(3.0001)], money(5), 'yn'],
  ['nothing after the first that is short, however cheap', [aRow(2), aRow(4), aRow(1)], money(5), 'ynn'],
  ['what is not ticked costs nothing', [aRow(2), aRow(4, { included: false }), aRow(3)], money(5), 'yny'],
  ['what is not ticked still tells', [aRow(2), aRow(3, { included: false }), aRow(3)], money(5), 'yyy'],
  ['no price is not covered and holds nothing up', [aRow(null), aRow(2)], money(5), 'ny'],
  ['the guard’s word counts over a balance that came later', [aRow(2, { findings: [short] })], money(5), 'n'],
  ['so does the vendor’s warning 16', [aRow(2, { findings: [warning(16)] }), aRow(1)], money(5), 'nn'],
  ['another warning says nothing of the balance', [aRow(2, { findings: [warning(7)] })], money(5), 'y'],
  ['a balance that nobody knows is left to each turn', [aRow(2), aRow(3)], null, 'yy'],
  ['sums of another currency are not compared', [aRow(1, { price: money(900, 'JPY') })], money(5), 'y'],
])('covered: %s', (_name, rows, balance, expected) => {
  expect(covered(rows, [[main, balance]])).toBe(expected)
})

test('each account has its own balance, and its own end of it', () => {
  const rows = [aRow(4), aRow(4, { accountId: other }), aRow(4), aRow(4, { accountId: other })]
  const balances = [
    [main, money(5)],
    [other, money(8)],
  ] as const
  expect(covered(rows, balances)).toBe('yyny')
  expect(weigh(rows, new Map(balances)).map(({ balanceAfter }) => balanceAfter)).toEqual([
    money(1),
    money(4),
    money(1),
    money(0),
  ])
})

test('after a price in another currency nobody knows what is left', () => {
  const rows = [aRow(1), aRow(1, { price: money(1, 'EUR') }), aRow(1)]
  const after = weigh(rows, new Map([[main, money(5)]])).map(({ balanceAfter }) => balanceAfter)
  expect(after).toEqual([money(4), null, null])
})

test('the day’s limit grows with what is ticked and covered before', () => {
  const at = { dayLimit: money(5).amount, spentToday: [money(1), money(9, 'EUR')] }
  const rows = [aRow(2, at), aRow(2, { ...at, included: false }), aRow(2, at), aRow(2, at)]
  const found = weigh(rows, new Map([[main, money(100)]])).map(({ findings }) => findings)
  expect(found).toEqual([[], [], [], [day(7)]])
  // A figure of the quote's own moment is replaced, other limits are left alone.
  const group: Finding = { kind: 'over-limit', limitOf: 'group', limit: money(1), sum: money(6) }
  const [own] = weigh([aRow(6, { ...at, findings: [day(6), group] })], new Map())
  expect(own?.findings).toEqual([group, day(7)])
})

test('where money may be paid twice it is off at first; other findings leave it on', () => {
  expect(isOnAtFirst([])).toBe(true)
  expect(isOnAtFirst([short])).toBe(true)
  expect(isOnAtFirst([short, warning(3)])).toBe(false)
  expect(isOnAtFirst([warning(3), unknown])).toBe(false)
})

test('sums are one a currency', () => {
  expect(sumsOf([money(1), money(2, 'EUR'), money(0.0001)])).toEqual([money(1.0001), money(2, 'EUR')])
})

test('a yes never means missing money or a missing price', () => {
  const none: Finding = { kind: 'no-quote', reason: 'a' }
  expect(kinds(agreeable([none, short, warning(16), warning(3), unknown]))).toEqual([
    'quote-warning',
    'unknown-before',
  ])
  expect([[short], [warning(16)], [warning(3), unknown]].map(isShortOfFunds)).toEqual([true, true, false])
})

test.each<[string, Finding[], Finding[], number]>([
  ['nothing', [], [], 0],
  ['what was agreed to', [unknown], [unknown, day(6)], 0],
  ['something else', [unknown, day(6)], [day(6)], 1],
  ['a smaller day under the same limit', [day(6)], [day(7)], 0],
  ['a larger day', [day(8)], [day(7)], 1],
  ['a smaller day under another limit', [day(6, 4)], [day(7)], 1],
  ['a day without one agreed to', [day(6)], [{ ...day(7), limitOf: 'group' } as Finding], 1],
  ['a smaller sum of another currency', [{ ...day(6), sum: money(6, 'EUR') } as Finding], [day(7)], 1],
])('beyond an agreement: %s', (_name, found, agreed, count) => {
  expect(beyondAgreement(found, agreed)).toHaveLength(count)
})
