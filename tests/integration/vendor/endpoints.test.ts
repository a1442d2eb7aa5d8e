import { describe, expect, it, onTestFinished } from 'vitest'
import { createFaults, type Faults } from '../../../src/main/practice/faults.ts'
import {
  createWorld,
  type ListingShape,
  type PracticeVendor,
  startVendor,
  type VendorWorld,
} from '../../../src/main/practice/vendor.ts'
import type { VendorAccess } from '../../../src/shared/domain/exchange.ts'
import type { ExtendRequest } from '../../../src/shared/domain/renewal.ts'
import { canary, clientOf, httpReply, rawServer, strikingClock } from './support.ts'

const now = Date.UTC(2027, 0, 15, 12)
const day = 86_400_000

interface Setup {
  readonly vendor: PracticeVendor
  readonly world: VendorWorld
  readonly faults: Faults
  readonly access: VendorAccess
}

async function setup(listing: Partial<ListingShape> = {}): Promise<Setup> {
  const world = createWorld({
    now: () => now,
    listing,
    accounts: [
      {
        key: canary,
        balance: '100.65',
        orders: [
          { id: '1111111111111111111', type: 'IPv4', addresses: 4, country: 'DEU', end: now + 5 * day },
          {
            id: '22222222222222222',
            type: 'IPv6',
            addresses: 2,
            country: 'USA',
            end: now + day,
            autoExtendDays: 90,
          },
          { id: '9223372036854775807123', type: 'MOBILE', country: 'GBR' },
          { id: 'a0ffee', type: 'ISP', end: now - day },
        ],
        promoCodes: [
          { code: 'TEN', discount: 10, endDate: now + day },
          { code: 'EVER', endless: true },
        ],
      },
    ],
  })
  const faults = createFaults()
  const vendor = await startVendor({ world, faults })
  onTestFinished(() => vendor.close())
  return { vendor, world, faults, access: { apiUrl: vendor.url, key: canary } }
}

const path = (name: string): string => `/client/api/v1/${encodeURIComponent(canary)}/${name}`

