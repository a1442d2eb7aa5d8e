/** What the vendor asks to wait for, counted at the vendor: nothing arrives before the time that it named. */
import { describe, expect, it, onTestFinished } from 'vitest'
import { createFaults } from '../../../src/main/practice/faults.ts'
import { createWorld, startVendor } from '../../../src/main/practice/vendor.ts'
import type { VendorClient } from '../../../src/main/vendor/client.ts'
import type { VendorAccess } from '../../../src/shared/domain/exchange.ts'
import { canary, clientOf, clock, httpReply, rawServer, request } from './support.ts'

const order = { id: '1111111111111111111', type: 'IPv4', addresses: 1 } as const
const renewal = { ...request, orderIds: [order.id] }

async function setup() {
  const world = createWorld({
    accounts: [
      { key: canary, balance: '100.00', orders: [order] },
      { key: 'other', balance: '7.00' },
    ],
  })
  const faults = createFaults()
  const vendor = await startVendor({ world, faults })
  onTestFinished(() => vendor.close())
  // A monotonic clock that a test sends ahead; the wall clock is moved by nobody unless a test does.
  let passed = 0
  let jumped = 0
  const moved = {
    ...clock,
    now: () => Date.now() + jumped,
    monotonic: () => performance.now() + passed,
  }
  const client = clientOf({ clock: moved })
  const access: VendorAccess = { apiUrl: vendor.url, key: canary }
  return {
    vendor,
    faults,
    client,
    access,
    moved,
    pass: (ms: number) => {
      passed += ms
    },
    jump: (ms: number) => {
      jumped += ms
    },
  }
}

/** Every call of the API, with what became of it. */
async function everyCall(client: VendorClient, access: VendorAccess): Promise<Record<string, unknown>> {
  const kindOf = async (call: Promise<{ ok: boolean; error?: { kind: string } }>) => {
    const answer = await call
    return answer.ok ? 'ok' : answer.error?.kind
  }
  const quote = await client.quote(access, renewal)
  return {
    balance: await kindOf(client.balance(access)),
    orders: await kindOf(client.orders(access)),
    periods: await kindOf(client.periods(access, 'IPv4')),
    promoCodes: await kindOf(client.promoCodes(access)),
    autoExtend: (await client.autoExtend(access, { ...renewal, autoExtend: true })).phase,
    quote: quote.kind === 'none' ? quote.problem.kind : quote.kind,
    extend: (await client.extend(access, renewal)).phase,
  }
}

const held = 'rate-limited'
const allHeld = {
  balance: held,
  orders: held,
  periods: held,
  promoCodes: held,
  autoExtend: 'not-sent',
  quote: held,
  extend: 'not-sent',
}

describe('a Retry-After of a read', () => {
  it('holds every request of the account back until then', async () => {
    const { client, access, vendor, faults, pass } = await setup()
    faults.plan({ kind: 'tooMany', retryAfter: 40, endpoint: 'ipAddress' })
    expect(await client.orders(access)).toMatchObject({
      ok: false,
      error: { kind: held, message: 'The vendor asks to wait 40 seconds before the next request.' },
    })
    pass(38_000)
    expect(await everyCall(client, access)).toEqual(allHeld)
    expect(vendor.requests).toHaveLength(1)
    expect(vendor.paidRequests()).toEqual([])
    pass(2000)
    const after = await everyCall(client, access)
    expect(after).toMatchObject({ balance: 'ok', orders: 'ok', quote: 'quoted', extend: 'replied' })
    expect(vendor.requests).toHaveLength(8)
  })

  it('says how many seconds are left, in words', async () => {
    const { client, access, faults, pass } = await setup()
    faults.plan({ kind: 'tooMany', retryAfter: 40 })
    await client.balance(access)
    pass(30_500)
    const words = 'The vendor asks to wait 10 seconds before the next request.'
    const quote = await client.quote(access, renewal)
    expect(quote).toMatchObject({ kind: 'none', problem: { message: words } })
    expect(await client.extend(access, renewal)).toEqual({ phase: 'not-sent', reason: words })
  })

  it('of one read holds others back that are under way together with it, and they go on by themselves', async () => {
    const { client, access, vendor, faults } = await setup()
    faults.plan({ kind: 'tooMany', retryAfter: 1, endpoint: 'balance' })
    const first = client.balance(access)
    await expect.poll(() => client.pacing.heldFor(access)).toBeGreaterThan(0)
    const asked = vendor.requests[0]?.at ?? 0
    const rest = await Promise.all([first, client.orders(access), client.periods(access, 'IPv4')])
    expect(rest.map(({ ok }) => ok)).toEqual([true, true, true])
    const times = vendor.requests.slice(1).map(({ at }) => at - asked)
    expect(times).toHaveLength(3)
    for (const time of times) expect(time).toBeGreaterThanOrEqual(1000)
  })

  it('is another account’s no business', async () => {
    const { client, access, faults } = await setup()
    faults.plan({ kind: 'tooMany', retryAfter: 40 })
    await client.balance(access)
    expect(await client.balance({ ...access, key: 'other' })).toMatchObject({ ok: true })
  })

  it('neither ends nor grows with a wall clock that is set', async () => {
    for (const ms of [10 * 86_400_000, -10 * 86_400_000]) {
      const { client, access, vendor, faults, jump, pass } = await setup()
      faults.plan({ kind: 'tooMany', retryAfter: 40 })
      await client.balance(access)
      jump(ms)
      expect(await client.balance(access)).toMatchObject({ ok: false, error: { kind: held } })
      expect(vendor.requests).toHaveLength(1)
      pass(40_000)
      expect(await client.balance(access)).toMatchObject({ ok: true })
    }
  })
})

