import { expect, test } from 'vitest'
import { createWorld, practiceWorld, type VendorWorld } from '../../../src/main/practice/vendor.ts'

const NOW = Date.UTC(2026, 0, 15)
const HOUR = 3_600_000
const now = (): number => NOW

function ends(world: VendorWorld, key: string): number[] {
  return [...(world.account(key)?.orders.keys() ?? [])].map((id) => (world.endOf(key, id) - NOW) / HOUR)
}

test('the practice world has orders of every type, some ending soon, and a low balance', () => {
  const world = practiceWorld({ key: 'k', now })
  const orders = [...(world.account('k')?.orders.values() ?? [])]
  expect(orders).toHaveLength(24)
  for (const type of ['IPv4', 'IPv6', 'MOBILE', 'ISP']) {
    const own = orders.filter((order) => order.type === type)
    expect(own.length).toBeGreaterThanOrEqual(5)
    expect(own.some((order) => world.endOf('k', order.id) < NOW + 20 * HOUR)).toBe(true)
  }
  const within = (hours: number): number => ends(world, 'k').filter((end) => end > 0 && end <= hours).length
  expect([within(20), within(48), within(144), within(22 * 24)]).toEqual([5, 9, 14, 20])
  expect(orders.every((order) => /^[0-9a-f]{19,}$/.test(order.id))).toBe(true)
  const sizes = orders.map((order) => order.addresses.length)
  expect([Math.min(...sizes), Math.max(...sizes)]).toEqual([1, 10])
  expect(world.balanceOf('k')).toBe(40)
  const addressIds = orders.flatMap((order) => order.addresses.map((address) => address.id))
  expect(new Set(addressIds).size).toBe(addressIds.length)
})

test('renewing every practice order for its shortest period costs more than the balance', () => {
  const world = practiceWorld({ key: 'k', now })
  const orders = [...(world.account('k')?.orders.values() ?? [])]
  const cost = orders.reduce(
    (sum, order) => sum + (world.prices[order.type][30] ?? 0) * order.addresses.length,
    0,
  )
  expect(cost).toBeGreaterThan(2 * 400_000)
  expect(cost / orders.length).toBeLessThan(400_000 / 5)
})

test('one key is one practice world; another key or another random source is another', () => {
  const ids = (key: string, random?: () => number): string[] => [
    ...(practiceWorld({ key, now, ...(random ? { random } : {}) })
      .account(key)
      ?.orders.keys() ?? []),
  ]
  expect(ids('a')).toEqual(ids('a'))
  expect(ids('a')).not.toEqual(ids('b'))
  let count = 0
  const steps = (): number => {
    count += 1
    return (count * 0.137) % 1
  }
  expect(ids('a', steps)).not.toEqual(ids('a'))
})

test('a saved world comes back whole, through JSON', () => {
  const world = practiceWorld({ key: 'k', now })
  world.topUp('k', '0.0001')
  const saved: unknown = JSON.parse(JSON.stringify(world.exportState()))
  const other = createWorld({ now })
  expect(other.importState(saved)).toEqual({ ok: true })
  expect(other.exportState()).toEqual(world.exportState())
  expect(other.balanceOf('k')).toBe(40.0001)
  expect(other.keys).toEqual(['k'])
  other.topUp('k', 1)
  expect(world.balanceOf('k')).toBe(40.0001)
})

test('a damaged state changes nothing', () => {
  const world = practiceWorld({ key: 'k', now })
  const good = world.exportState()
  const damaged = JSON.parse(JSON.stringify(good)) as { accounts: { orders: { addresses: object[] }[] }[] }
  damaged.accounts[0]?.orders[3]?.addresses.push({ id: 5 })
  for (const bad of [
    null,
    'x',
    {},
    { version: 2, accounts: [] },
    { version: 1, accounts: [null] },
    damaged,
  ]) {
    expect(world.importState(bad)).toMatchObject({ ok: false })
  }
  expect(world.exportState()).toEqual(good)
})

test('a clone is independent', () => {
  const world = createWorld({ now, prices: { ISP: { 7: 1 } }, accounts: [{ key: 'k' }] })
  world.available = false
  const copy = world.clone()
  expect([copy.prices, copy.available, copy.balanceOf('k')]).toEqual([world.prices, false, 100])
  copy.topUp('k', 5)
  expect(world.balanceOf('k')).toBe(100)
})

test('auto-extend without funds or without a price does nothing', () => {
  const order = { type: 'MOBILE', end: NOW + HOUR } as const
  const world = createWorld({
    now,
    accounts: [
      {
        key: 'k',
        balance: 9,
        orders: [
          { ...order, id: '1', autoExtendDays: 30 },
          { ...order, id: '2', autoExtendDays: 31 },
        ],
      },
    ],
  })
  world.tick()
  expect(world.paid).toEqual([])
  world.topUp('k', 10)
  world.tick()
  world.tick()
  expect(world.paid).toMatchObject([{ orderIds: ['1'], auto: true, price: 95_000 }])
  expect(world.endOf('k', '1')).toBe(NOW + HOUR + 30 * 24 * HOUR)
})

test('what is not there is a bug of the caller', () => {
  const world = createWorld({ now, accounts: [{ key: 'k', orders: [{ id: '1', type: 'ISP' }] }] })
  expect(() => world.topUp('x', 1)).toThrow('no account')
  expect(() => world.endOf('k', '2')).toThrow('no such order')
  expect(() => world.addOrder('k', { id: '1', type: 'IPv4' })).toThrow('there already')
})
