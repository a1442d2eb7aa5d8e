import { expect, test } from 'vitest'
import { coveredBy, type GuardFacts, guard } from '../../../src/main/renewals/guard.ts'
import type { Finding } from '../../../src/shared/domain/finding.ts'
import { findingSchema } from '../../../src/shared/domain/finding.ts'
import {
  aGroup,
  anIntent,
  anOrder,
  aQuote,
  aRenewal,
  aResult,
  DAY,
  HOUR,
  kinds,
  money,
  NOW,
  uuid,
} from '../../support/domain.ts'

const none = { group: null, account: null, day: null }

/** Nothing is off about this one. */
function facts(change: Partial<GuardFacts> = {}): GuardFacts {
  return {
    earliest: NOW,
    latest: NOW,
    sentLately: new Set(),
    group: aGroup(),
    quote: aQuote(),
    balance: money(100),
    limits: none,
    spentToday: [],
    lastPrice: money(2.8),
    unsettled: [],
    renewedLately: [],
    orders: [anOrder('11'), anOrder('22')],
    shownEnds: new Map([
      ['11', NOW + 10 * DAY],
      ['22', NOW + 10 * DAY],
    ]),
    restoredDatabase: false,
    ...change,
  }
}

const elsewhere = anIntent({
  accountId: uuid(777),
  groupId: uuid(888),
  request: { proxyType: 'IPv4', orderIds: ['9', '22'], rentPeriodDays: 60 },
})
const unrelated = anIntent({
  request: { proxyType: 'IPv4', orderIds: ['1', '2', '222'], rentPeriodDays: 30 },
})
const lastFor = (endedAt: number) => aRenewal({ result: aResult('renewed', { endedAt }) })
const amount = (sum: number) => money(sum).amount
const withPromo = aGroup({ promoCode: 'TEN' })

