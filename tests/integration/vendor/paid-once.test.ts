import { setImmediate as soon } from 'node:timers'
import { setImmediate } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import {
  type Behaviour,
  canary,
  clientOf,
  httpReply,
  type RawServer,
  rawServer,
  renewedBody,
  request,
  strikingClock,
} from './support.ts'

let server: RawServer | undefined
afterEach(() => server?.close())

const half = renewedBody.slice(0, renewedBody.length / 2)
const chunked = { 'transfer-encoding': 'chunked', 'content-type': 'application/json' }

function chunkedReply(body: string, end: boolean): string {
  const head = ['HTTP/1.1 200 OK', ...Object.entries(chunked).map(([n, v]) => `${n}: ${v}`), '', ''].join(
    '\r\n',
  )
  return `${head}${Buffer.byteLength(body).toString(16)}\r\n${body}\r\n${end ? '0\r\n\r\n' : ''}`
}

/** After the request has arrived whole. */
function then(act: Behaviour): Behaviour {
  return async (socket, arrived, nth) => {
    await arrived
    await act(socket, arrived, nth)
  }
}

const reply = (text: string | Buffer): Behaviour => then((socket) => void socket.end(text))

/** Name, what the server does, the HTTP status that the client notes. */
const lossy: [string, Behaviour, number | null][] = [
  ['a clean end before anything is read', (socket) => void socket.end(), null],
  ['a reset after the body', then((socket) => void socket.resetAndDestroy()), null],
  ['a clean end after the body', then((socket) => void socket.end()), null],
  [
    'a reset in the middle of the head',
    then((socket) => void socket.write('HTTP/1.1 200 OK\r\ncon', () => socket.resetAndDestroy())),
    null,
  ],
  [
    'an end before the announced length',
    reply(httpReply(200, half, { 'content-length': String(renewedBody.length) })),
    200,
  ],
  [
    'a whole reply that announces more',
    reply(httpReply(200, renewedBody, { 'content-length': '4000' })),
    200,
  ],
  [
    'a reset in the middle of the reply',
    then(
      (socket) =>
        void socket.write(httpReply(200, half, { 'content-length': '4000' }), () =>
          soon(() => socket.resetAndDestroy()),
        ),
    ),
    200,
  ],
  ['cut JSON of the announced length', reply(httpReply(200, half)), 200],
  ['chunks without the last', reply(chunkedReply(renewedBody, false)), 200],
  ['an empty reply', reply(httpReply(200, '')), 200],
  ['HTML', reply(httpReply(200, '<html><h1>200</h1></html>', { 'content-type': 'text/html' })), 200],
  ['no HTTP at all', reply('SSH-2.0-OpenSSH_9.2\r\n'), null],
  [
    'a reply too long to read',
    reply(httpReply(200, `{"success":true,"error":null,"x":"${'y'.repeat(1_100_000)}"}`)),
    200,
  ],
  [
    'gzip that nobody asked for',
    reply(
      Buffer.concat([
        Buffer.from(`HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\nconnection: close\r\n\r\n`),
        gzipSync(renewedBody),
      ]),
    ),
    200,
  ],
  ['a reply without success', reply(httpReply(200, '{"error":null}')), 200],
  ['success as text', reply(httpReply(200, '{"success":"true","error":null}')), 200],
  ['an error without a code beside success', reply(httpReply(200, '{"success":true,"error":{}}')), 200],
  ['JSON that is no object', reply(httpReply(200, 'true')), 200],
  ['an upgrade', reply('HTTP/1.1 101 Switching\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n'), null],
  ...[301, 302, 303, 307, 308].map((status): [string, Behaviour, number] => [
    `HTTP ${status} to the same address`,
    then(async (socket, arrived) => {
      const path = (await arrived).split(' ')[1] ?? '/'
      socket.end(httpReply(status, '', { location: path }))
    }),
    status,
  ]),
  // By the Fetch standard a 421 makes a client send again on a new connection, and undici's fetch does.
  ...[201, 204, 400, 401, 403, 404, 407, 408, 417, 421, 425, 429, 500, 502, 503, 504, 599].map(
    (status): [string, Behaviour, number] => [
      `a true reply under HTTP ${status}`,
      reply(
        status === 204 ? 'HTTP/1.1 204 X\r\nconnection: keep-alive\r\n\r\n' : httpReply(status, renewedBody),
      ),
      status,
    ],
  ),
]

