import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { connect, type Socket } from 'node:net'
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import {
  canary,
  clientOf,
  httpReply,
  type RawServer,
  rawServer,
  renewedBody,
  request,
  strikingClock,
  tlsPair,
} from './support.ts'

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

async function vendor(tls: boolean): Promise<RawServer> {
  const server = await rawServer(async (socket, arrived) => {
    await arrived
    socket.end(httpReply(200, renewedBody))
  }, tls)
  closers.push(server.close)
  return server
}

/** A proxy that answers CONNECT with `status`: 200 makes a tunnel, 0 ends the connection, -1 keeps silent. */
async function proxy(
  status: number,
  onAsked?: () => void,
): Promise<{ host: string; asked: IncomingMessage[] }> {
  const asked: IncomingMessage[] = []
  const sockets = new Set<Socket>()
  const server: Server = createServer((message, response) => {
    asked.push(message)
    response.end('not a tunnel')
  })
  server.on('connect', (message: IncomingMessage, client: Socket) => {
    asked.push(message)
    sockets.add(client)
    client.on('error', () => {})
    onAsked?.()
    if (status < 0) return
    if (status === 0) {
      client.end()
      return
    }
    if (status !== 200) {
      client.end(`HTTP/1.1 ${status} No\r\n\r\n`)
      return
    }
    const port = Number(message.url?.split(':')[1])
    const target = connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n')
      target.pipe(client).pipe(target)
    })
    target.on('error', () => client.destroy())
    sockets.add(target)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  closers.push(async () => {
    for (const socket of sockets) socket.destroy()
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  })
  return { host: `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`, asked }
}

/** `localhost` is loopback, which goes past proxies; this is the same server under a name that is not. */
const beyond = (server: RawServer): string => `https://vendor.invalid:${server.port}`

describe('https', () => {
  it('renews over a trusted certificate', async () => {
    const server = await vendor(true)
    const exchange = await clientOf({ ca: tlsPair.cert }).extend({ apiUrl: server.url, key: canary }, request)
    expect(exchange).toMatchObject({ phase: 'replied', reply: { success: true } })
    expect(server.posts()).toBe(1)
  })

  it('a certificate that is not trusted: not sent', async () => {
    const server = await vendor(true)
    const exchange = await clientOf().extend({ apiUrl: server.url, key: canary }, request)
    expect(exchange).toEqual({
      phase: 'not-sent',
      reason: 'No secure connection to the vendor: its certificate is not trusted.',
    })
    expect(server.posts()).toBe(0)
  })

  it('an environment that tells Node to trust everyone changes nothing, straight or through a proxy', async () => {
    const server = await vendor(true)
    const through = await proxy(200)
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0')
    onTestFinished(() => {
      vi.unstubAllEnvs()
    })
    const straight = await clientOf().extend({ apiUrl: server.url, key: canary }, request)
    const proxied = await clientOf({ proxyFor: async () => `http://${through.host}` }).extend(
      { apiUrl: beyond(server), key: canary },
      request,
    )
    for (const exchange of [straight, proxied]) {
      expect(exchange).toMatchObject({ phase: 'not-sent', reason: expect.stringContaining('not trusted') })
    }
    expect(server.posts()).toBe(0)
  })

  it('a read is not repeated over a certificate that will not be trusted next time either', async () => {
    const server = await vendor(true)
    const through = await proxy(200)
    const client = clientOf({ proxyFor: async () => `http://${through.host}` })
    const answer = await client.balance({ apiUrl: beyond(server), key: canary })
    expect(answer).toMatchObject({ ok: false, error: { kind: 'offline' } })
    expect(through.asked).toHaveLength(1)
  })

  it('a certificate of another address: not sent', async () => {
    const server = await vendor(true)
    const exchange = await clientOf({ ca: tlsPair.cert }).extend(
      { apiUrl: `https://127.0.0.1:${server.port}`, key: canary },
      request,
    )
    expect(exchange).toEqual({
      phase: 'not-sent',
      reason:
        'No secure connection to the vendor: its certificate is not trusted, it belongs to another address.',
    })
    expect(server.posts()).toBe(0)
  })

  it('no TLS at the other end: not sent', async () => {
    const server = await vendor(false)
    const exchange = await clientOf({ paidLimitMs: 1000 }).extend(
      { apiUrl: `https://localhost:${server.port}`, key: canary },
      request,
    )
    expect(exchange.phase).toBe('not-sent')
    expect(server.posts()).toBe(0)
  })

  it('a limit that passes during the handshake: not sent, and nothing is sent later', async () => {
    const { clock, strike } = strikingClock()
    let left: Promise<unknown> | undefined
    const server = await rawServer((socket) => {
      left = once(socket, 'close')
      socket.once('data', strike)
    })
    closers.push(server.close)
    const exchange = await clientOf({ clock }).extend(
      { apiUrl: `https://localhost:${server.port}`, key: canary },
      request,
    )
    expect(exchange).toEqual({
      phase: 'not-sent',
      reason: 'The vendor did not answer within 5 seconds.',
    })
    // The half-open connection is torn down, not left to come about later.
    await left
    expect(server.posts()).toBe(0)
  })
})