test.each<[string, Partial<GuardFacts>, readonly string[]]>([
  ['nothing off', {}, []],
  ['never shown a price', { lastPrice: null }, []],
  ['balance never read', { balance: null, quote: aQuote({ balance: null }) }, []],
  // The balance.
  ['price equal to the balance', { balance: money(2.8) }, []],
  ['price a ten-thousandth over the balance', { balance: money(2.7999) }, ['price-above-balance']],
  ['no money at all', { balance: money(0) }, ['price-above-balance']],
  // Warnings.
  [
    'a warning',
    { quote: aQuote({ warnings: [{ code: 16, message: 'Insufficient funds on balance' }] }) },
    ['quote-warning'],
  ],
  [
    'two warnings',
    {
      quote: aQuote({
        warnings: [
          { code: 16, message: 'a' },
          { code: 0, message: 'b' },
        ],
      }),
    },
    ['quote-warning', 'quote-warning'],
  ],
  // Promo codes.
  ['promo valid', { group: withPromo, quote: aQuote({ promoCodeStatus: 'VALID' }) }, []],
  [
    'promo not valid',
    { group: withPromo, quote: aQuote({ promoCodeStatus: 'NO_VALID' }) },
    ['promo-not-valid'],
  ],
  ['promo of which nothing is said', { group: withPromo }, ['promo-not-valid']],
  [
    'promo in other letters',
    { group: withPromo, quote: aQuote({ promoCodeStatus: 'valid' }) },
    ['promo-not-valid'],
  ],
  ['no promo sent, and a status all the same', { quote: aQuote({ promoCodeStatus: 'NO_VALID' }) }, []],
  // Limits.
  ['at the group limit', { limits: { ...none, group: amount(2.8) } }, []],
  ['over the group limit', { limits: { ...none, group: amount(2.7999) } }, ['over-limit']],
  ['at the account limit', { limits: { ...none, account: amount(2.8) } }, []],
  ['over the account limit', { limits: { ...none, account: amount(2.7999) } }, ['over-limit']],
  ['at the day limit alone', { limits: { ...none, day: amount(2.8) } }, []],
  [
    'at the day limit with what was spent',
    { limits: { ...none, day: amount(12.8) }, spentToday: [money(10)] },
    [],
  ],
  [
    'over the day limit with what was spent',
    { limits: { ...none, day: amount(12.7999) }, spentToday: [money(10)] },
    ['over-limit'],
  ],
  ['a limit of nothing', { limits: { ...none, group: amount(0) } }, ['over-limit']],
  [
    'over every limit',
    { limits: { group: amount(1), account: amount(2), day: amount(2.5) } },
    ['over-limit', 'over-limit', 'over-limit'],
  ],
  ['much spent today and no day limit', { spentToday: [money(1000)] }, []],
  // The price last shown.
  ['a price that fell', { lastPrice: money(5) }, []],
  ['a price that rose by a ten-thousandth', { lastPrice: money(2.7999) }, ['price-rose']],
  // Currencies.
  ['a balance in another currency', { balance: money(0.01, 'EUR') }, ['currency-differs']],
  ['a last price in another currency', { lastPrice: money(0.01, 'EUR') }, ['currency-differs']],
  [
    'spent today in another currency, with a day limit',
    { limits: { ...none, day: amount(5) }, spentToday: [money(0.01, 'EUR')] },
    ['currency-differs'],
  ],
  ['spent today in another currency, without one', { spentToday: [money(9, 'EUR')] }, []],
  // No quote.
  ['no quote', { quote: { missing: 'The vendor could not be reached.' } }, ['no-quote']],
  [
    'no quote: nothing is said of price, promo and limits',
    { quote: { missing: 'x' }, group: withPromo, balance: money(0), limits: { ...none, group: amount(0) } },
    ['no-quote'],
  ],
  // Unknown before.
  [
    'an unknown renewal of the same orders',
    { unsettled: [aRenewal({ result: aResult('unknown') })] },
    ['unknown-before'],
  ],
  ['a row still sending', { unsettled: [aRenewal({ result: null })] }, ['unknown-before']],
  [
    'an unknown one of another account and group',
    { unsettled: [aRenewal({ intent: elsewhere })] },
    ['unknown-before'],
  ],
  ['an unknown one of other orders', { unsettled: [aRenewal({ intent: unrelated })] }, []],
  [
    'two unknown ones',
    { unsettled: [aRenewal(), aRenewal({ intent: elsewhere })] },
    ['unknown-before', 'unknown-before'],
  ],
  // Renewed lately.
  ['renewed a moment ago', { renewedLately: [lastFor(NOW)] }, ['renewed-lately']],
  ['renewed 23 h 59 ago', { renewedLately: [lastFor(NOW - DAY + 60_000)] }, ['renewed-lately']],
  ['renewed 24 h ago to the ms', { renewedLately: [lastFor(NOW - DAY)] }, ['renewed-lately']],
  ['renewed a ms longer ago', { renewedLately: [lastFor(NOW - DAY - 1)] }, []],
  [
    'renewed in the future, by a clock set back since',
    { renewedLately: [lastFor(NOW + 3 * DAY)] },
    ['renewed-lately'],
  ],
  [
    'renewed an hour ago by the vendor’s clock, ours was set forward',
    { earliest: NOW - 3 * DAY, renewedLately: [lastFor(NOW - 3 * DAY - HOUR)] },
    ['renewed-lately'],
  ],
  [
    'sent by this run lately, our clock was set forward',
    { renewedLately: [lastFor(NOW - 3 * DAY)], sentLately: new Set([aRenewal().intent.id]) },
    ['renewed-lately'],
  ],
  [
    'renewed lately by another group and account',
    { renewedLately: [aRenewal({ intent: elsewhere })] },
    ['renewed-lately'],
  ],
  ['other orders renewed lately', { renewedLately: [aRenewal({ intent: unrelated })] }, []],
  // Ends that moved.
  [
    'an end moved by a ms less than a minute',
    { orders: [anOrder('11', { endsAt: NOW + 10 * DAY + 59_999 })] },
    [],
  ],
  [
    'an end moved by a minute',
    { orders: [anOrder('11', { endsAt: NOW + 10 * DAY + 60_000 })] },
    ['end-moved'],
  ],
  ['an end moved by the period', { orders: [anOrder('11', { endsAt: NOW + 40 * DAY })] }, ['end-moved']],
  ['an end moved back', { orders: [anOrder('11', { endsAt: NOW + 9 * DAY })] }, ['end-moved']],
  [
    'an end moved back by less than a minute',
    { orders: [anOrder('11', { endsAt: NOW + 10 * DAY - 59_999 })] },
    [],
  ],
  ['an end never shown', { shownEnds: new Map() }, []],
  ['an end that cannot be read now', { orders: [anOrder('11', { endsAt: null })] }, []],
  [
    'an end of another order moved',
    { orders: [anOrder('33', { endsAt: NOW + 99 * DAY })], shownEnds: new Map([['33', NOW]]) },
    [],
  ],
  [
    'both ends moved',
    { orders: [anOrder('11', { endsAt: NOW + 40 * DAY }), anOrder('22', { endsAt: NOW + 41 * DAY })] },
    ['end-moved', 'end-moved'],
  ],
  // Auto-extend.
  ['auto-extend, ends in 47 h', soon(47 * HOUR), ['auto-extend-soon']],
  ['auto-extend, ends in 48 h less a ms', soon(48 * HOUR - 1), ['auto-extend-soon']],
  ['auto-extend, ends in 49 h', soon(49 * HOUR), []],
  ['auto-extend, lapsed', soon(-HOUR), ['auto-extend-soon']],
  [
    'auto-extend, ends in 47 h by the vendor’s clock, ours was set back',
    { ...soon(47 * HOUR), earliest: NOW - 9 * DAY },
    ['auto-extend-soon'],
  ],
  ['auto-extend off, ends in an hour', soon(HOUR, false), []],
  ['auto-extend not told, ends in an hour', soon(HOUR, null), []],
  ['auto-extend of another order', { orders: [anOrder('33', { autoExtend: true, endsAt: NOW + HOUR })] }, []],
  // A restored database.
  ['a restored database', { restoredDatabase: true }, ['restored-database']],
])('%s', (_name, change, expected) => {
  const found = guard(facts(change))
  expect(kinds(found)).toEqual(expected)
  for (const finding of found) expect(findingSchema.safeParse(finding).error).toBeUndefined()
})

