import { readdirSync, readFileSync } from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'
import type { ExtendRequest } from '../../../src/shared/domain/renewal.ts'
import type { ProxyType } from '../../../src/shared/domain/rules/proxyTypes.ts'
import { canary, clientOf, httpReply, type RawServer, rawServer } from './support.ts'

const folder = new URL('../../fixtures/samples/', import.meta.url)
const names = readdirSync(folder).filter((name) => name.endsWith('.json'))
const types: Readonly<Record<string, ProxyType>> = {
  ipv4: 'IPv4',
  ipv6: 'IPv6',
  mobile: 'MOBILE',
  isp: 'ISP',
}

let server: RawServer | undefined
afterEach(() => server?.close())

describe('the vendor’s sixteen sample replies', () => {
  it('are all here', () => expect(names).toHaveLength(16))

  it.each(names)('%s is asked for exactly and read exactly', async (name) => {
    const sample = readFileSync(new URL(name, folder), 'utf8')
    server = await rawServer(async (socket, arrived) => {
      await arrived
      socket.end(httpReply(200, sample))
    })
    const [, type = '', kind = ''] = name.split('.')
    const proxyType = types[type] ?? 'IPv4'
    const promo = kind.startsWith('promo') ? { promoCode: 'Sommer 20 %' } : {}
    const request: ExtendRequest = {
      proxyType,
      orderIds: ['1111111111111111111', 'ffeeddccbbaa99887766'],
      rentPeriodDays: 30,
      ...promo,
    }

    const exchange = await clientOf().extend({ apiUrl: server.url, key: canary }, request)

    const refused = kind === 'error-29'
    const status = kind === 'promo-valid' ? 'VALID' : kind === 'promo-no-valid' ? 'NO_VALID' : null
    expect(exchange).toEqual({
      phase: 'replied',
      raw: sample,
      reply: {
        success: !refused,
        error: refused ? { code: 29, message: 'Incorrect orderIds' } : null,
        proxyType: refused ? null : proxyType,
        rentPeriodDays: refused ? 0 : 30,
        quantity: refused ? 0 : 1,
        balance: { amount: 6500, currency: 'USD' },
        promoCodeStatus: status,
      },
    })
    expect(server.received).toHaveLength(1)
    const [head = '', body] = (server.received[0] ?? '').split('\r\n\r\n')
    expect(body).toBe(JSON.stringify(request))
    const [line, ...headers] = head.split('\r\n')
    expect(line).toBe(
      'POST /client/api/v1/CANARY-7f3e%2F9a%20b%3Fc%231%25d%26%22%C3%A9/extend/order HTTP/1.1',
    )
    expect(headers.sort()).toEqual([
      'accept-encoding: identity',
      'accept: application/json',
      'cache-control: no-store',
      'connection: close',
      `content-length: ${Buffer.byteLength(body ?? '')}`,
      'content-type: application/json',
      `host: 127.0.0.1:${server.port}`,
      'user-agent: Leasebar',
    ])
  })
})