describe('nobody there', () => {
  it('a refused connection: not sent', async () => {
    const server = await vendor(false)
    const { url } = server
    await closers.pop()?.()
    expect(await clientOf().extend({ apiUrl: url, key: canary }, request)).toEqual({
      phase: 'not-sent',
      reason: 'The vendor could not be reached: the connection was refused.',
    })
    expect(await clientOf().balance({ apiUrl: url, key: canary })).toMatchObject({
      ok: false,
      error: { kind: 'offline', message: 'The vendor could not be reached: the connection was refused.' },
    })
  })

  it.each(['.', '..', '', '\ud800'])('a key that can be no path segment (%j): not sent', async (key) => {
    const server = await vendor(false)
    expect(await clientOf().extend({ apiUrl: server.url, key }, request)).toMatchObject({ phase: 'not-sent' })
    expect(await clientOf().balance({ apiUrl: server.url, key })).toMatchObject({
      ok: false,
      error: { kind: 'key-unknown' },
    })
    expect(server.received).toEqual([])
  })

  it.each(['http://vendor.invalid', 'https://u:p@localhost', 'https://localhost/x', 'ftp://localhost', ''])(
    'an API address that must not get the key (%s): not sent',
    async (apiUrl) => {
      expect(await clientOf().extend({ apiUrl, key: canary }, request)).toMatchObject({ phase: 'not-sent' })
    },
  )

  it('a proxy setting that never comes: not sent after the limit, and not later either', async () => {
    const server = await vendor(true)
    let tell: (proxy: null) => void = () => {}
    const proxyFor = () =>
      new Promise<null>((resolve) => {
        tell = resolve
      })
    const client = clientOf({ paidLimitMs: 100, proxyFor, ca: tlsPair.cert })
    expect(await client.extend({ apiUrl: beyond(server), key: canary }, request)).toMatchObject({
      phase: 'not-sent',
    })
    tell(null)
    await server.fence()
    expect(server.received.join('')).toBe('')
  })
})

