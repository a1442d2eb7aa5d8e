import { expect, test, vi } from 'vitest'
import { LISTING_ODDITIES, oddListing } from '../../../src/main/practice/oddListing.ts'
import type { LiveOrder } from '../../../src/shared/domain/order.ts'
import { KEY, manyOrders, openTestWorld, type TestWorld } from '../../support/world.ts'

// 20,000 addresses take their time on a busy machine; how long the app takes is the bench's to measure.
vi.setConfig({ testTimeout: 120_000 })

/** A world whose vendor lists so many orders of one address, every `every`-th of them odd. */
async function oddWorld(count: number, every: number): Promise<TestWorld> {
  const world = await openTestWorld({ account: { orders: manyOrders(count) }, readLimitMs: 60_000 })
  world.faults.plan({ kind: 'odd', endpoint: 'ipAddress', change: oddListing(every), times: 100 })
  return world
}

async function read(world: TestWorld): Promise<readonly LiveOrder[]> {
  expect(await world.core.orders.refresh(world.accountId)).toEqual({ ok: true, value: null })
  return world.core.orders.known(world.accountId).orders
}

/** What the vendor sent, counted without the app: records of addresses, and entries that are none and stand in a list. */
async function sent(world: TestWorld): Promise<number> {
  const reply = await fetch(`${world.vendor.url}/client/api/v1/${encodeURIComponent(KEY)}/ipAddress`)
  return entriesIn(await reply.json())
}

function entriesIn(value: unknown): number {
  if (typeof value === 'string') return 0
  if (Array.isArray(value)) {
    const isOfTypes = value.every((one) => typeof one === 'string')
    return value.reduce(
      (sum: number, one) => sum + (typeof one === 'string' && !isOfTypes ? 1 : entriesIn(one)),
      0,
    )
  }
  if (typeof value !== 'object' || value === null) return 0
  if ('authInfo' in value) return 1
  if ('ipAddresses' in value && Array.isArray(value.ipAddresses) && value.ipAddresses.length === 0) return 1
  return Object.values(value).reduce((sum: number, one) => sum + entriesIn(one), 0)
}

const total = (orders: readonly LiveOrder[], of: (order: LiveOrder) => number): number =>
  orders.reduce((sum, order) => sum + of(order), 0)

test('20,000 addresses with everything that may be odd: what is shown and what is counted are what was sent', async () => {
  const world = await oddWorld(20_000, 20)
  const orders = await read(world)
  const { notUnderstood, repeated, count } = world.core.orders.state(world.accountId)
  const records = await sent(world)
  expect(records).toBeGreaterThan(20_000)
  // An address whose end cannot be read is shown without it, and its end is counted.
  const whole = notUnderstood - total(orders, (order) => order.oddEnds)
  expect(total(orders, (order) => order.addresses) + repeated + whole).toBe(records)
  expect(repeated).toBeGreaterThan(0)
  expect(whole).toBeGreaterThan(0)
  // The window is told the same, and can page through every order.
  expect(world.core.state.snapshot().orders).toMatchObject([{ count, notUnderstood, repeated }])
  const all = { proxyType: null, country: null, endsWithinDays: null, ungrouped: false, search: '' }
  const last = world.core.orders.page(world.accountId, { ...all, offset: count - 1, limit: 500 }, new Map())
  expect(last).toMatchObject({ total: orders.length, rows: [{}] })
})

test('what becomes of each oddity', async () => {
  const world = await oddWorld(LISTING_ODDITIES.length + 1, 1)
  const orders = new Map((await read(world)).map((order) => [order.orderId, order]))
  const fate = (name: string): LiveOrder | undefined =>
    orders.get(String(7_000_000 + LISTING_ODDITIES.indexOf(name)))
  const plain = { addresses: 1, repeated: 0, oddEnds: 0, proxyType: 'IPv4', endsAt: expect.any(Number) }

  for (const name of ['unknownKeys', 'noAddressId', 'endWithOffset', 'endWithoutOffset', 'withText'])
    expect([name, fate(name)]).toEqual([name, expect.objectContaining(plain)])
  const real = fate('unknownKeys')?.endsAt ?? 0
  // Two hours east of UTC is two hours earlier; without an offset it is UTC.
  expect(fate('endWithOffset')?.endsAt).toBe(seconds(real) - 2 * 3_600_000)
  expect(fate('endWithoutOffset')?.endsAt).toBe(seconds(real))
  expect(fate('endPast')?.endsAt).toBeLessThan(Date.now())
  expect(fate('endAtEpoch')?.endsAt).toBe(0)
  for (const name of ['endMissing', 'endNull']) expect(fate(name)).toMatchObject({ ...plain, endsAt: null })
  for (const name of ['endAsNumber', 'endThatIsNone'])
    expect(fate(name)).toMatchObject({ ...plain, endsAt: null, oddEnds: 1 })
  expect(fate('autoExtendAsText')).toMatchObject({ ...plain, autoExtend: null })
  expect(fate('twice')).toMatchObject({ ...plain, repeated: 1 })
  // A type that nobody knows: shown, and not taken for any.
  expect(fate('otherType')).toMatchObject({ ...plain, proxyType: 'IPv4' })
  expect(orders.get(String(7_000_000 + LISTING_ODDITIES.length))).toMatchObject({ ...plain, proxyType: null })
  for (const name of ['numericAddressId', 'noOrderId', 'numericOrderId']) expect(fate(name)).toBeUndefined()
  // Those three, two ends, an order without addresses, a text in the list.
  expect(world.core.orders.state(world.accountId)).toMatchObject({ notUnderstood: 7, repeated: 1 })
})

function seconds(ms: number): number {
  return Math.floor(ms / 1000) * 1000
}
