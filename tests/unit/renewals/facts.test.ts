import { expect, test } from 'vitest'
import { balanceFor, endsOf, gather, isFresh, requestOf } from '../../../src/main/renewals/facts.ts'
import type { KnownPort, VendorPort } from '../../../src/main/renewals/ports.ts'
import type { OrderList, QuoteAnswer, ReadProblem } from '../../../src/shared/domain/exchange.ts'
import { err, ok, type Result } from '../../../src/shared/domain/result.ts'
import { type FakeClock, fakeClock, settled } from '../../support/clocks.ts'
import { aGroup, anOrder, aQuote, money, NOW } from '../../support/domain.ts'

const access = { apiUrl: 'https://vendor.invalid', key: 'k' }
const offline: ReadProblem = { kind: 'offline', message: 'x', vendorError: null, retryAfter: null }

/** A vendor whose answers come when a test gives them. */
function slowVendor(clock: FakeClock, failure: Error | null = null) {
  const quotes: ((answer: QuoteAnswer) => void)[] = []
  const lists: ((list: Result<OrderList, ReadProblem>) => void)[] = []
  const learned: { list: OrderList; at: number }[] = []
  const vendor: VendorPort = {
    quote: () => new Promise((resolve) => quotes.push(resolve)),
    orders: () => new Promise((resolve) => lists.push(resolve)),
    extend: () => expect.unreachable('nothing is paid here'),
    balance: () => expect.unreachable('no balance is read here'),
  }
  const known: KnownPort = {
    known: () => ({ orders: [], readAt: null }),
    shown: () => new Map(),
    markShown: () => {},
    balance: () => null,
    learned: (_account, list, at) => {
      if (failure) throw failure
      learned.push({ list, at })
    },
    doubtful: () => false,
  }
  const started = gather({ vendor, known, clock }, 'a', access, requestOf(aGroup()))
  return { quotes, lists, learned, started }
}

const quoted: QuoteAnswer = { kind: 'quoted', quote: aQuote() }
const list: OrderList = { orders: [anOrder('11')], notUnderstood: 0 }

test('quote and end dates are asked for at the same time, and the list counts as old as its asking', async () => {
  const clock = fakeClock(NOW)
  const { quotes, lists, learned, started } = slowVendor(clock)
  expect([quotes.length, lists.length]).toEqual([1, 1])
  await clock.pass(4000)
  quotes[0]?.(quoted)
  lists[0]?.(ok(list))
  expect(await started).toMatchObject({ answer: quoted, quotedAt: NOW + 4000 })
  expect(learned).toEqual([{ list, at: NOW }])
})

test('end dates that cannot be read hold nothing up', async () => {
  const clock = fakeClock(NOW)
  const { quotes, lists, learned, started } = slowVendor(clock)
  lists[0]?.(err(offline))
  quotes[0]?.(quoted)
  expect((await started).answer).toEqual(quoted)
  expect(learned).toEqual([])
})

test('end dates are waited for 15 s; a list that comes later is not taken any more', async () => {
  const clock = fakeClock(NOW)
  const { quotes, lists, learned, started } = slowVendor(clock)
  let done = false
  void started.then(() => {
    done = true
  })
  quotes[0]?.(quoted)
  await clock.pass(14_999)
  expect(done).toBe(false)
  await clock.pass(1)
  expect(done).toBe(true)
  lists[0]?.(ok(list))
  await settled()
  expect(learned).toEqual([])
})

test('a quote that aged past 30 s, by either clock, is asked for anew', async () => {
  for (const age of [
    (clock: FakeClock) => clock.setWall(NOW + 30_001),
    (clock: FakeClock) => clock.setWall(NOW - 30_001),
  ]) {
    const clock = fakeClock(NOW)
    const { quotes, lists, started } = slowVendor(clock)
    quotes[0]?.(quoted)
    await settled()
    age(clock)
    lists[0]?.(ok(list))
    await settled()
    expect(quotes).toHaveLength(2)
    const newer: QuoteAnswer = { kind: 'quoted', quote: aQuote({ price: money(3) }) }
    quotes[1]?.(newer)
    expect((await started).answer).toEqual(newer)
  }
})

test('a quote is fresh up to 30 s by both clocks', async () => {
  const clock = fakeClock(NOW)
  const gathered = { answer: quoted, quotedAt: NOW, quotedAtMonotonic: clock.monotonic() }
  await clock.pass(30_000)
  expect(isFresh(clock, gathered)).toBe(true)
  await clock.pass(1)
  expect(isFresh(clock, gathered)).toBe(false)
  clock.setWall(NOW)
  expect(isFresh(clock, gathered)).toBe(false)
})

test('a bug while taking the list in stops the renewal, and is seen by its asker alone', async () => {
  // An unhandled rejection would fail this run, and end the app.
  const { quotes, lists, started } = slowVendor(fakeClock(NOW), new Error('a bug'))
  lists[0]?.(ok(list))
  await settled()
  quotes[0]?.(quoted)
  await expect(started).rejects.toThrow('a bug')
})

test('the request is the group’s, field by field', () => {
  expect(requestOf(aGroup())).toEqual({ proxyType: 'IPv4', orderIds: ['11', '22'], rentPeriodDays: 30 })
  expect(requestOf(aGroup({ promoCode: 'TEN' }))).toMatchObject({ promoCode: 'TEN' })
  expect(requestOf(aGroup())).not.toHaveProperty('promoCode')
})

test('the balance told with the answer goes before the one last read', () => {
  const last = money(1)
  expect(balanceFor(quoted, last)).toEqual(money(100))
  expect(balanceFor({ kind: 'quoted', quote: aQuote({ balance: null }) }, last)).toEqual(last)
  expect(balanceFor({ kind: 'refused', error: { code: 29, message: '' }, balance: money(7) }, last)).toEqual(
    money(7),
  )
  expect(balanceFor({ kind: 'none', problem: offline }, last)).toEqual(last)
})

test('every order’s end is kept, in the group’s order; addresses only when all are known', () => {
  const orders = [anOrder('22', { endsAt: 5, addresses: 3 }), anOrder('11', { endsAt: null, addresses: 2 })]
  const known = { known: () => ({ orders, readAt: 9 }) } as unknown as KnownPort
  expect(endsOf(known, 'a', ['11', '22'])).toEqual({
    ends: [
      { orderId: '11', endsAt: null, addresses: 2 },
      { orderId: '22', endsAt: 5, addresses: 3 },
    ],
    readAt: 9,
    addresses: 5,
  })
  const odd = { orders: [anOrder('22', { endsAt: 5, oddEnds: 1, addresses: 2 })], readAt: 10 }
  expect(endsOf(known, 'a', ['22'], odd).ends).toEqual([{ orderId: '22', endsAt: null, addresses: 2 }])
  expect(endsOf(known, 'a', ['11', '99'])).toMatchObject({
    ends: [{ orderId: '11' }, { orderId: '99', endsAt: null }],
    addresses: null,
  })
})