function soon(left: number, autoExtend: boolean | null = true): Partial<GuardFacts> {
  return { orders: [anOrder('11', { autoExtend, endsAt: NOW + left })], shownEnds: new Map() }
}

test('every finding names its figure', () => {
  const at = NOW - HOUR
  const found = guard(
    facts({
      group: aGroup({ promoCode: 'TEN' }),
      quote: aQuote({
        price: money(8),
        promoCodeStatus: 'NO_VALID',
        warnings: [{ code: 16, message: 'Insufficient funds on balance' }],
      }),
      balance: money(5),
      limits: { group: amount(6), account: amount(7), day: amount(20) },
      spentToday: [money(15)],
      lastPrice: money(7.5),
      unsettled: [aRenewal({ intent: { ...elsewhere, quote: aQuote({ price: money(4.2) }) } })],
      renewedLately: [lastFor(at)],
      orders: [anOrder('11', { autoExtend: true, endsAt: NOW + HOUR }), anOrder('22', { endsAt: null })],
      restoredDatabase: true,
    }),
  )
  expect(found).toEqual([
    { kind: 'unknown-before', renewalId: uuid(50), orderIds: ['22'], startedAt: NOW, sum: money(4.2) },
    { kind: 'renewed-lately', orderIds: ['11', '22'], at },
    { kind: 'end-moved', orderId: '11', from: NOW + 10 * DAY, to: NOW + HOUR },
    { kind: 'auto-extend-soon', orderIds: ['11'], endsAt: NOW + HOUR },
    { kind: 'restored-database' },
    { kind: 'quote-warning', warning: { code: 16, message: 'Insufficient funds on balance' } },
    { kind: 'promo-not-valid', promoCode: 'TEN', status: 'NO_VALID', price: money(8) },
    { kind: 'price-above-balance', price: money(8), balance: money(5) },
    { kind: 'price-rose', lastShown: money(7.5), price: money(8) },
    { kind: 'over-limit', limitOf: 'group', limit: money(6), sum: money(8) },
    { kind: 'over-limit', limitOf: 'account', limit: money(7), sum: money(8) },
    { kind: 'over-limit', limitOf: 'day', limit: money(20), sum: money(23) },
  ])
})