describe('where no time is named', () => {
  it('each next 429 in a row makes the wait longer, and an answer makes it short again', async () => {
    const { vendor, faults, access, moved, pass } = await setup()
    const client = clientOf({ clock: moved, retries: { limit: 0, backoffMs: 1000, longestWaitMs: 0 } })
    faults.plan({ kind: 'tooMany', times: 4 })
    const seconds: number[] = []
    for (let call = 0; call < 4; call += 1) {
      expect(await client.balance(access)).toMatchObject({ ok: false, error: { kind: held } })
      // Once more at once, which does not even go out.
      expect(await client.balance(access)).toMatchObject({ ok: false, error: { kind: held } })
      seconds.push(Math.ceil(client.pacing.heldFor(access) / 1000))
      pass(client.pacing.heldFor(access))
    }
    expect(seconds).toEqual([1, 3, 9, 27])
    expect(vendor.requests).toHaveLength(4)
    expect(await client.balance(access)).toMatchObject({ ok: true })
    faults.plan({ kind: 'tooMany' })
    await client.balance(access)
    expect(Math.ceil(client.pacing.heldFor(access) / 1000)).toBe(1)
  })
})

describe('a paid call that is answered with 429', () => {
  it('is lost, and holds the reads back that are to tell what became of it', async () => {
    const { client, access, vendor, faults, pass } = await setup()
    faults.plan({ kind: 'tooMany', retryAfter: 17, endpoint: 'extend/order' })
    expect(await client.extend(access, renewal)).toMatchObject({
      phase: 'lost',
      httpStatus: 429,
      retryAfter: 17_000,
    })
    pass(15_000)
    expect(await everyCall(client, access)).toEqual(allHeld)
    expect(vendor.requests).toHaveLength(1)
    pass(2000)
    expect(await client.balance(access)).toMatchObject({ ok: true })
  })
})

describe('Retry-After on other answers', () => {
  const status = async (code: number, headers: Record<string, string>) => {
    const body = JSON.stringify({ success: true, balance: 5, currencyCode: 'USD', error: null })
    const server = await rawServer(async (socket, arrived) => {
      await arrived
      socket.end(httpReply(code, body, headers))
    })
    onTestFinished(server.close)
    const client = clientOf()
    const access = { apiUrl: server.url, key: canary }
    const answer = await client.balance(access)
    return { answer, seconds: Math.ceil(client.pacing.heldFor(access) / 1000), received: server.received }
  }

  it('503 and redirects with it ask to wait; without it they do not', async () => {
    expect((await status(503, { 'retry-after': '30' })).seconds).toBe(30)
    expect((await status(307, { 'retry-after': '30', location: '/' })).seconds).toBe(30)
    expect((await status(503, {})).seconds).toBe(0)
  })

  it('an answer on 200 asks for nothing', async () => {
    const { answer, seconds } = await status(200, { 'retry-after': '30' })
    expect(answer).toMatchObject({ ok: true })
    expect(seconds).toBe(0)
  })

  it('a date is the vendor’s own time, which the reply tells', async () => {
    const { seconds, received } = await status(429, {
      date: 'Tue, 03 Feb 2015 12:00:00 GMT',
      'retry-after': 'Tue, 03 Feb 2015 12:00:25 GMT',
    })
    expect(seconds).toBe(25)
    expect(received).toHaveLength(1)
  })
})
