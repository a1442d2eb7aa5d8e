import { expect, onTestFinished, test } from 'vitest'
import { createPracticeHost } from '../../../src/main/practice/host.ts'
import { clientOf } from '../vendor/support.ts'

const client = clientOf()

function setup() {
  const state = { books: null as string | null, keys: 0, saves: 0 }
  const open = () => {
    const host = createPracticeHost({
      newKey: () => `practice-key-${++state.keys}`,
      now: Date.now,
      load: () => state.books,
      save: (books) => {
        state.books = books
        state.saves += 1
      },
    })
    onTestFinished(host.stop)
    return host
  }
  return { state, open }
}

async function renewOne(access: { apiUrl: string; key: string }) {
  const list = await client.orders(access)
  const order = list.ok ? list.value.orders.find(({ proxyType }) => proxyType === 'IPv4') : undefined
  const proxyType = 'IPv4' as const
  const request = { proxyType, orderIds: [order?.orderId ?? ''], rentPeriodDays: 30 }
  return client.extend(access, request)
}

const balanceOf = async (access: { apiUrl: string; key: string }) => {
  const balance = await client.balance(access)
  return balance.ok ? balance.value.amount : balance.error.message
}

test('it starts at first use, on loopback, once for whoever asks at the same time', async () => {
  const { open, state } = setup()
  const host = open()
  expect(state.keys).toBe(0)
  const [one, two] = await Promise.all([host.access(), host.access()])
  expect(one).toEqual(two)
  expect(one.apiUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  expect(await balanceOf(one)).toBe(400_000)
})

test('the books outlive the process, the key does not', async () => {
  const { open, state } = setup()
  const first = open()
  const before = await first.access()
  expect(await renewOne(before)).toMatchObject({ phase: 'replied', reply: { success: true } })
  const left = await balanceOf(before)
  expect(left).toBeLessThan(400_000)
  await first.stop()
  expect(await balanceOf(before)).toMatch(/could not be reached/)
  const after = await open().access()
  expect(after.key).not.toBe(before.key)
  expect(await balanceOf(after)).toBe(left)
  expect(await balanceOf({ ...after, key: before.key })).toMatch(/does not know this key/)
  expect(state.saves).toBeGreaterThan(1)
})

test.each([
  ['damaged', '{"version":1,"acc'],
  ['of another shape', '{"version":9}'],
  ['without an account', '{"version":1,"accounts":[]}'],
  ['no object', '5'],
])('books that are %s begin anew', async (_name, books) => {
  const { open, state } = setup()
  state.books = books
  expect(await balanceOf(await open().access())).toBe(400_000)
})

test('ending it forgets the books', async () => {
  const { open } = setup()
  const host = open()
  await renewOne(await host.access())
  await host.end()
  expect(await balanceOf(await host.access())).toBe(400_000)
})
