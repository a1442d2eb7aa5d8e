import { expect, test } from 'vitest'
import { baseOf, get, IPV4, IPV4_TWO, IPV6, KEY, only, post, setup } from './vendor-client.ts'

const BODY = { proxyType: 'IPv4', orderIds: [IPV4], rentPeriodDays: 30 }

const refused: readonly (readonly [string, unknown, number])[] = [
  ['a type in another case', { ...BODY, proxyType: 'ipv4' }, 4],
  ['the screen\'s word "Mobile"', { ...BODY, proxyType: 'Mobile' }, 4],
  ['no type', { ...BODY, proxyType: undefined }, 4],
  ['no orders', { ...BODY, orderIds: undefined }, 29],
  ['an empty list', { ...BODY, orderIds: [] }, 29],
  ['a list in a string', { ...BODY, orderIds: IPV4 }, 29],
  ['an id that is a number', { ...BODY, orderIds: [Number(IPV4)] }, 29],
  ['one bad id among good ones', { ...BODY, orderIds: [IPV4, '5'] }, 29],
  ['an id twice', { ...BODY, orderIds: [IPV4, IPV4] }, 29],
  ['an order of another type', { ...BODY, orderIds: [IPV6] }, 29],
  ['what cannot be an id', { ...BODY, orderIds: [`${IPV4},${IPV4_TWO}`] }, 25],
  ['an id with a blank', { ...BODY, orderIds: [` ${IPV4}`] }, 25],
  ['a period that is not offered', { ...BODY, rentPeriodDays: 31 }, 11],
  ['a period in quotes', { ...BODY, rentPeriodDays: '30' }, 11],
  ['no period', { ...BODY, rentPeriodDays: undefined }, 11],
  ["a period by an object's own name", { ...BODY, rentPeriodDays: 'constructor' }, 11],
  ['a promo code that is null', { ...BODY, promoCode: null }, 35],
  ['a field that is not documented', { ...BODY, promocode: 'TEN' }, 35],
  ['a list', [BODY], 35],
  ['no JSON', '{"proxyType":', 35],
]

test.each(refused)('%s is refused, in the quote as in the renewal', async (_name, body, code) => {
  const { base, world, vendor } = await setup()
  const before = world.exportState()
  for (const call of ['extend/order', 'calculate/extend/order']) {
    const reply = await post(`${base}/${call}`, body)
    expect(reply.status).toBe(200)
    expect(reply.body).toMatchObject({ success: false, balance: 100, currency: 'USD', error: { code } })
  }
  expect(world.exportState()).toEqual(before)
  expect(only(vendor.paidRequests()).acted).toBe(false)
})

test('a refused renewal has the shape of the samples', async () => {
  const { base } = await setup()
  const { body } = await post(`${base}/extend/order`, { ...BODY, rentPeriodDays: 1 })
  expect(Object.entries(body as object)).toEqual([
    ['success', false],
    ['proxyType', null],
    ['rentPeriodDays', 0],
    ['quantity', 0],
    ['ipAddressIds', []],
    ['balance', 100],
    ['currency', 'USD'],
    ['error', { code: 11, message: 'Incorrect rent period' }],
    ['promoCodeStatus', null],
  ])
})

test('a body that is not sent as JSON is refused', async () => {
  const { base } = await setup()
  const response = await fetch(`${base}/extend/order`, { method: 'POST', body: JSON.stringify(BODY) })
  expect(await response.json()).toMatchObject({ success: false, error: { code: 35 } })
})

test('an unknown key gets error 2 everywhere, and no balance', async () => {
  const { vendor } = await setup()
  const base = baseOf(vendor, 'wrong')
  const error = { code: 2, message: 'Error api key' }
  expect(await get(`${base}/balance`)).toEqual({ success: false, balance: 0, currencyCode: null, error })
  expect(await get(`${base}/rentPeriod?proxyType=IPv4`)).toEqual({
    success: false,
    rentPeriodDays: [],
    error,
  })
  expect(await get(`${base}/promoCode`)).toEqual({ success: false, promoCodes: [], error })
  expect(await get(`${base}/ipAddress`)).toEqual({ success: false, error })
  for (const call of ['extend/order', 'calculate/extend/order', 'extend', 'extend/order/auto']) {
    const { body } = await post(`${base}/${call}`, BODY)
    expect(body).toMatchObject({ success: false, balance: 0, currency: null, error })
  }
  expect(vendor.requests.map((entry) => entry.keyKnown)).toEqual(Array(8).fill(false))
})

test('an order under way gets 57, a service that is down 3', async () => {
  const { base, world } = await setup()
  const order = world.account(KEY)?.orders.get(IPV4)
  if (!order) throw new Error('no order')
  order.busy = true
  expect((await post(`${base}/extend/order`, BODY)).body).toMatchObject({
    success: false,
    error: { code: 57 },
  })
  order.busy = false
  world.available = false
  expect((await post(`${base}/extend/order`, BODY)).body).toMatchObject({
    success: false,
    error: { code: 3 },
  })
  expect(await get(`${base}/balance`)).toMatchObject({ success: false, error: { code: 3 } })
  expect(world.paid).toEqual([])
})

test('paths and methods that the API does not have take nothing', async () => {
  const { base, vendor, world } = await setup()
  const strange = { success: false, error: { code: 35 } }
  expect(await get(`${base}/nothing`)).toMatchObject(strange)
  expect(await get(`${base}/extend/order`)).toMatchObject(strange)
  expect((await post(`${base}/balance`, {})).body).toMatchObject(strange)
  expect((await post(`${base}/extend/order/`, BODY)).body).toMatchObject(strange)
  expect((await post(`${base}//extend/order`, BODY)).body).toMatchObject(strange)
  expect((await fetch(`${vendor.url}/`)).status).toBe(404)
  expect(await get(`${vendor.url}/client/api/v1/%E0%A4%A/balance`)).toMatchObject({ error: { code: 2 } })
  expect(vendor.paidRequests()).toEqual([])
  expect(world.paid).toEqual([])
})

test('a body over a mebibyte is not taken in', async () => {
  const { base, vendor } = await setup()
  await expect(post(`${base}/extend/order`, 'x'.repeat(2 ** 20 + 1))).rejects.toThrow()
  expect(only(vendor.requests).arrived).toBe(false)
})
