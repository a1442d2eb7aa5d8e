import { expect, test } from 'vitest'
import type { FaultPlan } from '../../../src/main/practice/faults.ts'
import { ODDITY_NAMES } from '../../../src/main/practice/odd.ts'
import { get, IPV4, KEY, only, post, rawPost, type Seen, type Setup, setup } from './vendor-client.ts'

const BODY = { proxyType: 'IPv4', orderIds: [IPV4], rentPeriodDays: 30 }
const PAID = 97.2

async function met(plan: FaultPlan): Promise<Setup & { seen: Seen }> {
  const parts = await setup()
  parts.faults.plan({ endpoint: 'extend/order', ...plan })
  const seen = await rawPost(`${parts.base}/extend/order`, BODY)
  expect(parts.faults.pending).toBe(0)
  return { ...parts, seen }
}

test.each([
  ['resetBeforeBody', false],
  ['resetBeforeActing', true],
] as const)('%s takes nothing', async (kind, arrived) => {
  for (const clean of [false, true]) {
    const { seen, vendor, world } = await met({ kind, clean })
    expect(seen).toMatchObject({ status: null, text: '', failure: 'ECONNRESET' })
    expect(only(vendor.requests)).toMatchObject({ arrived, acted: false, price: null, status: null })
    expect(vendor.paidRequests()).toHaveLength(arrived ? 1 : 0)
    expect(world.balanceOf(KEY)).toBe(100)
  }
})

test('resetAfterActing has taken the money', async () => {
  for (const clean of [false, true]) {
    const { seen, vendor, world } = await met({ kind: 'resetAfterActing', clean })
    expect(seen).toMatchObject({ status: null, text: '', failure: 'ECONNRESET' })
    expect(only(vendor.paidRequests())).toMatchObject({ acted: true, price: 2.8, status: null })
    expect(world.balanceOf(KEY)).toBe(PAID)
  }
})

test.each([0, 20])('resetDuringReply after %i bytes', async (bytes) => {
  const { seen, vendor } = await met({ kind: 'resetDuringReply', bytes })
  expect(seen).toMatchObject({ status: 200, failure: 'ECONNRESET' })
  expect(seen.text).toBe('{\n  "success": true,\n'.slice(0, bytes))
  expect(only(vendor.paidRequests())).toMatchObject({ acted: true, status: 200 })
})

test.each([200, 500, 502])('an HTML page with %i', async (status) => {
  const { seen, world } = await met({ kind: 'html', status })
  expect(seen).toMatchObject({ status, failure: null })
  expect(seen.headers['content-type']).toContain('text/html')
  expect(seen.text).toContain('<html>')
  expect(world.balanceOf(KEY)).toBe(PAID)
})

test('success in JSON under 500', async () => {
  const { seen } = await met({ kind: 'status', status: 500 })
  expect(seen.status).toBe(500)
  expect(JSON.parse(seen.text)).toMatchObject({ success: true, balance: PAID })
})

test('429 with and without Retry-After', async () => {
  const told = await met({ kind: 'tooMany', retryAfter: 7 })
  expect(told.seen.status).toBe(429)
  expect(told.seen.headers['retry-after']).toBe('7')
  expect((await met({ kind: 'tooMany' })).seen.headers['retry-after']).toBeUndefined()
})

test('cut JSON, with the right length and with the wrong one', async () => {
  const right = await met({ kind: 'truncated', length: 'right', bytes: 30 })
  expect(right.seen).toMatchObject({ status: 200, failure: null })
  expect(right.seen.headers['content-length']).toBe('30')
  expect(() => JSON.parse(right.seen.text)).toThrow()
  const wrong = await met({ kind: 'truncated', length: 'wrong' })
  expect(wrong.seen).toMatchObject({ status: 200, failure: 'ECONNRESET' })
  expect(wrong.seen.text.length).toBe(Math.floor(Number(wrong.seen.headers['content-length']) / 2))
  expect(wrong.world.balanceOf(KEY)).toBe(PAID)
})

test('a 307 to the same address makes a client that follows pay twice', async () => {
  const { base, faults, vendor } = await setup()
  faults.plan({ kind: 'redirect', status: 307 })
  const stays = await rawPost(`${base}/extend/order`, BODY)
  expect(stays.status).toBe(307)
  expect(stays.headers.location).toBe(only(vendor.paidRequests()).path)
  faults.plan({ kind: 'redirect', status: 307 })
  const headers = { 'content-type': 'application/json' }
  await fetch(`${base}/extend/order`, { method: 'POST', headers, body: JSON.stringify(BODY) })
  expect(vendor.paidRequests().map((entry) => entry.acted)).toEqual([true, true, true])
})

