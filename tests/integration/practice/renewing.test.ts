import { expect, test } from 'vitest'
import {
  baseOf,
  DAY,
  get,
  IPV4,
  IPV4_TWO,
  IPV6,
  ISP,
  KEY,
  MOBILE,
  NOW,
  only,
  post,
  setup,
} from './vendor-client.ts'

const IPV4_BODY = { proxyType: 'IPv4', orderIds: [IPV4, IPV4_TWO], rentPeriodDays: 30 }

test('extend/order moves every address of every order from its end, or from now when it has lapsed', async () => {
  const { base, world, vendor } = await setup()
  const { status, body } = await post(`${base}/extend/order`, IPV4_BODY)
  expect(status).toBe(200)
  expect(body).toMatchObject({
    success: true,
    quantity: 3,
    balance: 95.8,
    promoCodeStatus: null,
    error: null,
  })
  expect(world.endOf(KEY, IPV4)).toBe(NOW + 35 * DAY)
  expect(world.endOf(KEY, IPV4_TWO)).toBe(NOW + 30 * DAY)
  const entry = only(vendor.paidRequests())
  expect(entry).toMatchObject({ acted: true, price: 4.2, arrived: true, keyKnown: true, status: 200 })
  expect(entry.body).toBe(JSON.stringify(IPV4_BODY))
  expect(entry.path).toBe('/client/api/v1/key%2Fwith%20%3F%20signs%23and%25/extend/order')
  expect(world.paid).toMatchObject([{ orderIds: [IPV4, IPV4_TWO], days: 30, price: 42_000, auto: false }])
})

test('ids of 19 digits and more come back as they were sent', async () => {
  const { base } = await setup()
  const isp = await post(`${base}/extend/order`, { proxyType: 'ISP', orderIds: [ISP], rentPeriodDays: 60 })
  expect(isp.body).toMatchObject({ success: true, ipAddressIds: ['444444444444444'] })
  const close = await post(`${base}/extend/order`, {
    proxyType: 'ISP',
    orderIds: ['9223372036854775807124'],
    rentPeriodDays: 60,
  })
  expect(close.body).toMatchObject({ success: false, error: { code: 29 } })
})

test('a valid promo code lowers the price and is used up; one that is not takes the full price', async () => {
  const { base, world } = await setup()
  const account = world.account(KEY)
  const promo = account?.promoCodes[0]
  if (!promo) throw new Error('no promo code')
  promo.countUses = 1
  const body = { proxyType: 'MOBILE', orderIds: [MOBILE], rentPeriodDays: 30, promoCode: 'TEN' }
  expect((await post(`${base}/extend/order`, body)).body).toMatchObject({
    balance: 91.45,
    promoCodeStatus: 'VALID',
  })
  expect((await post(`${base}/extend/order`, body)).body).toMatchObject({
    balance: 81.95,
    promoCodeStatus: 'NO_VALID',
  })
  expect((await post(`${base}/extend/order`, { ...body, promoCode: 'OLD' })).body).toMatchObject({
    balance: 72.45,
    promoCodeStatus: 'NO_VALID',
  })
})

test('a promo code holds from its start to its end, or for good when it is endless', async () => {
  const { base, world } = await setup()
  const promo = world.account(KEY)?.promoCodes[0]
  if (!promo) throw new Error('no promo code')
  const status = async (startDate: number, endDate: number, endless = false): Promise<unknown> => {
    Object.assign(promo, { startDate, endDate, endless })
    const body = { proxyType: 'MOBILE', orderIds: [MOBILE], rentPeriodDays: 30, promoCode: 'TEN' }
    const reply = await post(`${base}/calculate/extend/order`, body)
    return (reply.body as { promoCodeStatus: unknown }).promoCodeStatus
  }
  expect(await status(NOW, NOW + 1)).toBe('VALID')
  expect(await status(NOW + 1, NOW + 2)).toBe('NO_VALID')
  expect(await status(NOW - 1, NOW)).toBe('NO_VALID')
  expect(await status(NOW - 1, NOW, true)).toBe('VALID')
})

test('a quote tells price, discount and status, and changes nothing', async () => {
  const { base, world, vendor } = await setup()
  const before = world.exportState()
  const { body } = await post(`${base}/calculate/extend/order`, { ...IPV4_BODY, promoCode: 'TEN' })
  expect(Object.entries(body as object)).toEqual([
    ['success', true],
    ['proxyType', 'IPv4'],
    ['balance', 100],
    ['price', 3.78],
    ['currency', 'USD'],
    ['discount', 0.42],
    ['promoCodeStatus', 'VALID'],
    ['error', null],
    ['warnings', []],
  ])
  expect(world.exportState()).toEqual(before)
  expect(vendor.paidRequests()).toEqual([])
})

test('a short balance is a warning of the quote and error 16 of the renewal, which takes nothing', async () => {
  const { base, world, vendor } = await setup()
  world.topUp(KEY, '-95.81')
  const quote = await post(`${base}/calculate/extend/order`, IPV4_BODY)
  expect(quote.body).toMatchObject({
    success: true,
    price: 4.2,
    warnings: [{ code: 16, message: 'Insufficient funds on balance' }],
  })
  const end = world.endOf(KEY, IPV4)
  const { body } = await post(`${base}/extend/order`, IPV4_BODY)
  expect(body).toMatchObject({ success: false, balance: 4.19, currency: 'USD', error: { code: 16 } })
  expect(world.endOf(KEY, IPV4)).toBe(end)
  expect(only(vendor.paidRequests())).toMatchObject({ acted: false, price: null })
  world.topUp(KEY, 0.01)
  expect((await post(`${base}/extend/order`, IPV4_BODY)).body).toMatchObject({ success: true, balance: 0 })
})

