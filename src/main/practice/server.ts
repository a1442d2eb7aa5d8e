/** The embedded vendor's HTTP side: loopback only, one exchange per request, everything written to the ledger. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { handle, type Route, routeOf } from './endpoints.ts'
import { type LedgerEntry, type OpenEntry, paidRequestsOf } from './ledger.ts'
import { toAmount } from './money.ts'
import type { Handled, ReplyBody } from './replies.ts'
import type { VendorWorld } from './world.ts'

const HOST = '127.0.0.1'
const MAX_BODY = 1024 * 1024
const ENTRIES_KEPT = 10_000

/** One request in the hands of whoever answers it: the plain way below, or a test's fault. */
export interface Exchange {
  readonly entry: LedgerEntry
  readonly request: IncomingMessage
  readonly response: ServerResponse
  /** The status of a plain reply: 200 for success and failure alike (vendor doc), 404 outside the API's paths. */
  readonly plainStatus: 200 | 404
  /** Aborted when the vendor closes. */
  readonly closing: AbortSignal
  /** Reads the body to its end; false when the client left first or sent more than 1 MiB. */
  readBody(): Promise<boolean>
  /** Carries the request out, taking the money where it is due, and gives the reply. */
  act(): ReplyBody
  /** The reply that `act` would give, with no effect at all. */
  preview(): ReplyBody
  /** Writes status and headers; false when the client has left. */
  begin(status: number, headers?: Readonly<Record<string, string | number>>): boolean
  /** Sends status, headers and the whole text; does nothing when the client has left. */
  send(status: number, text: string, headers?: Readonly<Record<string, string | number>>): void
}

/** May take a request out of the plain way. Only tests bring one; without it the server has no such switch. */
export interface FaultDesk {
  take(entry: LedgerEntry): ((exchange: Exchange) => Promise<void>) | undefined
}

/** How to start a vendor. `port` 0 (the default) lets the system choose; `now` (ms) stamps the ledger. */
export interface VendorOptions {
  readonly world: VendorWorld
  readonly port?: number
  readonly now?: () => number
  readonly faults?: FaultDesk
  /** Told when a request was carried out, before its reply goes out: whoever keeps the books saves them. */
  readonly carriedOut?: (entry: LedgerEntry) => void
}

/** A vendor that listens. */
export interface PracticeVendor {
  /** `http://127.0.0.1:PORT` */
  readonly url: string
  readonly world: VendorWorld
  /** Every request so far, oldest first (the last 10,000). */
  readonly requests: readonly LedgerEntry[]
  /** Every `extend/order` and `extend` POST whose body arrived whole; `acted` tells whether it charged. */
  paidRequests(): readonly LedgerEntry[]
  /** Stops listening and drops every connection. */
  close(): Promise<void>
}

/** A reply's body as text: laid out as in the vendor's own samples. */
export function replyText(body: ReplyBody): string {
  return `${JSON.stringify(body, null, 2)}\n`
}

/** Starts the vendor on loopback. Rejects when the port is taken. */
export async function startVendor(options: VendorOptions): Promise<PracticeVendor> {
  const { world, faults } = options
  const now = options.now ?? world.now
  const entries: OpenEntry[] = []
  const closing = new AbortController()
  const connections = new WeakMap<object, number>()
  let connected = 0

  const server = createServer((request, response) => {
    const method = request.method ?? 'GET'
    const path = request.url ?? '/'
    const route = routeOf(method, path)
    const entry: OpenEntry = {
      at: now(),
      endpoint: route?.endpoint ?? 'unknown',
      method,
      path,
      headers: request.headers,
      connection: connections.get(request.socket) ?? 0,
      keyKnown: route?.key != null && world.account(route.key) !== undefined,
      body: '',
      arrived: false,
      acted: false,
      price: null,
      status: null,
    }
    entries.push(entry)
    if (entries.length > ENTRIES_KEPT) entries.shift()
    const exchange = exchangeOf(world, route, entry, request, response, closing.signal, options.carriedOut)
    const answer = faults?.take(entry) ?? answerPlainly
    answer(exchange).catch(() => response.destroy())
  })
  server.on('connection', (socket) => {
    connected += 1
    connections.set(socket, connected)
  })
  const port = await listen(server, options.port ?? 0)

  return {
    url: `http://${HOST}:${port}`,
    world,
    requests: entries,
    paidRequests: () => paidRequestsOf(entries),
    close() {
      closing.abort()
      return new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
    },
  }
}

async function answerPlainly(exchange: Exchange): Promise<void> {
  if (await exchange.readBody()) exchange.send(exchange.plainStatus, replyText(exchange.act()))
}

function exchangeOf(
  world: VendorWorld,
  route: Route | null,
  entry: OpenEntry,
  request: IncomingMessage,
  response: ServerResponse,
  closing: AbortSignal,
  carriedOut: VendorOptions['carriedOut'],
): Exchange {
  const carryOut = (books: VendorWorld): Handled => {
    if (!route) return { body: { success: false, error: { code: 404, message: 'Not found' } }, charge: null }
    const contentType = request.headers['content-type'] ?? ''
    return handle(books, route, { contentType, body: entry.body })
  }
  const begin: Exchange['begin'] = (status, headers = {}) => {
    if (response.destroyed) return false
    entry.status = status
    // Its own clock, as every server's Date header tells (RFC 9110, 6.6.1), and not this process's.
    const date = new Date(world.now()).toUTCString()
    response.writeHead(status, { date, 'content-type': 'application/json; charset=utf-8', ...headers })
    return true
  }
  return {
    entry,
    request,
    response,
    plainStatus: route ? 200 : 404,
    closing,
    async readBody() {
      const body = await bodyOf(request)
      if (body === null) {
        request.socket.destroy()
        return false
      }
      entry.body = body
      entry.arrived = true
      return true
    },
    act() {
      const { body, charge } = carryOut(world)
      if (charge) {
        entry.acted = true
        entry.price = toAmount(charge.price)
      }
      carriedOut?.(entry)
      return body
    },
    preview: () => carryOut(world.clone()).body,
    begin,
    send(status, text, headers = {}) {
      if (begin(status, { 'content-length': Buffer.byteLength(text), ...headers })) response.end(text)
    },
  }
}

/** The body's text, or null when it did not come whole. */
async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > MAX_BODY) return null
      chunks.push(chunk)
    }
  } catch {
    return null
  }
  return request.complete ? Buffer.concat(chunks).toString('utf8') : null
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, HOST, () => {
      server.off('error', reject)
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
}
