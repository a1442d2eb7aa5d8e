import type { Dispatcher } from 'undici'
import type { PaidTimes } from '../../shared/domain/exchange.ts'
import { type Clocks, elapsed, type Moment, momentOf } from '../../shared/elapsed.ts'
import { words } from '../../shared/words/words.ts'
import type { Address } from './address.ts'
import { isUsableProxy, openDispatcher } from './connection.ts'
import { createGate, type Gate } from './gate.ts'
import { parseHttpDate, parseRetryAfter } from './retryAfter.ts'
import {
  agedTrouble,
  brokenTrouble,
  limitTrouble,
  sleptTrouble,
  type Trouble,
  tooLongTrouble,
  troubleAfterSending,
} from './trouble.ts'

/** Ms between two looks at the clocks: a sleeping machine stops every timer, and no timer tells of that. */
const lookEveryMs = 5000
/** Ms by which clocks and timers may differ without a sleep. */
const grainMs = 1000

/** What every exchange needs from outside. */
export interface Wires {
  readonly clock: Clocks & {
    /** Resolves after `ms` on the monotonic clock; may end early once `signal` is aborted. */
    readonly wait: (ms: number, signal?: AbortSignal) => Promise<void>
  }
  /** The proxy's URL for an address (which never holds the key), or null: straight. */
  readonly proxyFor: (url: string) => Promise<string | null>
  /** PEM of the only authorities to trust; absent: Node's own. */
  readonly ca?: string | undefined
}

/** One request. A body is JSON. */
export interface WireRequest {
  readonly method: 'GET' | 'POST'
  readonly address: Address
  readonly body: string | null
  /** For everything together: proxy, name, connection, TLS, request, reply. In ms, by either clock. */
  readonly limitMs: number
  /** When it was asked for, ms since the epoch, where that is earlier than now: the limit counts from then. */
  readonly askedAt?: number | undefined
  /** The price it pays: no socket is handed over any more once that is older than `lifeMs`. */
  readonly quote?: PaidTimes['quote']
  /** More than this of a reply is not read. */
  readonly maxBytes: number
}

/**
 * What came of a request. `not-sent`: no socket was ever handed to it. `lost`: one was, and no whole reply came.
 * `reply`: a whole one of any HTTP status. Texts are as they came: whoever takes them out of here redacts them.
 */
export type WireAnswer =
  | { readonly kind: 'not-sent'; readonly trouble: Trouble }
  | {
      readonly kind: 'lost'
      readonly trouble: Trouble
      readonly httpStatus: number | null
      /** What did come of the reply; null when not even a status line did. */
      readonly text: string | null
      readonly retryAfter: number | null
    }
  | {
      readonly kind: 'reply'
      readonly httpStatus: number
      readonly text: string
      /** Ms, by the Retry-After header. */
      readonly retryAfter: number | null
      /** The vendor's own clock, ms since the epoch, by the Date header; null where that is missing, or a cache's. */
      readonly vendorAt: number | null
    }

/** A reply as far as it has come. */
interface Arriving {
  httpStatus: number | null
  retryAfter: number | null
  vendorAt: number | null
  readonly chunks: Buffer[]
}

class KnownTrouble extends Error {
  readonly trouble: Trouble

  constructor(trouble: Trouble) {
    super(trouble.message)
    this.trouble = trouble
  }
}

/**
 * Carries out one request, once: no retry, no redirect followed, a connection of its own. Never rejects.
 *
 * It goes through undici's `request` and not its `fetch`: fetch follows the Fetch standard and by it sends a POST
 * again on HTTP 421 (undici 7.30, httpNetworkOrCacheFetch). `request` has no such path, and the gate would
 * refuse it if it had.
 */
export async function exchange(wires: Wires, request: WireRequest): Promise<WireAnswer> {
  let proxied = false
  const began = beginning(wires.clock, request.askedAt)
  const tooLate = (): Trouble | null => {
    if (elapsed(wires.clock, began) > request.limitMs) return sleptTrouble(request.limitMs, false)
    const { quote } = request
    return quote && elapsed(wires.clock, quote.at) > quote.lifeMs ? agedTrouble(quote.lifeMs) : null
  }
  const gate = createGate({ proxied: () => proxied, tooLate })
  const arriving: Arriving = { httpStatus: null, retryAfter: null, vendorAt: null, chunks: [] }
  const ended = new AbortController()

  const work = carryOut(wires, request, gate, arriving, () => {
    proxied = true
  }).then(
    () => null,
    (error: unknown) => troubleOf(error, gate),
  )
  const limit = limitPassed(wires.clock, request.limitMs, began, ended.signal).then((slept) =>
    slept ? sleptTrouble(request.limitMs, gate.handed) : limitTrouble(request.limitMs),
  )

  const trouble = await Promise.race([work, limit])
  // From here on nothing passes the gate any more, so that `handed` is final.
  gate.abandon()
  ended.abort()
  return answerOf(trouble, gate, arriving)
}