test('money is exact where binary fractions are not', async () => {
  const { base } = await setup({
    prices: { IPv4: { 30: 0.1, 60: '0.2' } },
    accounts: [{ key: KEY, balance: 0.3, orders: [{ id: IPV4, type: 'IPv4' }] }],
  })
  const extend = (days: number) =>
    post(`${base}/extend/order`, { proxyType: 'IPv4', orderIds: [IPV4], rentPeriodDays: days })
  expect((await extend(60)).body).toMatchObject({ balance: 0.1 })
  expect((await extend(30)).body).toMatchObject({ success: true, balance: 0 })
})

test('two renewals at once both count', async () => {
  const { base, world, vendor } = await setup()
  const replies = await Promise.all([
    post(`${base}/extend/order`, IPV4_BODY),
    post(`${base}/extend/order`, IPV4_BODY),
  ])
  expect(replies.map(({ body }) => (body as { balance: number }).balance).sort()).toEqual([91.6, 95.8])
  expect(world.endOf(KEY, IPV4)).toBe(NOW + 65 * DAY)
  expect(vendor.paidRequests().map((entry) => entry.acted)).toEqual([true, true])
  expect(world.paid.map((charge) => charge.price)).toEqual([42_000, 42_000])
  expect(new Set(vendor.paidRequests().map((entry) => entry.connection)).size).toBe(2)
})

test('extend renews single addresses; of an IPv6 order only all together', async () => {
  const { base, world, vendor } = await setup()
  const ids = (order: string) =>
    world
      .account(KEY)
      ?.orders.get(order)
      ?.addresses.map((address) => address.id) ?? []
  const [first = '', second = ''] = ids(IPV4)
  const one = await post(`${base}/extend`, { proxyType: 'IPv4', ipAddressIds: [second], rentPeriodDays: 30 })
  expect(one.body).toMatchObject({ success: true, quantity: 1, ipAddressIds: [second], balance: 98.6 })
  expect(world.endOf(KEY, IPV4)).toBe(NOW + 5 * DAY)
  const part = await post(`${base}/extend`, {
    proxyType: 'IPv6',
    ipAddressIds: ids(IPV6).slice(1),
    rentPeriodDays: 90,
  })
  expect(part.body).toMatchObject({ success: false, error: { code: 28 } })
  const whole = await post(`${base}/extend`, {
    proxyType: 'IPv6',
    ipAddressIds: ids(IPV6),
    rentPeriodDays: 90,
  })
  expect(whole.body).toMatchObject({ success: true, quantity: 3 })
  for (const wrong of [[], ['0'], [first, first], [Number(first)], ids(IPV6), first]) {
    const { body } = await post(`${base}/extend`, {
      proxyType: 'IPv4',
      ipAddressIds: wrong,
      rentPeriodDays: 30,
    })
    expect(body).toMatchObject({ success: false, error: { code: 24, message: 'Incorrect ip addresses' } })
  }
  expect(vendor.paidRequests().filter((entry) => entry.acted)).toHaveLength(2)
})

test('auto-extend is switched per order and runs shortly before the end, once', async () => {
  const { base, world, clock } = await setup()
  const body = { proxyType: 'IPv4', orderIds: [IPV4], rentPeriodDays: 60, autoExtend: true }
  const { body: reply } = await post(`${base}/extend/order/auto`, body)
  expect(reply).toEqual({
    success: true,
    proxyType: 'IPv4',
    rentPeriodDays: 60,
    quantity: 1,
    orderIds: [IPV4],
    balance: 100,
    currency: 'USD',
    error: null,
  })
  await get(`${base}/balance`)
  expect(world.paid).toEqual([])
  clock.now = NOW + 5 * DAY - 3_600_000
  expect(await get(`${base}/balance`)).toMatchObject({ balance: 94.6 })
  expect(await get(`${base}/balance`)).toMatchObject({ balance: 94.6 })
  expect(world.endOf(KEY, IPV4)).toBe(NOW + 65 * DAY)
  expect(world.paid).toMatchObject([{ auto: true, days: 60, orderIds: [IPV4] }])
  await post(`${base}/extend/order/auto`, { ...body, autoExtend: false })
  clock.now = NOW + 65 * DAY - 1
  world.tick()
  expect(world.paid).toHaveLength(1)
  for (const [wrong, code] of [
    [{ ...body, rentPeriodDays: undefined }, 11],
    [{ ...body, autoExtend: 'yes' }, 35],
    [{ ...body, proxyType: 'ISP' }, 29],
  ] as const) {
    expect((await post(`${base}/extend/order/auto`, wrong)).body).toMatchObject({
      success: false,
      error: { code },
    })
  }
})

test('accounts do not mix: the same request with another key finds no such order', async () => {
  const { vendor, world } = await setup()
  world.addAccount({ key: 'other', balance: 7, currency: 'EUR' })
  const { body } = await post(`${baseOf(vendor, 'other')}/extend/order`, IPV4_BODY)
  expect(body).toMatchObject({ success: false, balance: 7, currency: 'EUR', error: { code: 29 } })
  expect(world.balanceOf(KEY)).toBe(100)
})
