import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { ProxyType } from '../../../src/main/practice/vendor.ts'
import { createWorld, startVendor } from '../../../src/main/practice/vendor.ts'

const FOLDER = new URL('../../fixtures/samples/', import.meta.url)
const FILES = readdirSync(FOLDER)
const TYPES: Record<string, ProxyType> = { ipv4: 'IPv4', ipv6: 'IPv6', mobile: 'MOBILE', isp: 'ISP' }

interface Sample {
  readonly ipAddressIds: readonly string[]
  readonly balance: number
  readonly error: unknown
}

test('there are sixteen samples', () => {
  expect(FILES).toHaveLength(16)
})

test.each(FILES)('%s is what the vendor answers, byte for byte', async (file) => {
  const text = readFileSync(new URL(file, FOLDER), 'utf8')
  const sample = JSON.parse(text) as Sample
  const [, typeName = '', scene = ''] = file.split('.')
  const type = TYPES[typeName] ?? 'IPv4'
  const promoCode = { 'promo-valid': 'GOOD', 'promo-no-valid': 'BAD' }[scene]
  const refused = sample.error !== null
  const price = { GOOD: 0.9, BAD: 1 }[promoCode ?? ''] ?? 1
  const world = createWorld({
    prices: { [type]: { 30: 1 } },
    accounts: [
      {
        key: 'key',
        balance: refused ? sample.balance : (sample.balance + price).toFixed(2),
        orders: [{ id: '7777777777777777777', type, addresses: sample.ipAddressIds }],
        promoCodes: [{ code: 'GOOD', discount: 10 }],
      },
    ],
  })
  const vendor = await startVendor({ world })
  try {
    const response = await fetch(`${vendor.url}/client/api/v1/key/extend/order`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        proxyType: type,
        orderIds: [refused ? '8888888888888888888' : '7777777777777777777'],
        rentPeriodDays: 30,
        ...(promoCode ? { promoCode } : {}),
      }),
    })
    expect(response.status).toBe(200)
    expect(await response.text()).toBe(text)
    expect(world.paid.map((charge) => charge.price)).toEqual(refused ? [] : [price * 10_000])
  } finally {
    await vendor.close()
  }
})
