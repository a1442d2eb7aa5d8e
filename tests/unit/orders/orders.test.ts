import { expect, test } from 'vitest'
import { createOrders, type OrdersStore } from '../../../src/main/orders/orders.ts'
import type { OrderList, ReadProblem } from '../../../src/shared/domain/exchange.ts'
import { err, ok, type Result } from '../../../src/shared/domain/result.ts'
import { anOrder, DAY, NOW } from '../../support/domain.ts'

function setup() {
  const lists = new Map<string, OrderList & { readAt: number }>()
  const shown = new Map<string, number>()
  const doubts = new Set<string>()
  const times: [accountId: string, vendorAt: number][] = []
  const state = { now: NOW, changes: 0, keyMissing: false, times }
  const answers: ((list: Result<OrderList, ReadProblem>) => void)[] = []
  const store: OrdersStore = {
    save: (id, list, readAt) => lists.set(id, { ...list, readAt }),
    get: (id) => lists.get(id) ?? { orders: [], notUnderstood: 0, readAt: null },
    shownEnds: (_id, orderIds) => new Map([...shown].filter(([orderId]) => orderIds.includes(orderId))),
    markShown: (_id, ends) => {
      for (const { orderId, endsAt } of ends) if (endsAt !== null) shown.set(orderId, endsAt)
    },
    doubtful: (id) => doubts.has(id),
    clearDoubt: (id) => doubts.delete(id),
  }
  const orders = createOrders({
    store,
    access: async () =>
      state.keyMissing
        ? err({ message: 'The keychain is locked.' })
        : ok({ apiUrl: 'https://v.invalid', key: 'k' }),
    read: () => new Promise((resolve) => answers.push(resolve)),
    now: () => state.now,
    changed: () => {
      state.changes += 1
    },
    timeTold: (accountId, at) => state.times.push([accountId, at]),
  })
  return { orders, state, answers, shown, doubts }
}

const list = (...orders: OrderList['orders']): OrderList => ({ orders, notUnderstood: 1 })
const offline: ReadProblem = { kind: 'offline', message: 'Not reached.', vendorError: null, retryAfter: null }
const first = {
  ...{ proxyType: null, country: null, endsWithinDays: null, ungrouped: false, search: '' },
  ...{ offset: 0, limit: 50 },
}
const tick = () => new Promise((resolve) => setImmediate(resolve))

test('a read is shown while it runs, and counts as old as its asking', async () => {
  const { orders, state, answers } = setup()
  const reading = orders.refresh('a')
  expect(orders.state('a')).toMatchObject({ reading: true, readAt: null, count: 0 })
  await tick()
  state.now = NOW + 9000
  answers[0]?.(ok(list(anOrder('1'))))
  expect(await reading).toEqual({ ok: true, value: null })
  expect(orders.state('a')).toEqual({
    count: 1,
    readAt: NOW,
    reading: false,
    problem: null,
    notUnderstood: 1,
    repeated: 0,
  })
})

test('a second read meanwhile joins the first; another account has its own', async () => {
  const { orders, answers } = setup()
  const reads = [orders.refresh('a'), orders.refresh('a'), orders.refresh('b')]
  await tick()
  expect(answers).toHaveLength(2)
  for (const answer of answers) answer(ok(list()))
  await Promise.all(reads)
  void orders.refresh('a')
  await tick()
  expect(answers).toHaveLength(3)
})

test('a failure keeps the last list and says why; the next success clears it', async () => {
  const { orders, answers, state } = setup()
  orders.learned('a', list(anOrder('1')), NOW)
  const failing = orders.refresh('a')
  await tick()
  answers[0]?.(err(offline))
  expect(await failing).toEqual({ ok: false, error: 'Not reached.' })
  expect(orders.state('a')).toMatchObject({ count: 1, readAt: NOW, problem: 'Not reached.' })
  state.keyMissing = true
  expect(await orders.refresh('a')).toEqual({ ok: false, error: 'The keychain is locked.' })
  orders.learned('a', list(), NOW + 1)
  expect(orders.state('a')).toMatchObject({ count: 0, problem: null })
})

test('a list clears the doubt of a restored database, for its account only', () => {
  const { orders, doubts } = setup()
  doubts.add('a').add('b')
  orders.learned('a', list(), NOW)
  expect([orders.doubtful('a'), orders.doubtful('b')]).toEqual([false, true])
})

test('a first end counts as shown; one that moved does not until it is on the screen', () => {
  const { orders } = setup()
  orders.learned('a', list(anOrder('1', { endsAt: NOW })), NOW)
  expect(orders.shown('a', ['1'])).toEqual(new Map([['1', NOW]]))
  orders.learned('a', list(anOrder('1', { endsAt: NOW + DAY }), anOrder('2', { endsAt: null })), NOW)
  expect(orders.shown('a', ['1', '2'])).toEqual(new Map([['1', NOW]]))
  orders.allShown('a')
  expect(orders.shown('a', ['1'])).toEqual(new Map([['1', NOW + DAY]]))
  orders.learned('a', list(anOrder('1', { endsAt: null })), NOW)
  orders.allShown('a')
  expect(orders.shown('a', ['1'])).toEqual(new Map([['1', NOW + DAY]]))
})