test('an unknown one that never had a price says so instead of a sum', () => {
  const intent = anIntent({ quote: null })
  const [found] = guard(facts({ unsettled: [aRenewal({ intent, result: aResult('unknown') })] }))
  expect(found).toMatchObject({ kind: 'unknown-before', sum: null })
})

test('what was settled as renewed counts from the end of its exchange', () => {
  const settlement = { outcome: 'renewed', by: 'person', at: NOW, evidence: [] } as const
  const settled = (endedAt: number) =>
    aRenewal({ result: aResult('unknown', { endedAt }), settlement: { ...settlement, evidence: [] } })
  expect(kinds(guard(facts({ renewedLately: [settled(NOW - 2 * DAY)] })))).toEqual([])
  expect(kinds(guard(facts({ renewedLately: [settled(NOW - HOUR)] })))).toEqual(['renewed-lately'])
})

const rose = (to: number): Finding => ({ kind: 'price-rose', lastShown: money(2), price: money(to) })
const day = (sum: number): Finding => ({
  kind: 'over-limit',
  limitOf: 'day',
  limit: money(5),
  sum: money(sum),
})
const short = (price: number, balance: number): Finding => ({
  kind: 'price-above-balance',
  price: money(price),
  balance: money(balance),
})
const before = (id: number, sum: number | null): Finding => ({
  kind: 'unknown-before',
  renewalId: uuid(id),
  orderIds: ['11'],
  startedAt: NOW,
  sum: sum === null ? null : money(sum),
})
const moved = (to: number): Finding => ({ kind: 'end-moved', orderId: '11', from: NOW, to })

test.each<[string, Finding[], Finding[], boolean]>([
  ['nothing found, nothing confirmed', [], [], true],
  ['nothing found any more', [], [rose(3)], true],
  ['found and never confirmed', [rose(3)], [], false],
  ['the same', [rose(3), day(6)], [day(6), rose(3)], true],
  ['fewer', [day(6)], [day(6), rose(3)], true],
  ['one more', [day(6), rose(3)], [day(6)], false],
  ['a grown price', [rose(3.0001)], [rose(3)], false],
  ['a grown day', [day(7)], [day(6)], false],
  ['another limit with the same sum', [{ ...day(6), limitOf: 'group' } as Finding], [day(6)], false],
  ['a balance that fell further', [short(8, 4)], [short(8, 5)], true],
  ['a price that grew over the same balance', [short(9, 5)], [short(8, 5)], false],
  [
    'another reason for no quote',
    [{ kind: 'no-quote', reason: 'a' }],
    [{ kind: 'no-quote', reason: 'b' }],
    true,
  ],
  ['another unknown renewal of the same sum', [before(2, 5)], [before(1, 5)], false],
  ['the same unknown renewal', [before(1, 5)], [before(1, 5)], true],
  ['an end that moved once more', [moved(NOW + DAY)], [moved(NOW + HOUR)], false],
  [
    'another warning',
    [{ kind: 'quote-warning', warning: { code: 16, message: 'b' } }],
    [{ kind: 'quote-warning', warning: { code: 16, message: 'a' } }],
    false,
  ],
])('confirmed: %s', (_name, found, confirmed, covered) => {
  expect(coveredBy(found, confirmed)).toBe(covered)
})
