/**
 * Faults on demand, for tests only: the app never imports this file, so the shipped vendor has no such switch.
 * A plan says which request it takes, whether the money moves, and what the client gets to see.
 */
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import type { LedgerEntry } from './ledger.ts'
import { type Odd, oddReply } from './odd.ts'
import type { ReplyBody } from './replies.ts'
import { type Exchange, type FaultDesk, replyText } from './server.ts'
import type { EndpointName } from './types.ts'

/** What the client gets to see. `clean` ends a connection with FIN instead of RST. */
export type FaultKind =
  /** The plain reply; for delays and holds alone. */
  | { readonly kind: 'none' }
  /** The connection dies before the body is read; never acts. */
  | { readonly kind: 'resetBeforeBody'; readonly clean?: boolean }
  /** The body is read, then the connection dies; never acts. */
  | { readonly kind: 'resetBeforeActing'; readonly clean?: boolean }
  /** The request is carried out, then the connection dies without a byte of reply. */
  | { readonly kind: 'resetAfterActing'; readonly clean?: boolean }
  /** The head and the first `bytes` bytes of the reply, then the connection dies. */
  | { readonly kind: 'resetDuringReply'; readonly bytes: number; readonly clean?: boolean }
  /** An HTML page. */
  | { readonly kind: 'html'; readonly status: number }
  /** The true reply under another HTTP status, for example 500. */
  | { readonly kind: 'status'; readonly status: number }
  /** 429 with an error in JSON, and Retry-After (seconds) when given. */
  | { readonly kind: 'tooMany'; readonly retryAfter?: number }
  /** The first `bytes` bytes of the reply (default: half), with a content-length that tells so, or tells the whole. */
  | { readonly kind: 'truncated'; readonly bytes?: number; readonly length: 'right' | 'wrong' }
  /** A redirect, to the same address unless told otherwise. */
  | { readonly kind: 'redirect'; readonly status: 301 | 302 | 303 | 307 | 308; readonly location?: string }
  /** The true reply with something odd about it; see odd.ts. */
  | { readonly kind: 'odd'; readonly change: Odd }
  /** A refusal with any code, in the shape of the true reply's fields. */
  | { readonly kind: 'error'; readonly code: number; readonly message?: string }
  /** Any text under any status. */
  | { readonly kind: 'raw'; readonly status: number; readonly text: string; readonly contentType?: string }
  /** Nothing, until the client leaves or the vendor closes. */
  | { readonly kind: 'hang' }

/** Which request a fault takes, and when things happen. */
export interface FaultAim {
  /** Every endpoint when left out. */
  readonly endpoint?: EndpointName
  /** The how-many-th matching request from now on is the first taken; default 1. */
  readonly nth?: number
  /** How many requests it takes from then on; default 1. */
  readonly times?: number
  /** Whether the request is carried out (and the money taken); default true. */
  readonly acts?: boolean
  /** Ms between the body's end and acting. A client that leaves meanwhile does not stop the vendor. */
  readonly delayBeforeMs?: number
  /** Ms between acting and the reply. */
  readonly delayReplyMs?: number
  /** Waits at this point until `release()`. */
  readonly hold?: 'beforeActing' | 'beforeReply'
}

/** One fault to come. */
export type FaultPlan = FaultAim & FaultKind

/** A fault that was planned. */
export interface PlannedFault {
  /** Resolves when the fault takes its first request and stands at its hold, or has acted (or would have). */
  readonly reached: Promise<LedgerEntry>
  /** Lets a held request go on, now or when it comes. */
  release(): void
  /** How many requests it has taken. */
  readonly taken: number
}

/** A desk that tests plan faults at. */
export interface Faults extends FaultDesk {
  /** Plans a fault. Several that match: the first planned goes first. */
  plan(plan: FaultPlan): PlannedFault
  /** Drops everything not taken yet. */
  clear(): void
  /** How many plans still have requests to take. */
  readonly pending: number
}

interface Planned {
  readonly plan: FaultPlan
  seen: number
  taken: number
  readonly gate: Promise<void>
  readonly arrive: (entry: LedgerEntry) => void
}

/** Makes an empty desk. */
export function createFaults(): Faults {
  let waiting: Planned[] = []
  return {
    get pending() {
      return waiting.length
    },
    clear() {
      waiting = []
    },
    plan(plan) {
      const gate = withResolvers<void>()
      const reached = withResolvers<LedgerEntry>()
      const planned: Planned = { plan, seen: 0, taken: 0, gate: gate.promise, arrive: reached.resolve }
      waiting.push(planned)
      return {
        reached: reached.promise,
        release: () => gate.resolve(),
        get taken() {
          return planned.taken
        },
      }
    },
    take(entry) {
      const matching = waiting.filter(
        ({ plan }) => plan.endpoint === undefined || plan.endpoint === entry.endpoint,
      )
      for (const planned of matching) planned.seen += 1
      const chosen = matching.find((planned) => planned.seen >= (planned.plan.nth ?? 1))
      if (!chosen) return undefined
      chosen.taken += 1
      if (chosen.taken >= (chosen.plan.times ?? 1)) waiting = waiting.filter((planned) => planned !== chosen)
      return (exchange) => run(exchange, chosen)
    },
  }
}