describe('against the embedded vendor', () => {
  it('reads the balance', async () => {
    const { access, vendor } = await setup()
    expect(await clientOf().balance(access)).toEqual({
      ok: true,
      value: { amount: 1_006_500, currency: 'USD' },
    })
    expect(vendor.requests).toMatchObject([
      { method: 'GET', path: path('balance'), headers: { connection: 'close' }, body: '' },
    ])
  })

  it('reads the periods of each type', async () => {
    const { access, vendor } = await setup()
    const client = clientOf()
    expect(await client.periods(access, 'IPv4')).toEqual({ ok: true, value: [30, 60, 90, 180, 360] })
    expect(await client.periods(access, 'MOBILE')).toEqual({ ok: true, value: [30, 360] })
    expect(vendor.requests.map((entry) => entry.path)).toEqual([
      path('rentPeriod?proxyType=IPv4'),
      path('rentPeriod?proxyType=MOBILE'),
    ])
  })

  it('reads the promo codes', async () => {
    const { access } = await setup()
    expect(await clientOf().promoCodes(access)).toEqual({
      ok: true,
      value: [
        { code: 'TEN', discount: 10, endsAt: now + day },
        { code: 'EVER', discount: 10, endsAt: null },
      ],
    })
  })

  it('quotes, and the quote costs nothing', async () => {
    const { access, vendor, world } = await setup()
    const request: ExtendRequest = {
      proxyType: 'IPv4',
      orderIds: ['1111111111111111111'],
      rentPeriodDays: 30,
      promoCode: 'TEN',
    }
    const answer = await clientOf().quote(access, request)
    expect(answer).toMatchObject({
      kind: 'quoted',
      quote: {
        promoCodeStatus: 'VALID',
        warnings: [],
        balance: { amount: 1_006_500, currency: 'USD' },
      },
    })
    expect(vendor.requests).toMatchObject([
      { method: 'POST', path: path('calculate/extend/order'), body: JSON.stringify(request) },
    ])
    expect(world.paid).toEqual([])
    const paid = await clientOf().extend(access, request)
    expect(paid).toMatchObject({ phase: 'replied', reply: { success: true, quantity: 4 } })
    if (answer.kind !== 'quoted') throw new Error('no quote')
    expect(world.paid).toMatchObject([{ price: answer.quote.price.amount }])
  })

  it('a quote that the vendor refuses is an answer', async () => {
    const { access } = await setup()
    const answer = await clientOf().quote(access, {
      proxyType: 'IPv4',
      orderIds: ['404'],
      rentPeriodDays: 30,
    })
    expect(answer).toEqual({
      kind: 'refused',
      error: { code: 29, message: 'Incorrect orderIds' },
      balance: { amount: 1_006_500, currency: 'USD' },
    })
  })

  it('a quote above the balance comes with its warning', async () => {
    const { access, world } = await setup()
    const account = world.account(canary)
    if (account) account.balance = 1
    const answer = await clientOf().quote(access, {
      proxyType: 'ISP',
      orderIds: ['a0ffee'],
      rentPeriodDays: 30,
    })
    expect(answer).toMatchObject({
      kind: 'quoted',
      quote: { warnings: [{ code: 16, message: 'Insufficient funds on balance' }] },
    })
  })

  const forms = ['flat', 'byType', 'byTypeAndOrder'] as const
  const shapes = forms.flatMap((form) =>
    [true, false].flatMap((underData) =>
      (['lower', 'exact'] as const).flatMap((typeKeys) =>
        (['long', 'short'] as const).map((recordKeys) => ({ form, underData, typeKeys, recordKeys })),
      ),
    ),
  )
  it.each(shapes)('lists the orders from $form, data $underData, $typeKeys, $recordKeys', async (shape) => {
    const { access, vendor } = await setup(shape)
    const list = await clientOf().orders(access)
    expect(list).toMatchObject({
      ok: true,
      value: {
        notUnderstood: 0,
        orders: [
          {
            orderId: '1111111111111111111',
            proxyType: 'IPv4',
            addresses: 4,
            countries: ['DEU'],
            endsAt: now + 5 * day,
            autoExtend: false,
          },
          {
            orderId: '22222222222222222',
            proxyType: 'IPv6',
            addresses: 2,
            countries: ['USA'],
            endsAt: now + day,
            autoExtend: true,
          },
          { orderId: '9223372036854775807123', proxyType: 'MOBILE', addresses: 1, countries: ['GBR'] },
          { orderId: 'a0ffee', proxyType: 'ISP', addresses: 1, endsAt: now - day },
        ],
      },
    })
    if (!list.ok) throw new Error('no list')
    expect(list.value.orders[0]?.sample).toHaveLength(3)
    expect(JSON.stringify(list)).not.toMatch(/login|password|reboot/)
    expect(vendor.requests).toMatchObject([{ method: 'GET', path: path('ipAddress') }])
  })

  it('switches auto-extend, once', async () => {
    const { access, vendor, world } = await setup()
    const answer = await clientOf().autoExtend(access, {
      proxyType: 'IPv4',
      orderIds: ['1111111111111111111'],
      rentPeriodDays: 60,
      autoExtend: true,
    })
    expect(answer).toMatchObject({
      phase: 'replied',
      reply: { success: true, rentPeriodDays: 60, quantity: 1, balance: { currency: 'USD' } },
    })
    expect(world.account(canary)?.orders.get('1111111111111111111')?.autoExtendDays).toBe(60)
    expect(vendor.requests).toMatchObject([
      {
        method: 'POST',
        path: path('extend/order/auto'),
        body: '{"proxyType":"IPv4","orderIds":["1111111111111111111"],"rentPeriodDays":60,"autoExtend":true}',
      },
    ])
  })

  it('does not repeat auto-extend when its reply is lost', async () => {
    const { access, vendor, faults } = await setup()
    faults.plan({ kind: 'resetAfterActing', times: 5 })
    const answer = await clientOf().autoExtend(access, {
      proxyType: 'IPv4',
      orderIds: ['1111111111111111111'],
      rentPeriodDays: 60,
      autoExtend: true,
    })
    expect(answer).toMatchObject({ phase: 'lost', httpStatus: null, raw: null })
    expect(vendor.requests).toHaveLength(1)
  })

  it('an unknown key, on every read', async () => {
    const { vendor } = await setup()
    const access = { apiUrl: vendor.url, key: 'wrong' }
    const client = clientOf()
    const unknown = {
      ok: false,
      error: {
        kind: 'key-unknown',
        message: 'The vendor does not know this key',
        vendorError: { code: 2, message: 'Error api key' },
        retryAfter: null,
      },
    }
    expect(await client.balance(access)).toEqual(unknown)
    expect(await client.periods(access, 'ISP')).toEqual(unknown)
    expect(await client.promoCodes(access)).toEqual(unknown)
    expect(await client.orders(access)).toEqual(unknown)
    expect(vendor.requests).toHaveLength(4)
  })

  it('the vendor’s other errors in its words', async () => {
    const { access, world, vendor } = await setup()
    world.available = false
    expect(await clientOf().balance(access)).toMatchObject({
      ok: false,
      error: { kind: 'vendor-error', message: 'Service unavailable', vendorError: { code: 3 } },
    })
    expect(vendor.requests).toHaveLength(1)
  })
})

