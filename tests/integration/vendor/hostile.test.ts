/** A hostile vendor: every field of every reply with what nobody expects there, and replies without an end. */
import { once } from 'node:events'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterEach, describe, expect, it } from 'vitest'
import { createWorld, startVendor } from '../../../src/main/practice/vendor.ts'
import type { VendorClient } from '../../../src/main/vendor/client.ts'
import type { VendorAccess } from '../../../src/shared/domain/exchange.ts'
import { hostileValues, places, unseen } from '../../support/hostile.ts'
import { canary, clientOf, httpReply, type RawServer, rawServer, renewedBody, request } from './support.ts'

const day = 86_400_000
const megabyte = 1024 * 1024

/** Every call, and what the embedded vendor answers to it. */
const calls: Readonly<Record<string, (client: VendorClient, access: VendorAccess) => Promise<unknown>>> = {
  'extend/order': (client, access) => client.extend(access, request),
  'extend/order/auto': (client, access) =>
    client.autoExtend(access, { proxyType: 'IPv4', orderIds: ['1'], rentPeriodDays: 30, autoExtend: true }),
  'calculate/extend/order': (client, access) => client.quote(access, request),
  balance: (client, access) => client.balance(access),
  rentPeriod: (client, access) => client.periods(access, 'IPv4'),
  promoCode: (client, access) => client.promoCodes(access),
  ipAddress: (client, access) => client.orders(access),
}

/** The embedded vendor's true reply to each call, as text. */
async function trueReplies(): Promise<Readonly<Record<string, string>>> {
  const world = createWorld({
    accounts: [
      {
        key: 'key-12345678',
        balance: '50.00',
        orders: request.orderIds.map((id) => ({ id, type: 'IPv4' as const, end: Date.now() + day })),
        promoCodes: [{ code: 'TENOFF', discount: 10, endDate: Date.now() + day }],
      },
    ],
  })
  const vendor = await startVendor({ world })
  const replies: Record<string, string> = { 'extend/order': renewedBody, 'extend/order/auto': renewedBody }
  const ask = async (endpoint: string, body?: object): Promise<void> => {
    const query = endpoint === 'rentPeriod' ? '?proxyType=IPv4' : ''
    const reply = await fetch(`${vendor.url}/client/api/v1/key-12345678/${endpoint}${query}`, {
      ...(body
        ? { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
        : {}),
    })
    replies[endpoint] = await reply.text()
  }
  await ask('calculate/extend/order', { ...request })
  for (const endpoint of ['balance', 'rentPeriod', 'promoCode', 'ipAddress']) await ask(endpoint)
  await vendor.close()
  for (const [endpoint, text] of Object.entries(replies))
    expect(JSON.parse(text), endpoint).toHaveProperty('success', true)
  return replies
}

let server: RawServer | undefined
let body = ''
afterEach(() => server?.close())

async function serving(): Promise<VendorAccess> {
  server = await rawServer(async (socket, arrived) => {
    await arrived
    socket.end(httpReply(200, body))
  })
  return { apiUrl: server.url, key: canary }
}

/** Every text in a result, with the path to it. The raw reply is kept as it came, for the vendor's support. */
function textsOf(value: unknown, path = ''): (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, `${path}.${key}`))
}

/** Bytes in use after everything that nobody holds any more is gone. */
function heapInUse(): number {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  return process.memoryUsage().heapUsed
}

describe('a reply with anything in any of its fields', () => {
  it.each(Object.keys(calls))(
    '%s: an answer or words, bounded and clean, and nothing stays behind',
    async (endpoint) => {
      const text = (await trueReplies())[endpoint] ?? ''
      const access = await serving()
      const client = clientOf()
      const call = calls[endpoint]
      const spots = places(text)
      expect(spots.length).toBeGreaterThan(2)
      const before = heapInUse()
      for (const { name, put } of spots) {
        for (const [what, json] of hostileValues) {
          body = put(json)
          const came = await call?.(client, access)
          for (const [path, said] of textsOf(came)) {
            const where = `${name}: ${what}, in ${path}`
            if (path === '.raw') expect(said.length, where).toBeLessThanOrEqual(70_000)
            else {
              expect(said.length, where).toBeLessThanOrEqual(1000)
              expect(unseen.exec(said)?.index, where).toBeUndefined()
            }
          }
        }
      }
      expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
      expect(Reflect.get({}, 'polluted')).toBeUndefined()
      expect(heapInUse() - before).toBeLessThan(8 * megabyte)
    },
    120_000,
  )
})

describe('a reply without an end', () => {
  it.each([
    ['balance', 1],
    ['calculate/extend/order', 1],
    ['extend/order', 1],
    ['extend/order/auto', 1],
    ['rentPeriod', 1],
    ['promoCode', 1],
    ['ipAddress', 32],
  ])(
    '%s is read up to %d MB, then the connection is cut',
    async (endpoint, limit) => {
      let taken = 0
      let cut = false
      server = await rawServer(async (socket, arrived) => {
        await arrived
        socket.write(
          'HTTP/1.1 200 X\r\ncontent-type: application/json\r\n\r\n{"success":true,"error":null,"x":"',
        )
        const chunk = 'x'.repeat(64 * 1024)
        const closed = once(socket, 'close').then(() => {
          cut = true
        })
        while (!cut && taken < 200 * megabyte) {
          const flows = socket.write(chunk)
          taken += chunk.length
          if (!flows) await Promise.race([once(socket, 'drain'), closed])
        }
      })
      const came = await calls[endpoint]?.(clientOf(), { apiUrl: server.url, key: canary })
      expect(JSON.stringify(came)).toMatch(/longer than|too long/i)
      // What it had taken for each try, and what lay in the system's buffers; reads are tried again.
      expect(taken).toBeLessThan((limit * 3 + 16) * megabyte)
    },
    60_000,
  )
})