function beginning(clocks: Clocks, askedAt: number | undefined): Moment {
  const now = momentOf(clocks)
  return { ...now, wall: Math.min(now.wall, askedAt ?? now.wall) }
}

/**
 * Resolves once the limit has passed: false when its timer ran out, true when the clocks say so although the timer has
 * not, which is soon after a sleep. A wall clock set forward meanwhile looks the same: the call then ends early, as
 * `not sent` or as `unknown`, and neither harms.
 */
async function limitPassed(
  clock: Wires['clock'],
  limitMs: number,
  began: Moment,
  ended: AbortSignal,
): Promise<boolean> {
  const wait = (ms: number): Promise<void> => clock.wait(ms, ended).catch(() => {})
  let ranOut = false
  const timer = wait(limitMs).then(() => {
    ranOut = true
  })
  while (!ended.aborted) {
    await Promise.race([timer, wait(lookEveryMs)])
    if (ranOut) return false
    // A little beyond it, so that a timer that is merely about to run out is not taken for a sleep.
    if (elapsed(clock, began) > limitMs + grainMs) return true
  }
  return false
}

async function carryOut(
  wires: Wires,
  request: WireRequest,
  gate: Gate,
  arriving: Arriving,
  viaProxy: () => void,
): Promise<void> {
  const { origin, path, loopback } = request.address
  const proxy = loopback ? null : await askedProxy(wires, origin)
  if (proxy !== null) viaProxy()
  const dispatcher = await openDispatcher({ origin, proxy, ca: wires.ca }, gate)
  const response = await dispatcher.request({
    origin,
    path,
    method: request.method,
    headers: headersOf(request),
    body: request.body,
    reset: true,
  })
  arriving.httpStatus = response.statusCode
  const { date, 'retry-after': retryAfter } = response.headers
  arriving.retryAfter = parseRetryAfter(retryAfter, wires.clock.now(), date)
  arriving.vendorAt = parseHttpDate(date)
  // A stored reply tells when it was made, which may be hours ago.
  if (Number(response.headers.age ?? 0) > 0) arriving.vendorAt = null
  await readBody(response, request.maxBytes, arriving)
}

async function askedProxy(wires: Wires, origin: string): Promise<string | null> {
  let proxy: string | null
  try {
    proxy = await wires.proxyFor(`${origin}/`)
  } catch {
    // Going straight instead would ignore a rule that somebody set.
    throw new KnownTrouble({ message: 'The system’s proxy settings could not be read.', passing: true })
  }
  if (proxy !== null && !isUsableProxy(proxy)) {
    throw new KnownTrouble({
      message: 'The system’s proxy is of a kind that Leasebar cannot use. HTTP and HTTPS proxies work.',
      passing: false,
    })
  }
  return proxy
}

function headersOf(request: WireRequest): Record<string, string> {
  return {
    accept: 'application/json',
    // Plain, so that a length is the length and a cut is a cut.
    'accept-encoding': 'identity',
    // The address holds the key: nobody on the way is to keep it.
    'cache-control': 'no-store',
    'user-agent': 'Leasebar',
    ...(request.body === null ? {} : { 'content-type': 'application/json' }),
  }
}

async function readBody(
  response: Dispatcher.ResponseData,
  maxBytes: number,
  arriving: Arriving,
): Promise<void> {
  let size = 0
  for await (const chunk of response.body as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > maxBytes) throw new KnownTrouble(tooLongTrouble())
    arriving.chunks.push(chunk)
  }
}

function troubleOf(error: unknown, gate: Gate): Trouble {
  if (error instanceof KnownTrouble) return error.trouble
  if (gate.handed) return troubleAfterSending(error)
  return gate.connectTrouble ?? { message: words().vendor.notSent, passing: false }
}

function answerOf(trouble: Trouble | null, gate: Gate, arriving: Arriving): WireAnswer {
  const { httpStatus, retryAfter, vendorAt } = arriving
  const text = new TextDecoder().decode(Buffer.concat(arriving.chunks))
  if (!gate.handed) return { kind: 'not-sent', trouble: trouble ?? brokenTrouble() }
  if (trouble === null && httpStatus !== null)
    return { kind: 'reply', httpStatus, text, retryAfter, vendorAt }
  return {
    kind: 'lost',
    trouble: trouble ?? brokenTrouble(),
    httpStatus,
    text: httpStatus === null ? null : text,
    retryAfter,
  }
}
