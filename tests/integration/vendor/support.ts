import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, connect as netConnect, type Server, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { createServer as createTlsServer } from 'node:tls'
import {
  createVendorClient,
  type VendorClient,
  type VendorClientOptions,
} from '../../../src/main/vendor/client.ts'
import type { ExtendRequest } from '../../../src/shared/domain/renewal.ts'

/** A key that must show up nowhere. */
export const canary = 'CANARY-7f3e/9a b?c#1%d&"é'

/** A renewal to ask for. */
export const request: ExtendRequest = {
  proxyType: 'IPv4',
  orderIds: ['1111111111111111111', 'a0b1c2d3e4f5a6b7c8d9'],
  rentPeriodDays: 30,
}

/** The real clock. */
export const clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  wait: async (ms: number, signal?: AbortSignal): Promise<void> => {
    await sleep(ms, undefined, signal === undefined ? {} : { signal })
  },
}

/** A clock whose limits pass when the test says so: at `strike`, every wait that has begun ends. */
export function strikingClock(): { readonly clock: typeof clock; readonly strike: () => void } {
  const waiting: (() => void)[] = []
  return {
    clock: {
      now: clock.now,
      monotonic: clock.monotonic,
      wait: () =>
        new Promise((resolve) => {
          waiting.push(resolve)
        }),
    },
    strike() {
      for (const end of waiting.splice(0)) end()
    },
  }
}

/** A client on the real clock, straight to the server, that retries without dallying. */
export function clientOf(options: Partial<VendorClientOptions> = {}): VendorClient {
  return createVendorClient({
    clock,
    proxyFor: async () => null,
    paidLimitMs: 5000,
    readLimitMs: 5000,
    retries: { limit: 2, backoffMs: 1, longestWaitMs: 1500 },
    ...options,
  })
}

/** A self-signed certificate for `localhost` and `vendor.invalid`, and its key; for these tests only. */
export const tlsPair = {
  cert: readFileSync(new URL('./tls/cert.pem', import.meta.url), 'utf8'),
  key: readFileSync(new URL('./tls/key.pem', import.meta.url), 'utf8'),
}

/** What the server does with a request; `arrived` is its text when its head and body are there. */
export type Behaviour = (socket: Socket, arrived: Promise<string>, nth: number) => void | Promise<void>

/** A server that speaks TCP only: what it receives is kept byte for byte. */
export interface RawServer {
  readonly port: number
  readonly url: string
  /** Everything received, by connection. */
  readonly received: readonly string[]
  /** How many POST requests have begun to arrive, over all connections. */
  posts(): number
  /** Resolves when every connection begun before has been accepted. */
  fence(): Promise<void>
  close(): Promise<void>
}

/** Starts a raw server on loopback. */
export async function rawServer(behaviour: Behaviour, tls = false): Promise<RawServer> {
  const received: string[] = []
  const sockets = new Set<Socket>()
  let fences = 0
  const onConnection = (socket: Socket): void => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => sockets.delete(socket))
    const nth = received.push('') - 1
    const arrived = new Promise<string>((resolve) => {
      socket.on('data', (chunk) => {
        received[nth] += chunk.toString('utf8')
        if (isWhole(received[nth] ?? '')) resolve(received[nth] ?? '')
      })
    })
    void behaviour(socket, arrived, nth + 1 - fences)
  }
  const server: Server = tls ? createTlsServer(tlsPair, onConnection) : createServer(onConnection)
  server.on('tlsClientError', () => {})
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    port,
    url: tls ? `https://localhost:${port}` : `http://127.0.0.1:${port}`,
    received,
    posts: () => received.reduce((sum, text) => sum + (text.match(/POST \//g)?.length ?? 0), 0),
    async fence() {
      fences += 1
      const accepted = once(server, 'connection')
      const socket = netConnect(port, '127.0.0.1').on('error', () => {})
      await accepted
      socket.destroy()
    },
    async close() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

function isWhole(text: string): boolean {
  const end = text.indexOf('\r\n\r\n')
  if (end < 0) return false
  const length = Number(/content-length: (\d+)/i.exec(text)?.[1] ?? 0)
  return Buffer.byteLength(text.slice(end + 4)) >= length
}

/** An HTTP reply as text, with a true content-length unless told otherwise. */
export function httpReply(
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): string {
  const all = {
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    ...headers,
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`)
  return [`HTTP/1.1 ${status} X`, ...lines, '', body].join('\r\n')
}

/** A reply to a paid call that went through. */
export const renewedBody = JSON.stringify({
  success: true,
  proxyType: 'IPv4',
  rentPeriodDays: 30,
  quantity: 2,
  ipAddressIds: ['1', '2'],
  balance: 12.5,
  currency: 'USD',
  error: null,
  promoCodeStatus: null,
})