test('pages: soonest first, unreadable last, by type and by any word of an order', () => {
  const { orders } = setup()
  orders.learned(
    'a',
    list(
      anOrder('30', { endsAt: null }),
      anOrder('20', { endsAt: NOW + 2 * DAY, countries: ['DEU'], sample: ['192.0.2.7'] }),
      anOrder('10', { endsAt: NOW + DAY, proxyType: 'ISP' }),
    ),
    NOW,
  )
  const ids = (query: Partial<Parameters<typeof orders.page>[1]>) => {
    const { rows, total } = orders.page('a', { ...first, ...query }, new Set(['10', '30']))
    return [rows.map((order) => order.orderId), total]
  }
  expect(ids({})).toEqual([['10', '20', '30'], 3])
  expect(ids({ offset: 1, limit: 1 })).toEqual([['20'], 3])
  expect(ids({ offset: 9 })).toEqual([[], 3])
  expect(ids({ proxyType: 'ISP' })).toEqual([['10'], 1])
  expect(ids({ search: ' deu ' })).toEqual([['20'], 1])
  expect(ids({ search: '192.0.2' })).toEqual([['20'], 1])
  expect(ids({ search: 'nothing' })).toEqual([[], 0])
  expect(ids({ ungrouped: true })).toEqual([['20'], 1])
  expect(ids({ endsWithinDays: 1 })).toEqual([['10'], 1])
  expect(orders.page('other', first, new Set())).toEqual({ rows: [], total: 0, countries: [] })
})

test('a page follows the newest list, and so does the number of orders in no group', () => {
  const { orders } = setup()
  const seen = () => {
    const { rows, countries } = orders.page('a', first, new Set())
    return [rows.map((order) => order.orderId), countries, orders.ungrouped('a', new Set(['1']))]
  }
  orders.learned('a', list(anOrder('1', { countries: ['DEU'] })), NOW)
  expect(seen()).toEqual([['1'], ['DEU'], 0])
  orders.learned('a', list(anOrder('1', { countries: ['FRA'] }), anOrder('2', { countries: [] })), NOW + 1)
  expect(seen()).toEqual([['1', '2'], ['FRA'], 1])
})

test('a list that was asked for earlier and came later brings no old ends back; a clock set back hides none', async () => {
  const { orders, state, answers } = setup()
  const slow = orders.refresh('a')
  await tick()
  state.now = NOW + 20_000
  orders.learned('a', list(anOrder('1', { endsAt: NOW + 40 * DAY })), state.now)
  answers[0]?.(ok(list(anOrder('1', { endsAt: NOW + 10 * DAY }))))
  await slow
  expect(orders.known('a')).toMatchObject({ orders: [{ endsAt: NOW + 40 * DAY }], readAt: NOW + 20_000 })
  orders.learned('a', list(anOrder('1', { endsAt: NOW + 70 * DAY })), NOW - DAY)
  expect(orders.known('a')).toMatchObject({ orders: [{ endsAt: NOW + 70 * DAY }], readAt: NOW - DAY })
})

test('a list that could not be asked for, because the machine is offline, keeps its age and says why', () => {
  const { orders, state } = setup()
  orders.learned('a', list(anOrder('1')), NOW - DAY)
  const before = state.changes
  orders.missed('a', 'This computer is offline.')
  expect(orders.state('a')).toMatchObject({
    count: 1,
    readAt: NOW - DAY,
    problem: 'This computer is offline.',
  })
  expect(state.changes).toBe(before + 1)
  orders.learned('a', list(anOrder('1')), NOW)
  expect(orders.state('a').problem).toBeNull()
})

test('the vendor’s own time is passed on with the list that told it, and with no list that is dropped', async () => {
  const { orders, state } = setup()
  orders.learned('a', { ...list(), vendorAt: NOW + 5 }, NOW)
  orders.learned('a', list(), NOW + 1)
  orders.learned('a', { ...list(), vendorAt: NOW - 9000 }, NOW - 9000)
  expect(state.times).toEqual([['a', NOW + 5]])
})

test('a list that came before a sleep and is taken in after it does not tell what time it is now', () => {
  const { orders, state } = setup()
  state.now = NOW + DAY / 3
  orders.learned('a', { ...list(anOrder('1')), vendorAt: NOW + 5 }, NOW)
  expect(orders.state('a').count).toBe(1)
  expect(state.times).toEqual([])
})