test.each(ODDITY_NAMES)('an odd reply: %s', async (change) => {
  const plain = await met({ kind: 'none' })
  const { seen, world } = await met({ kind: 'odd', change })
  expect(seen).toMatchObject({ status: 200, failure: null })
  expect(seen.text).not.toBe(plain.seen.text)
  expect(JSON.parse(seen.text)).toHaveProperty('success', change !== 'failureWithoutError')
  expect(world.balanceOf(KEY)).toBe(PAID)
})

test("an odd reply of one's own, any code, any text", async () => {
  const own = await met({ kind: 'odd', change: (reply) => ({ ...reply, ipAddressIds: null }) })
  expect(JSON.parse(own.seen.text)).toMatchObject({ success: true, ipAddressIds: null })
  const coded = await met({ kind: 'error', code: 35, acts: false })
  expect(JSON.parse(coded.seen.text)).toMatchObject({
    success: false,
    error: { code: 35, message: 'Error 35' },
  })
  expect(coded.world.balanceOf(KEY)).toBe(100)
  const raw = await met({ kind: 'raw', status: 200, text: '\u0000' })
  expect(raw.seen.text).toBe('\u0000')
})

test('acts: false gives the same reply without the charge', async () => {
  const acting = await met({ kind: 'none' })
  const idle = await met({ kind: 'none', acts: false })
  expect(idle.seen.text).toBe(acting.seen.text)
  expect(only(idle.vendor.paidRequests())).toMatchObject({ arrived: true, acted: false, price: null })
  expect(idle.world.balanceOf(KEY)).toBe(100)
  expect(idle.world.paid).toEqual([])
})

test('hang gives nothing until the vendor closes, with the money taken', async () => {
  const { base, faults, vendor, world } = await setup()
  const planned = faults.plan({ kind: 'hang' })
  const pending = rawPost(`${base}/extend/order`, BODY)
  expect(await planned.reached).toMatchObject({ acted: true, status: null })
  await vendor.close()
  expect(await pending).toMatchObject({ status: null, failure: 'ECONNRESET' })
  expect(world.balanceOf(KEY)).toBe(PAID)
})

test('a held request is carried out after its release, even when the client has left', async () => {
  const { base, faults, vendor, world } = await setup()
  const before = faults.plan({ kind: 'none', hold: 'beforeActing' })
  const leaving = new AbortController()
  const gone = rawPost(`${base}/extend/order`, BODY, leaving.signal)
  expect(await before.reached).toMatchObject({ arrived: true, acted: false })
  leaving.abort()
  expect(await gone).toMatchObject({ failure: 'ABORT_ERR' })
  before.release()
  await expect.poll(() => vendor.paidRequests()).toMatchObject([{ acted: true }])
  expect(world.balanceOf(KEY)).toBe(PAID)
  const after = faults.plan({ kind: 'none', hold: 'beforeReply' })
  const pending = rawPost(`${base}/extend/order`, BODY)
  expect(await after.reached).toMatchObject({ acted: true, status: null })
  after.release()
  expect(await pending).toMatchObject({ status: 200 })
})

test('a request that is held when the vendor closes never acts', async () => {
  const { base, faults, vendor, world } = await setup()
  const planned = faults.plan({ kind: 'none', hold: 'beforeActing' })
  const pending = rawPost(`${base}/extend/order`, BODY)
  await planned.reached
  await vendor.close()
  planned.release()
  expect(await pending).toMatchObject({ failure: 'ECONNRESET' })
  expect(world.balanceOf(KEY)).toBe(100)
})

test('delays come before acting and before the reply', async () => {
  const { base, faults } = await setup()
  faults.plan({ kind: 'none', delayBeforeMs: 60, delayReplyMs: 60 })
  const begin = performance.now()
  expect((await rawPost(`${base}/extend/order`, BODY)).status).toBe(200)
  expect(performance.now() - begin).toBeGreaterThanOrEqual(110)
})

test('a plan takes the nth request of its endpoint, as often as told; others pass', async () => {
  const { base, faults, vendor } = await setup()
  const planned = faults.plan({ endpoint: 'balance', kind: 'html', status: 502, nth: 2, times: 2 })
  const statuses: number[] = []
  for (let count = 0; count < 5; count += 1) {
    await post(`${base}/calculate/extend/order`, BODY)
    statuses.push((await fetch(`${base}/balance`)).status)
  }
  expect(statuses).toEqual([200, 502, 502, 200, 200])
  expect(planned.taken).toBe(2)
  expect(vendor.paidRequests()).toEqual([])
})

test('plans queue up, and can be dropped', async () => {
  const { base, faults } = await setup()
  faults.plan({ kind: 'html', status: 500 })
  faults.plan({ kind: 'html', status: 502 })
  faults.plan({ kind: 'html', status: 503 })
  expect((await fetch(`${base}/balance`)).status).toBe(500)
  expect((await fetch(`${base}/balance`)).status).toBe(502)
  faults.clear()
  expect(await get(`${base}/balance`)).toMatchObject({ success: true })
})