describe('proxies', () => {
  it('a loopback address goes past them', async () => {
    const server = await vendor(true)
    const asked: string[] = []
    const proxyFor = async (url: string) => {
      asked.push(url)
      return 'http://127.0.0.1:1'
    }
    const client = clientOf({ proxyFor, ca: tlsPair.cert })
    expect(await client.extend({ apiUrl: server.url, key: canary }, request)).toMatchObject({
      phase: 'replied',
    })
    expect(asked).toEqual([])
  })

  it('https goes through them in a tunnel, once, and they never see the key', async () => {
    const server = await vendor(true)
    const through = await proxy(200)
    const urls: string[] = []
    const client = clientOf({
      ca: tlsPair.cert,
      proxyFor: async (url) => {
        urls.push(url)
        return `http://user:secret@${through.host}`
      },
    })
    const exchange = await client.extend({ apiUrl: beyond(server), key: canary }, request)
    expect(exchange).toMatchObject({ phase: 'replied', reply: { success: true } })
    expect(server.posts()).toBe(1)
    expect(server.received[0]).toContain('connection: close')
    expect(urls).toEqual([`https://vendor.invalid:${server.port}/`])
    expect(through.asked.map(({ method, url }) => [method, url])).toEqual([
      ['CONNECT', `vendor.invalid:${server.port}`],
    ])
    expect(JSON.stringify(through.asked[0]?.headers)).not.toContain('CANARY')
    expect(through.asked[0]?.headers['proxy-authorization']).toBe(
      `Basic ${Buffer.from('user:secret').toString('base64')}`,
    )
  })

  it('a certificate that is not trusted within the tunnel: not sent', async () => {
    const server = await vendor(true)
    const through = await proxy(200)
    const client = clientOf({ proxyFor: async () => `http://${through.host}` })
    expect(await client.extend({ apiUrl: beyond(server), key: canary }, request)).toEqual({
      phase: 'not-sent',
      reason: 'No secure connection to the vendor: its certificate is not trusted.',
    })
    expect(server.posts()).toBe(0)
  })

  it('a reset within the tunnel after the request: lost, sent once', async () => {
    const server = await rawServer(async (socket, arrived) => {
      await arrived
      socket.destroy()
    }, true)
    closers.push(server.close)
    const through = await proxy(200)
    const client = clientOf({ ca: tlsPair.cert, proxyFor: async () => `http://${through.host}` })
    expect(await client.extend({ apiUrl: beyond(server), key: canary }, request)).toMatchObject({
      phase: 'lost',
    })
    expect(server.posts()).toBe(1)
    expect(through.asked).toHaveLength(1)
  })

  it.each([
    [407, 'it refused the connection (HTTP 407)'],
    [403, 'it refused the connection (HTTP 403)'],
    [502, 'it refused the connection (HTTP 502)'],
    [0, 'the connection was closed before it was ready'],
  ])('one that answers the tunnel with %i: not sent', async (status, words) => {
    const through = await proxy(status)
    const client = clientOf({ proxyFor: async () => `http://user:secret@${through.host}` })
    expect(await client.extend({ apiUrl: 'https://vendor.invalid', key: canary }, request)).toEqual({
      phase: 'not-sent',
      reason: `The vendor could not be reached through the proxy: ${words}.`,
    })
    expect(through.asked).toHaveLength(1)
  })

  it('one that never answers: not sent after the limit', async () => {
    const { clock, strike } = strikingClock()
    const through = await proxy(-1, strike)
    const client = clientOf({ clock, proxyFor: async () => `http://${through.host}` })
    expect(await client.extend({ apiUrl: 'https://vendor.invalid', key: canary }, request)).toEqual({
      phase: 'not-sent',
      reason: 'The vendor did not answer within 5 seconds.',
    })
  })

  it.each(['socks5://127.0.0.1:1', 'nonsense', 'pac+http://x'])(
    'one that no tunnel can be asked of (%s): not sent, never straight',
    async (url) => {
      const exchange = await clientOf({ proxyFor: async () => url }).extend(
        { apiUrl: 'https://vendor.invalid', key: canary },
        request,
      )
      expect(exchange).toMatchObject({
        phase: 'not-sent',
        reason: expect.stringMatching(/^The system’s proxy is of a kind/),
      })
    },
  )

  it('a setting that cannot be read: not sent, and its error is not quoted', async () => {
    const proxyFor = () => Promise.reject(new Error('secret@proxy'))
    const exchange = await clientOf({ proxyFor }).extend(
      { apiUrl: 'https://vendor.invalid', key: canary },
      request,
    )
    expect(exchange).toEqual({
      phase: 'not-sent',
      reason: 'The system’s proxy settings could not be read.',
    })
  })

  it('one that is not there: not sent', async () => {
    const gone = await proxy(200)
    await closers.pop()?.()
    const client = clientOf({ proxyFor: async () => `http://${gone.host}` })
    expect(await client.extend({ apiUrl: 'https://vendor.invalid', key: canary }, request)).toEqual({
      phase: 'not-sent',
      reason: 'The vendor could not be reached through the proxy: the connection was refused.',
    })
  })
})
