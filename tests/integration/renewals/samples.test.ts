import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import type { ProxyType } from '../../../src/shared/domain/proxyType.ts'
import { money } from '../../support/domain.ts'
import { KEY, openTestWorld } from '../../support/world.ts'

const folder = new URL('../../fixtures/samples/', import.meta.url)
const names = readdirSync(folder)

const types: Readonly<Record<string, ProxyType>> = {
  ipv4: 'IPv4',
  ipv6: 'IPv6',
  mobile: 'MOBILE',
  isp: 'ISP',
}

interface Received {
  readonly method: string
  readonly path: string
  readonly body: string
  readonly headers: Readonly<Record<string, unknown>>
}

/** What the vendor said before the sample: a quote, and the balance that fits what the sample tells. */
interface Before {
  readonly promo: boolean
  readonly price: number
  readonly balance: number
}

/** A vendor that says what it is told, byte for byte: quotes that fit, and a sample as the reply to the paid call. */
async function sampleVendor(sample: Buffer, before: Before): Promise<{ url: string; received: Received[] }> {
  const { promo, price, balance } = before
  const received: Received[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += String(chunk)
    const { method = '', url: path = '', headers } = request
    received.push({ method, path, body, headers })
    const rest = { balance, currency: 'USD', error: null }
    const replies: readonly (readonly [string, string | Buffer])[] = [
      ['/balance', JSON.stringify({ success: true, balance, currencyCode: 'USD', error: null })],
      ['/ipAddress', JSON.stringify({ success: true, ipAddresses: [], error: null })],
      [
        '/calculate/extend/order',
        JSON.stringify({
          success: true,
          price,
          discount: 0,
          promoCodeStatus: promo ? 'VALID' : null,
          warnings: [],
          ...rest,
        }),
      ],
      ['/extend/order', sample],
    ]
    const reply = replies.find(([end]) => path.endsWith(end))?.[1] ?? ''
    response.writeHead(200, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(reply),
    })
    response.end(reply)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received }
}

test('there are sixteen samples', () => {
  expect(names).toHaveLength(16)
})

test.each(names)('%s, byte for byte through client and judge', async (name) => {
  const [, typeName = '', kind = ''] = name.split('.')
  const proxyType = types[typeName] ?? expect.unreachable('no type')
  const promo = kind.startsWith('promo')
  const sample = readFileSync(new URL(name, folder))
  const refused = kind === 'error-29'
  // The samples' balance is 0.65: what is left after a renewal, and what was there before a refusal.
  const before = refused ? { price: 0.5, balance: 0.65 } : { price: 2.8, balance: 3.45 }
  const { url, received } = await sampleVendor(sample, { promo, ...before })
  const world = await openTestWorld({ apiUrl: url })
  const orderIds = ['11111', '22222']
  const group = world.group('Sample', orderIds, { proxyType, promoCode: promo ? 'CODE' : '' })
  const { intent, result } = await world.renew(group)

  const paid = received.filter(({ path }) => path.endsWith('/extend/order') && !path.includes('calculate'))
  expect(paid).toEqual([
    {
      method: 'POST',
      path: `/client/api/v1/${encodeURIComponent(KEY)}/extend/order`,
      body: JSON.stringify({
        proxyType,
        orderIds,
        rentPeriodDays: 30,
        ...(promo ? { promoCode: 'CODE' } : {}),
      }),
      headers: expect.objectContaining({ connection: 'close', 'content-type': 'application/json' }),
    },
  ])
  const quoted = received.filter(({ path }) => path.includes('calculate'))
  expect(quoted.map(({ body }) => body)).toEqual(paid.map(({ body }) => body))

  const expected = {
    success: { outcome: 'renewed', promoCodeStatus: null, quantity: 1, vendorError: null },
    'promo-valid': { outcome: 'renewed', promoCodeStatus: 'VALID', quantity: 1, vendorError: null },
    'promo-no-valid': { outcome: 'renewed', promoCodeStatus: 'NO_VALID', quantity: 1, vendorError: null },
    'error-29': {
      outcome: 'refused',
      promoCodeStatus: null,
      quantity: 0,
      vendorError: { code: 29, message: 'Incorrect orderIds' },
    },
  }[kind]
  expect(result).toMatchObject({
    ...expected,
    stage: 'exchange',
    httpStatus: 200,
    balanceAfter: money(0.65),
    reply: sample.toString('utf8'),
  })
  const remarks = kind === 'promo-no-valid' ? ['The promo code CODE was not honoured: paid in full.'] : []
  expect(result?.remarks).toEqual(remarks)
  expect(world.store.journal.get(intent.id)?.result).toEqual(result)
})
