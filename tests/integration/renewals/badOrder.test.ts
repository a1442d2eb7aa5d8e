import { expect, test } from 'vitest'
import { mostQuotes } from '../../../src/main/renewals/badOrderSearch.ts'
import { groupViewSchema } from '../../../src/shared/contract/snapshot.ts'
import type { Group } from '../../../src/shared/domain/group.ts'
import type { OrderSearch } from '../../../src/shared/domain/orderSearch.ts'
import { KEY, manyOrders, openTestWorld, orders, type TestWorld } from '../../support/world.ts'

const calculate = 'calculate/extend/order'

/** Every quote that reached the vendor from now on, as the ids in it. */
function watched(world: TestWorld) {
  const before = world.vendor.requests.length
  const since = () => world.vendor.requests.slice(before)
  return {
    quotes: () =>
      since()
        .filter(({ endpoint }) => endpoint === calculate)
        .map(({ at, body, status }) => ({
          at,
          status,
          ids: (JSON.parse(body) as { orderIds: string[] }).orderIds,
        })),
    /** Anything that is not a quote. */
    others: () => since().filter(({ endpoint }) => endpoint !== calculate),
  }
}

async function found(world: TestWorld, group: Group): Promise<OrderSearch> {
  const answer = await world.core.badOrders.find(group.id)
  return answer.ok ? answer.value : expect.unreachable(answer.error.message)
}

function viewOf(world: TestWorld, group: Group) {
  const view = world.core.state.snapshot().groups.find((one) => one.group.id === group.id)
  return groupViewSchema.parse(view)
}

const ids = (from: number, count: number): string[] =>
  Array.from({ length: count }, (_, at) => `${7_000_000 + from + at}`)

test('error 29: the bad order is found by quotes, removed, and the rest renews; until then nothing is paid', async () => {
  const world = await openTestWorld({ account: { orders: manyOrders(25) } })
  const group = world.group('Shop', [...ids(0, 12), '404', ...ids(12, 13)])
  expect((await world.renew(group)).result).toMatchObject({ outcome: 'refused', vendorError: { code: 29 } })
  expect(viewOf(world, group)).toMatchObject({ last: { badOrders: true }, search: null })

  const { quotes, others } = watched(world)
  expect(await found(world, group)).toMatchObject({ state: 'done', orders: 26, bad: ['404'] })
  // Not in the vendor's list, so it is asked for first: all, it alone, all the others.
  expect(quotes().map((quote) => quote.ids.length)).toEqual([26, 1, 25])
  expect(others()).toEqual([])
  expect(world.paid()).toBe(0)
  expect(world.store.journal.page({ ...everything, accountId: world.accountId }).total).toBe(1)
  expect(viewOf(world, group).search).toMatchObject({ state: 'done', bad: ['404'] })

  expect(world.core.groups.removeOrders(group.id, ['404'])).toMatchObject({ value: { removed: 1 } })
  expect(viewOf(world, group)).toMatchObject({ search: null, last: { badOrders: false } })
  const { intent, result } = await world.renew(group)
  expect(result?.outcome).toBe('renewed')
  expect(intent.request.orderIds).toEqual(ids(0, 25))
  expect(world.paid()).toBe(1)
})

const everything = { groupId: null, outcome: null, search: '', offset: 0, limit: 50 } as const

test('many bad ones, listed under another type or not at all, stay within the bound, and cost nothing', async () => {
  const listed = [
    ...manyOrders(40),
    { id: '8000001', type: 'ISP' as const },
    { id: '8000002', type: 'IPv6' as const },
  ]
  const world = await openTestWorld({ account: { orders: listed } })
  const cases: readonly (readonly string[])[] = [
    ['404'],
    ['8000001'],
    ['404', '8000001', '8000002'],
    ['404', '405', '406', '407', '408', '409', '8000002'],
  ]
  for (const [nth, bad] of cases.entries()) {
    const group = world.group(`Case ${nth}`, [...ids(0, 20), ...bad, ...ids(20, 20)])
    const { quotes } = watched(world)
    const search = await found(world, group)
    expect(search.bad).toEqual(bad)
    expect(quotes()).toHaveLength(search.asked)
    expect(search.asked).toBeLessThanOrEqual(mostQuotes(40 + bad.length, bad.length))
    expect([...(quotes().at(-1)?.ids ?? [])].sort()).toEqual(ids(0, 40))
  }
  expect(world.vendor.requests.filter(({ endpoint }) => endpoint.startsWith('extend'))).toEqual([])
})

test('orders that vanished since the list was read are found by halving', async () => {
  const world = await openTestWorld({ account: { orders: manyOrders(100) } })
  const group = world.group('Shop', ids(0, 100))
  const stock = world.books.account(KEY)?.orders
  stock?.delete('7000063')
  const { quotes } = watched(world)
  expect(await found(world, group)).toMatchObject({ state: 'done', bad: ['7000063'] })
  expect(quotes().length).toBeLessThanOrEqual(9)
  stock?.delete('7000000')
  stock?.delete('7000099')
  expect(await found(world, group)).toMatchObject({ bad: ['7000000', '7000063', '7000099'] })
  expect(world.paid()).toBe(0)
})