/** `Promise.withResolvers`, which Node 20 does not have. */
function withResolvers<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => {}
  const promise = new Promise<T>((settle) => {
    resolve = settle
  })
  return { promise, resolve }
}

async function run(exchange: Exchange, planned: Planned): Promise<void> {
  const { plan } = planned
  if (plan.kind !== 'resetBeforeBody' && !(await exchange.readBody())) return
  await pause(exchange, plan.delayBeforeMs)
  if (plan.hold === 'beforeActing') await held(exchange, planned)
  if (plan.kind === 'resetBeforeBody' || plan.kind === 'resetBeforeActing') {
    planned.arrive(exchange.entry)
    drop(exchange, plan.clean)
    return
  }
  const reply = (plan.acts ?? true) ? exchange.act() : exchange.preview()
  await pause(exchange, plan.delayReplyMs)
  if (plan.hold === 'beforeReply') await held(exchange, planned)
  planned.arrive(exchange.entry)
  await finish(exchange, plan, reply)
}

/** Waits; rejects when the vendor closes, so that nothing acts after that. */
async function pause(exchange: Exchange, ms: number | undefined): Promise<void> {
  if (ms !== undefined) await sleep(ms, undefined, { signal: exchange.closing })
}

async function held(exchange: Exchange, planned: Planned): Promise<void> {
  planned.arrive(exchange.entry)
  const closed = withResolvers<void>()
  const close = (): void => closed.resolve()
  exchange.closing.addEventListener('abort', close, { once: true })
  await Promise.race([planned.gate, closed.promise])
  exchange.closing.removeEventListener('abort', close)
  exchange.closing.throwIfAborted()
}

function drop(exchange: Exchange, clean = false): void {
  const { socket } = exchange.request
  if (clean) socket.destroy()
  else socket.resetAndDestroy()
}

async function finish(exchange: Exchange, plan: FaultPlan, reply: ReplyBody): Promise<void> {
  const text = replyText(reply)
  switch (plan.kind) {
    case 'none':
      return exchange.send(exchange.plainStatus, text)
    case 'resetBeforeBody':
    case 'resetBeforeActing':
    case 'resetAfterActing':
      return drop(exchange, plan.clean)
    case 'resetDuringReply':
      return sendPart(exchange, text, plan.bytes, plan.clean)
    case 'html':
      return exchange.send(plan.status, page(plan.status), { 'content-type': 'text/html; charset=utf-8' })
    case 'status':
      return exchange.send(plan.status, text)
    case 'tooMany': {
      const retry: Record<string, string> =
        plan.retryAfter === undefined ? {} : { 'retry-after': String(plan.retryAfter) }
      return exchange.send(429, '{"success":false,"error":{"code":429,"message":"Too many requests"}}', retry)
    }
    case 'truncated': {
      const bytes = plan.bytes ?? Math.floor(Buffer.byteLength(text) / 2)
      if (plan.length === 'wrong') return sendPart(exchange, text, bytes, true)
      return exchange.send(200, Buffer.from(text).subarray(0, bytes).toString('utf8'))
    }
    case 'redirect':
      return exchange.send(plan.status, '', { location: plan.location ?? exchange.entry.path })
    case 'odd':
      return exchange.send(200, replyText(oddReply(reply, plan.change)))
    case 'error': {
      const error = { code: plan.code, message: plan.message ?? `Error ${plan.code}` }
      return exchange.send(200, replyText({ ...reply, success: false, error }))
    }
    case 'raw':
      return exchange.send(plan.status, plan.text, { 'content-type': plan.contentType ?? 'application/json' })
    case 'hang':
      if (!exchange.response.destroyed) await once(exchange.response, 'close')
  }
}

/** Promises the whole text, sends its first bytes and ends the connection. */
async function sendPart(exchange: Exchange, text: string, bytes: number, clean = false): Promise<void> {
  const whole = Buffer.from(text)
  const { response } = exchange
  if (!exchange.begin(200, { 'content-length': whole.length })) return
  response.flushHeaders()
  if (bytes > 0)
    await new Promise<void>((resolve) => response.write(whole.subarray(0, bytes), () => resolve()))
  drop(exchange, clean)
}

function page(status: number): string {
  return `<!doctype html><html><head><title>${status}</title></head><body><h1>${status}</h1></body></html>`
}
