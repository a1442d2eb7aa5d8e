import type { AutoExtendRequest } from '../../shared/domain/autoExtend.ts'
import type {
  Exchange,
  OrderList,
  PaidTimes,
  PromoCode,
  QuoteAnswer,
  ReadProblem,
  VendorAccess,
} from '../../shared/domain/exchange.ts'
import type { Money } from '../../shared/domain/money.ts'
import type { ExtendRequest } from '../../shared/domain/renewal.ts'
import { err, ok, type Result } from '../../shared/domain/result.ts'
import type { ProxyType } from '../../shared/domain/rules/proxyTypes.ts'
import { type AddressProblem, addressOf } from './address.ts'
import { autoExtendOnce } from './autoExtend.ts'
import { exchange, type WireAnswer, type Wires } from './exchange.ts'
import { extendBody, extendOnce } from './extend.ts'
import { sendPaced } from './paced.ts'
import { createPacing, type Pacing, pacingTerms } from './pacing.ts'
import { problem, wireProblem } from './problems.ts'
import { createVoice, type Voice } from './redact.ts'
import {
  readBalance,
  readOrders,
  readPeriods,
  readPromoCodes,
  readQuote,
  readSuccess,
  unreadable,
} from './replies.ts'
import { type RetryTerms, readRetries, withRetries } from './retry.ts'
import { breathe } from './slices.ts'

/** The vendor's API. Nothing in it rejects, and no text that it gives holds the key. */
export interface VendorClient {
  /** The price of a renewal now (`calculate/extend/order`); costs nothing and is retried like a read. */
  readonly quote: (access: VendorAccess, request: ExtendRequest) => Promise<QuoteAnswer>
  /**
   * The one paid call (`extend/order`): once, no retry, no redirect. `times`: what bounds it beside its own limit;
   * without them it was decided on now.
   */
  readonly extend: (access: VendorAccess, request: ExtendRequest, times?: PaidTimes) => Promise<Exchange>
  readonly balance: (access: VendorAccess) => Promise<Result<Money, ReadProblem>>
  /** Rental periods in days that the vendor offers for a type. */
  readonly periods: (
    access: VendorAccess,
    proxyType: ProxyType,
  ) => Promise<Result<readonly number[], ReadProblem>>
  readonly promoCodes: (access: VendorAccess) => Promise<Result<readonly PromoCode[], ReadProblem>>
  /** The rented addresses, gathered into orders. */
  readonly orders: (access: VendorAccess) => Promise<Result<OrderList, ReadProblem>>
  /** Switches the vendor's auto-extend (`extend/order/auto`): once, no retry, no redirect, as the paid call. */
  readonly autoExtend: (access: VendorAccess, request: AutoExtendRequest) => Promise<Exchange>
  /** What the vendor asked to wait for; every call above keeps to it. */
  readonly pacing: Pacing
}

/** What the client needs from outside; see `Wires`. */
export interface VendorClientOptions extends Wires {
  /** Limit of the paid call in ms, everything included. */
  readonly paidLimitMs?: number
  /** Limit of every other call in ms, for each attempt. */
  readonly readLimitMs?: number
  /** How reads and quotes are retried. */
  readonly retries?: RetryTerms
}

/** A call that costs nothing. */
interface ReadCall {
  readonly method: 'GET' | 'POST'
  readonly endpoint: string
  readonly query?: Readonly<Record<string, string>>
  readonly body?: string
  /** Bytes of a reply that are read at most. */
  readonly maxBytes?: number
}

type Reply = Extract<WireAnswer, { kind: 'reply' }>

const shortReply = 1024 * 1024
const listReply = 32 * 1024 * 1024

/** Makes the client. Nothing is loaded and nothing is sent before the first call. */
export function createVendorClient(options: VendorClientOptions): VendorClient {
  const { clock, paidLimitMs = 120_000, readLimitMs = 30_000, retries = readRetries } = options
  const pacing = createPacing(clock, { ...pacingTerms, firstMs: retries.backoffMs })

  /** A whole reply on HTTP 200. */
  const fetchReply = async (access: VendorAccess, call: ReadCall): Promise<Result<Reply, ReadProblem>> => {
    const address = addressOf(access, call.endpoint, call.query)
    if (!address.ok) return err(addressProblem(address.error))
    const request = {
      method: call.method,
      address: address.value,
      body: call.body ?? null,
      limitMs: readLimitMs,
      maxBytes: call.maxBytes ?? shortReply,
    }
    const attempt = () =>
      sendPaced(pacing, clock.wait, access, retries.longestWaitMs, () => exchange(options, request))
    const answer = await withRetries(attempt, retries)
    const wrong = wireProblem(answer, pacing.heldFor(access))
    return wrong === null && answer.kind === 'reply' ? ok(answer) : err(wrong ?? unreadable())
  }

  const read = async <T>(
    access: VendorAccess,
    call: ReadCall,
    interpret: (body: unknown, voice: Voice) => Result<T, ReadProblem>,
  ): Promise<Result<T, ReadProblem>> => {
    const reply = await fetchReply(access, call)
    if (!reply.ok) return reply
    const voice = createVoice(access.key)
    const body = readSuccess(reply.value.text, voice)
    return body.ok ? interpret(body.value, voice) : body
  }

  return {
    async quote(access, request) {
      const call: ReadCall = {
        method: 'POST',
        endpoint: 'calculate/extend/order',
        body: extendBody(request),
      }
      const reply = await fetchReply(access, call)
      if (!reply.ok) return { kind: 'none', problem: reply.error }
      const answer = readQuote(reply.value.text, createVoice(access.key), clock.now())
      return answer.kind === 'quoted' ? { ...answer, vendorAt: reply.value.vendorAt } : answer
    },
    extend: (access, request, times = {}) =>
      extendOnce({ ...options, limitMs: paidLimitMs, pacing }, access, request, times),
    balance: (access) => read(access, { method: 'GET', endpoint: 'balance' }, readBalance),
    periods: (access, proxyType) =>
      read(access, { method: 'GET', endpoint: 'rentPeriod', query: { proxyType } }, readPeriods),
    promoCodes: (access) => read(access, { method: 'GET', endpoint: 'promoCode' }, readPromoCodes),
    async orders(access) {
      const call: ReadCall = { method: 'GET', endpoint: 'ipAddress', maxBytes: listReply }
      const reply = await fetchReply(access, call)
      if (!reply.ok) return reply
      // Taking the text in and making sense of it are two works: each may be long.
      await breathe()
      const list = await readOrders(reply.value.text, createVoice(access.key))
      return list.ok ? ok({ ...list.value, vendorAt: reply.value.vendorAt }) : list
    },
    autoExtend: (access, request) =>
      autoExtendOnce({ ...options, limitMs: readLimitMs, pacing }, access, request),
    pacing,
  }
}

function addressProblem(wrong: AddressProblem): ReadProblem {
  return problem(wrong.about === 'key' ? 'key-unknown' : 'offline', wrong.message)
}