test('a group whose orders are all bad says so, and is not emptied', async () => {
  const world = await openTestWorld()
  const group = world.group('Wrong type', [orders.ISP, orders.MOBILE])
  const search = await found(world, group)
  expect(search).toMatchObject({ state: 'done', orders: 2, bad: [orders.ISP, orders.MOBILE] })
  expect(world.core.groups.removeOrders(group.id, search.bad)).toMatchObject({
    ok: false,
    error: { kind: 'asks' },
  })
  expect(world.core.groups.get(group.id)?.orderIds).toEqual([orders.ISP, orders.MOBILE])
})

test('accepted by now, with a balance that does not cover it: a warning is no refusal', async () => {
  const world = await openTestWorld({ account: { balance: '0.01' } })
  const search = await found(world, world.group('Shop', [orders.IPv4, orders.IPv4two]))
  expect(search).toMatchObject({ state: 'done', asked: 1, bad: [] })
  expect(await found(world, world.group('Half', [orders.IPv4, '404', orders.IPv4two]))).toMatchObject({
    state: 'done',
    bad: ['404'],
  })
  expect(world.paid()).toBe(0)
})

test('quotes keep their distance, and a 429 is waited out in between', async () => {
  const gap = 30
  const world = await openTestWorld({ quoteGap: gap, account: { orders: manyOrders(8) } })
  const group = world.group('Shop', [...ids(0, 8), '404'])
  world.faults.plan({ kind: 'tooMany', retryAfter: 1, endpoint: calculate, nth: 2 })
  const { quotes } = watched(world)
  expect(await found(world, group)).toMatchObject({ state: 'done', bad: ['404'], waitsUntil: null })
  const all = quotes()
  const refusedAt = all.findIndex(({ status }) => status === 429)
  expect(refusedAt).toBe(1)
  expect((all[2]?.at ?? 0) - (all[1]?.at ?? 0)).toBeGreaterThanOrEqual(1000)
  expect(all[2]?.ids).toEqual(all[1]?.ids)
  const gaps = all.slice(1).map(({ at }, index) => at - (all[index]?.at ?? 0))
  // The ledger counts whole milliseconds.
  expect(gaps.filter((one) => one < gap - 1)).toEqual([])
  expect(world.paid()).toBe(0)
})

test('another error in the middle ends it in words, redacted, with what was found so far', async () => {
  const world = await openTestWorld()
  const group = world.group('Shop', [orders.IPv4, '404', orders.IPv4two, '405'])
  const message = `See /client/api/v1/${encodeURIComponent(KEY)}/x`
  world.faults.plan({ kind: 'error', code: 35, message, endpoint: calculate, nth: 4 })
  const search = await found(world, group)
  expect(search).toMatchObject({ state: 'failed', bad: ['404'], asked: 3 })
  expect(search.said).toContain('(error 35)')
  expect(JSON.stringify(search)).not.toContain('canary')
  expect(viewOf(world, group).search?.state).toBe('failed')
  expect(world.paid()).toBe(0)
})

test('a vendor that cannot be reached any more ends it in words; a new search begins anew', async () => {
  const world = await openTestWorld()
  const group = world.group('Shop', [orders.IPv4, '404'])
  world.faults.plan({ kind: 'resetBeforeActing', endpoint: calculate, nth: 2, times: 3 })
  const search = await found(world, group)
  expect(search).toMatchObject({ state: 'failed', bad: [], asked: 1 })
  expect(search.problem).toMatch(/No usable answer/)
  expect(await found(world, group)).toMatchObject({ state: 'done', bad: ['404'] })
  expect(world.paid()).toBe(0)
})

test('other groups are renewed meanwhile; renewing this one ends its search', async () => {
  const world = await openTestWorld({ quoteGap: 50 })
  const group = world.group('Shop', [orders.IPv4, '404'])
  const held = world.faults.plan({ kind: 'none', endpoint: calculate, hold: 'beforeReply' })
  const search = world.core.badOrders.find(group.id)
  await held.reached
  expect((await world.renew(world.group('Other', [orders.IPv4two]))).result?.outcome).toBe('renewed')
  expect(world.paid()).toBe(1)
  expect((await world.renew(group)).result).toMatchObject({ outcome: 'refused', vendorError: { code: 29 } })
  expect(await search).toMatchObject({ value: { state: 'stopped' } })
  expect(viewOf(world, group)).toMatchObject({ search: null, last: { badOrders: true } })
  held.release()
  expect(await found(world, group)).toMatchObject({ state: 'done', bad: ['404'] })
  expect(world.paid()).toBe(1)
})

test('a search does not survive a new start, and nothing of it is on the disk', async () => {
  const world = await openTestWorld()
  const group = world.group('Shop', [orders.IPv4, '404'])
  await world.renew(group)
  await found(world, group)
  await world.restart()
  expect(viewOf(world, group)).toMatchObject({ search: null, last: { badOrders: true } })
  expect(await found(world, group)).toMatchObject({ bad: ['404'] })
})