describe('a read that fails', () => {
  it.each([
    ['a reset', { kind: 'resetBeforeActing' }],
    ['a cut reply', { kind: 'truncated', length: 'wrong' }],
    ['HTTP 500', { kind: 'status', status: 500 }],
    ['HTTP 503 as HTML', { kind: 'html', status: 503 }],
    ['HTTP 429', { kind: 'tooMany', retryAfter: 0 }],
  ] as const)('%s: twice is borne, three times is not', async (_name, fault) => {
    const { access, vendor, faults } = await setup()
    faults.plan({ ...fault, times: 2 })
    expect(await clientOf().balance(access)).toMatchObject({ ok: true })
    expect(vendor.requests).toHaveLength(3)
    expect(new Set(vendor.requests.map((entry) => entry.connection)).size).toBe(3)

    faults.plan({ ...fault, times: 3 })
    expect(await clientOf().balance(access)).toMatchObject({ ok: false })
    expect(vendor.requests).toHaveLength(6)
  })

  it.each([
    ['HTML', { kind: 'html', status: 200 }, 'bad-reply'],
    ['broken JSON', { kind: 'truncated', length: 'right' }, 'bad-reply'],
    ['HTTP 404', { kind: 'status', status: 404 }, 'bad-reply'],
    ['a redirect to itself', { kind: 'redirect', status: 307 }, 'bad-reply'],
    ['success without a balance', { kind: 'odd', change: 'missingFields' }, 'bad-reply'],
    ['an error beside success', { kind: 'odd', change: 'errorBesideSuccess' }, 'vendor-error'],
    ['failure without a reason', { kind: 'odd', change: 'failureWithoutError' }, 'vendor-error'],
  ] as const)('%s: not repeated', async (_name, fault, kind) => {
    const { access, vendor, faults } = await setup()
    faults.plan({ ...fault, times: 5 })
    expect(await clientOf().balance(access)).toMatchObject({ ok: false, error: { kind } })
    expect(vendor.requests).toHaveLength(1)
  })

  it('a limit is for each attempt', async () => {
    const { clock, strike } = strikingClock()
    const server = await rawServer(async (_socket, arrived) => {
      await arrived
      strike()
    })
    onTestFinished(server.close)
    const answer = await clientOf({ clock, readLimitMs: 30_000 }).balance({ apiUrl: server.url, key: canary })
    expect(answer).toMatchObject({
      ok: false,
      error: { kind: 'offline', message: 'The vendor did not answer within 30 seconds.' },
    })
    expect(server.received).toHaveLength(3)
  })

  it.each([
    ['its own', {}, Date.UTC(2015, 1, 3, 12)],
    ['its own, of no age', { age: '0' }, Date.UTC(2015, 1, 3, 12)],
    ['a cache’s', { age: '18000' }, null],
  ] as const)('the vendor’s time is told by a reply that is %s', async (_whose, headers, vendorAt) => {
    const reply = httpReply(200, '{"success":true,"ipv4":[],"error":null}', {
      date: 'Tue, 03 Feb 2015 12:00:00 GMT',
      ...headers,
    })
    const server = await rawServer(async (socket, arrived) => {
      await arrived
      socket.end(reply)
    })
    onTestFinished(server.close)
    const list = await clientOf().orders({ apiUrl: server.url, key: canary })
    expect(list).toMatchObject({ ok: true, value: { vendorAt } })
  })

  it('a Retry-After within reason is waited for', async () => {
    const { access, vendor, faults } = await setup()
    faults.plan({ kind: 'tooMany', retryAfter: 1 })
    const started = performance.now()
    expect(await clientOf().balance(access)).toMatchObject({ ok: true })
    expect(performance.now() - started).toBeGreaterThan(950)
    expect(vendor.requests).toHaveLength(2)
  })

  it('a longer one is told, not waited for', async () => {
    const { access, vendor, faults } = await setup()
    faults.plan({ kind: 'tooMany', retryAfter: 60, times: 3 })
    expect(await clientOf().balance(access)).toEqual({
      ok: false,
      error: {
        kind: 'rate-limited',
        message: 'The vendor asks to wait 60 seconds before the next request.',
        vendorError: null,
        retryAfter: 60_000,
      },
    })
    expect(vendor.requests).toHaveLength(1)
  })

  it('quotes are retried like reads, and none is none', async () => {
    const { access, vendor, faults } = await setup()
    const request: ExtendRequest = { proxyType: 'ISP', orderIds: ['a0ffee'], rentPeriodDays: 30 }
    faults.plan({ kind: 'resetAfterActing', times: 2 })
    expect(await clientOf().quote(access, request)).toMatchObject({ kind: 'quoted' })
    expect(vendor.requests).toHaveLength(3)
    faults.plan({ kind: 'html', status: 500, times: 3 })
    expect(await clientOf().quote(access, request)).toMatchObject({
      kind: 'none',
      problem: { kind: 'bad-reply', message: 'The vendor answered with HTTP 500 instead of a reply.' },
    })
    expect(vendor.paidRequests()).toEqual([])
  })

  it('a paid call is never repeated, whatever becomes of its reply', async () => {
    const { access, vendor, faults, world } = await setup()
    const request: ExtendRequest = { proxyType: 'ISP', orderIds: ['a0ffee'], rentPeriodDays: 30 }
    faults.plan({ kind: 'resetAfterActing', times: 5 })
    expect(await clientOf().extend(access, request)).toMatchObject({ phase: 'lost' })
    expect(vendor.paidRequests()).toHaveLength(1)
    expect(world.paid).toHaveLength(1)
  })
})
