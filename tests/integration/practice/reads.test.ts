import { expect, test } from 'vitest'
import type { ListingShape } from '../../../src/main/practice/vendor.ts'
import { DAY, get, IPV4, IPV4_TWO, IPV6, ISP, KEY, MOBILE, NOW, setup } from './vendor-client.ts'

type Json = Record<string, unknown>

test('balance has a currencyCode, where other replies have a currency', async () => {
  const { base, world } = await setup()
  world.topUp(KEY, '0.0001')
  expect(await get(`${base}/balance`)).toEqual({
    success: true,
    balance: 100.0001,
    currencyCode: 'USD',
    error: null,
  })
})

test.each([
  ['IPv4', [30, 60, 90, 180, 360]],
  ['IPv6', [90, 180, 360]],
  ['MOBILE', [30, 360]],
  ['ISP', [30, 60, 90]],
])('rentPeriod of %s', async (type, rentPeriodDays) => {
  const { base } = await setup()
  expect(await get(`${base}/rentPeriod?proxyType=${type}`)).toEqual({
    success: true,
    rentPeriodDays,
    error: null,
  })
})

test('rentPeriod and ipAddress refuse a type they do not know; rentPeriod needs one', async () => {
  const { base } = await setup()
  for (const call of [
    'rentPeriod',
    'rentPeriod?proxyType=ipv4',
    'ipAddress?proxyType=ipv4',
    'ipAddress?proxyType=',
  ]) {
    expect(await get(`${base}/${call}`)).toMatchObject({
      success: false,
      error: { code: 4, message: 'Incorrect proxy type' },
    })
  }
})

test('promoCode lists every code with its dates', async () => {
  const { base } = await setup()
  const { promoCodes } = (await get(`${base}/promoCode`)) as { promoCodes: Json[] }
  expect(promoCodes[0]).toEqual({
    code: 'TEN',
    countUses: 1000,
    startDate: new Date(NOW - DAY).toISOString(),
    endDate: new Date(NOW + 365 * DAY).toISOString(),
    endless: false,
    discount: 10,
    descriptionsByLocale: { en: '10% off a renewal' },
  })
  expect(promoCodes.map((promo) => promo.code)).toEqual(['TEN', 'OLD'])
})

const RECORD = {
  country: 'GBR',
  dateStart: new Date(NOW - 20 * DAY).toISOString(),
  dateEnd: new Date(NOW + 10 * DAY).toISOString(),
  extendInfo: { autoExtend: false, extendDays: null },
  authInfo: { login: expect.any(String), password: expect.any(String) },
  httpsPort: expect.any(Number),
  socks5Port: expect.any(Number),
  mobileOperator: 'EE',
  rotationTime: 5,
  rebootLink: expect.stringContaining('https://reboot.invalid/'),
}

async function listing(shape: Partial<ListingShape>, query = ''): Promise<Json> {
  const { base, world } = await setup({})
  Object.assign(world.listing, shape)
  return (await get(`${base}/ipAddress${query}`)) as Json
}

test('ipAddress, flat', async () => {
  const reply = await listing({ form: 'flat' })
  const records = reply.ipAddresses as Json[]
  expect(records.map((record) => record.orderId)).toEqual([
    IPV4,
    IPV4,
    IPV4_TWO,
    IPV6,
    IPV6,
    IPV6,
    MOBILE,
    ISP,
  ])
  const mobile = records.find((record) => record.orderId === MOBILE)
  expect(mobile).toEqual({
    ipAddressId: expect.stringMatching(/^\d{19}$/),
    ipAddressIp: expect.any(String),
    orderId: MOBILE,
    proxyType: 'MOBILE',
    ...RECORD,
  })
})

test('ipAddress, by type', async () => {
  const reply = await listing({ form: 'byType', typeKeys: 'exact', recordKeys: 'short' })
  expect(Object.keys(reply)).toEqual(['success', 'IPv4', 'IPv6', 'MOBILE', 'ISP', 'error'])
  expect(reply.MOBILE).toEqual([
    { id: expect.stringMatching(/^\d{19}$/), ip: expect.any(String), orderId: MOBILE, ...RECORD },
  ])
})

test('ipAddress, by type and order, with an id of the order object that is no address', async () => {
  const reply = await listing({ form: 'byTypeAndOrder' })
  expect(Object.keys(reply)).toEqual(['success', 'ipv4', 'ipv6', 'mobile', 'isp', 'error'])
  expect(reply.mobile).toEqual([
    {
      id: expect.stringMatching(/^row-/),
      orderNumber: expect.stringMatching(/^N-/),
      orderId: MOBILE,
      ipAddresses: [{ ipAddressId: expect.any(String), ipAddressIp: expect.any(String), ...RECORD }],
    },
  ])
})

test('ipAddress, under data, each form', async () => {
  const flat = await listing({ form: 'flat', underData: true })
  expect(flat.data).toHaveLength(8)
  for (const form of ['byType', 'byTypeAndOrder'] as const) {
    const reply = await listing({ form, underData: true })
    expect(Object.keys(reply)).toEqual(['success', 'data', 'error'])
    expect(Object.keys(reply.data as Json)).toEqual(['ipv4', 'ipv6', 'mobile', 'isp'])
  }
})

test('ipAddress of one type', async () => {
  const reply = await listing({ form: 'byType' }, '?proxyType=IPv6')
  expect([reply.ipv4, reply.mobile, reply.isp]).toEqual([[], [], []])
  expect(reply.ipv6).toHaveLength(3)
})

test('ipAddress tells auto-extend and new ends', async () => {
  const { base, world } = await setup({ listing: { form: 'flat' } })
  const order = world.account(KEY)?.orders.get(ISP)
  if (!order?.addresses[0]) throw new Error('no order')
  order.autoExtendDays = 90
  order.addresses[0].end = NOW + 100 * DAY
  const { ipAddresses } = (await get(`${base}/ipAddress?proxyType=ISP`)) as { ipAddresses: Json[] }
  expect(ipAddresses).toMatchObject([
    {
      ipAddressId: '444444444444444',
      dateEnd: new Date(NOW + 100 * DAY).toISOString(),
      extendInfo: { autoExtend: true, extendDays: 90 },
    },
  ])
})
