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

/** A vendor that says what it is told, byte for byte: quotes that fit, and a sample as the reply to the paid call. */
async function sampleVendor(sample: Buffer, promo: boolean): Promise<{ url: string; received: Received[] }> {
  const received: Received[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += String(chunk)
    const { method = '', url: path = '', headers } = request
    received.push({ method, path, body, headers })
    const currency = { balance: 3.45, currency: 'USD', error: null }
    const replies: readonly (readonly [string, string | Buffer])[] = [
      ['/balance', JSON.stringify({ success: true, balance: 3.45, currencyCode: 'USD', error: null })],
      ['/ipAddress', JSON.stringify({ success: true, ipAddresses: [], error: null })],
      [
        '/calculate/extend/order',
        JSON.stringify({
          success: true,
          price: 2.8,
          discount: 0,
          promoCodeStatus: promo ? 'VALID' : null,
          warnings: [],
          ...currency,
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
  const { url, received } = await sampleVendor(sample, promo)
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
      // Its balance is below what was quoted a moment before: a refusal beside a fall is not believed.
      outcome: 'unknown',
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