describe('a paid call whose reply does not come whole', () => {
  it.each(lossy)('%s: lost, and sent once', async (_name, behaviour, httpStatus) => {
    server = await rawServer(behaviour)
    const exchange = await clientOf().extend({ apiUrl: server.url, key: canary }, request)
    await server.fence()

    expect(exchange).toMatchObject({ phase: 'lost', httpStatus })
    expect(server.posts()).toBeLessThanOrEqual(1)
    expect(server.received.slice(1).join('')).toBe('')
    expect(JSON.stringify(exchange)).not.toContain('CANARY')
  })

  it('a reset at once: lost, or not sent where it came before the socket was ready', async () => {
    server = await rawServer((socket) => void socket.resetAndDestroy())
    const exchange = await clientOf().extend({ apiUrl: server.url, key: canary }, request)
    await server.fence()
    expect(['lost', 'not-sent']).toContain(exchange.phase)
    expect(server.received.join('')).toBe('')
  })

  it('a time limit after sending: lost, sent once, and the connection is given up', async () => {
    const { clock, strike } = strikingClock()
    let left: Promise<unknown> | undefined
    server = await rawServer(async (socket, arrived) => {
      left = new Promise((resolve) => socket.once('close', resolve))
      await arrived
      strike()
    })
    const client = clientOf({ clock, paidLimitMs: 120_000 })
    const exchange = await client.extend({ apiUrl: server.url, key: canary }, request)

    expect(exchange).toEqual({
      phase: 'lost',
      reason: 'The vendor did not answer within 120 seconds.',
      httpStatus: null,
      raw: null,
      retryAfter: null,
    })
    await left
    await server.fence()
    expect(server.posts()).toBe(1)
  })

  it('a reply that trickles past the limit is lost, with what came of it', async () => {
    const { clock, strike } = strikingClock()
    server = await rawServer(
      then(async (socket) => {
        const part = httpReply(200, half, { 'content-length': '4000' })
        await new Promise((resolve) => socket.write(part, resolve))
        // The client reads in this very process: some turns of its loop are enough for what lies in the socket.
        for (let turn = 0; turn < 20; turn += 1) await setImmediate()
        strike()
      }),
    )
    const exchange = await clientOf({ clock }).extend({ apiUrl: server.url, key: canary }, request)
    expect(exchange).toMatchObject({ phase: 'lost', httpStatus: 200, raw: half })
    expect(server.posts()).toBe(1)
  })

  it('keeps the page that came instead, redacted and bounded', async () => {
    const page = `<p>POST http://h/client/api/v1/${encodeURIComponent(canary)}/extend/order ${canary}</p>${'x'.repeat(90_000)}`
    server = await rawServer(reply(httpReply(500, page)))
    const exchange = await clientOf().extend({ apiUrl: server.url, key: canary }, request)
    if (exchange.phase !== 'lost') throw new Error('not lost')
    expect(exchange.raw?.startsWith('<p>POST http://h/client/api/v1/')).toBe(true)
    expect(exchange.raw).toHaveLength(64_000)
    expect(exchange.raw).not.toMatch(/CANARY|9a b|9a%20b/i)
  })

  it('tells how long to wait', async () => {
    server = await rawServer(reply(httpReply(429, '{}', { 'retry-after': '17' })))
    const exchange = await clientOf().extend({ apiUrl: server.url, key: canary }, request)
    expect(exchange).toMatchObject({ phase: 'lost', httpStatus: 429, retryAfter: 17_000 })
    expect(server.posts()).toBe(1)
  })

  it('never shares a connection: a read kept alive by the server is not reused', async () => {
    const readThenDrop: Behaviour = async (socket, arrived, nth) => {
      await arrived
      if (nth === 1)
        socket.write(
          httpReply(200, '{"success":true,"balance":1,"currencyCode":"USD","error":null}', {
            connection: 'keep-alive',
          }),
        )
      else socket.resetAndDestroy()
    }
    server = await rawServer(readThenDrop)
    const client = clientOf()
    const access = { apiUrl: server.url, key: canary }
    expect(await client.balance(access)).toEqual({ ok: true, value: { amount: 10_000, currency: 'USD' } })
    expect(await client.extend(access, request)).toMatchObject({ phase: 'lost' })
    await server.fence()
    expect(server.posts()).toBe(1)
    expect(server.received[0]).not.toContain('POST')
  })
})

describe('a paid call whose reply comes whole', () => {
  const whole: [string, string][] = [
    ['with its length', httpReply(200, renewedBody)],
    ['in chunks', chunkedReply(renewedBody, true)],
    ['up to the end of the connection', `HTTP/1.1 200 OK\r\n\r\n${renewedBody}`],
    ['after an early hint', `HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n${httpReply(200, renewedBody)}`],
    ['on a connection kept alive', httpReply(200, renewedBody, { connection: 'keep-alive' })],
    ['with a second reply behind it', httpReply(200, renewedBody) + httpReply(500, 'x')],
  ]
  it.each(whole)('%s: replied', async (_name, text) => {
    server = await rawServer(then((socket) => void socket.end(text)))
    const exchange = await clientOf().extend({ apiUrl: server.url, key: canary }, request)
    expect(exchange).toMatchObject({
      phase: 'replied',
      raw: renewedBody,
      reply: { success: true, error: null, quantity: 2, balance: { amount: 125_000, currency: 'USD' } },
    })
    expect(server.posts()).toBe(1)
  })

  it('odd in every field but success: still replied, the odd ones null', async () => {
    const odd = {
      success: true,
      proxyType: 7,
      rentPeriodDays: 'x',
      quantity: -1,
      balance: 'much',
      currency: 3,
      promoCodeStatus: {},
    }
    server = await rawServer(reply(httpReply(200, JSON.stringify(odd))))
    const exchange = await clientOf().extend({ apiUrl: server.url, key: canary }, request)
    expect(exchange).toMatchObject({
      phase: 'replied',
      reply: {
        success: true,
        error: null,
        proxyType: null,
        rentPeriodDays: null,
        quantity: null,
        balance: null,
        promoCodeStatus: null,
      },
    })
  })

  it('success beside an error is handed on as it is, for the judge', async () => {
    server = await rawServer(
      reply(
        httpReply(
          200,
          '{"success":true,"error":{"code":29,"message":"a\\u202eb"},"balance":"1.25","currency":"EUR"}',
        ),
      ),
    )
    const exchange = await clientOf().extend({ apiUrl: server.url, key: canary }, request)
    expect(exchange).toMatchObject({
      phase: 'replied',
      reply: {
        success: true,
        error: { code: 29, message: 'a b' },
        balance: { amount: 12_500, currency: 'EUR' },
      },
    })
  })
})
