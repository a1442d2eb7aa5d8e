import type { z } from 'zod'
import type {
  ExtendReply,
  OrderList,
  PromoCode,
  QuoteAnswer,
  ReadProblem,
} from '../../shared/domain/exchange.ts'
import type { Money } from '../../shared/domain/money.ts'
import type { VendorError } from '../../shared/domain/quote.ts'
import { err, ok, type Result } from '../../shared/domain/result.ts'
import type { Amount } from '../../shared/domain/rules/money.ts'
import { safely } from '../../shared/safely.ts'
import { words } from '../../shared/words/words.ts'
import { parseDate } from './dates.ts'
import { listingSteps } from './listing.ts'
import { problem, vendorProblem } from './problems.ts'
import type { Voice } from './redact.ts'
import {
  balanceSchema,
  envelopeSchema,
  extendFieldsSchema,
  periodsSchema,
  promoCodeSchema,
  promoCodesSchema,
  quoteFieldsSchema,
  wireErrorSchema,
} from './schemas.ts'
import { inSlices } from './slices.ts'

/** What every reply says first, with its error's words cleaned and redacted. */
export interface Envelope {
  readonly success: boolean
  readonly error: VendorError | null
  readonly body: unknown
}

/** Reads a reply's text. Null for what is no JSON, or says neither success nor failure as documented. */
export function readEnvelope(text: string, voice: Voice): Envelope | null {
  return envelopeOf(parseJson(text), voice)
}

function envelopeOf(body: unknown, voice: Voice): Envelope | null {
  const envelope = safely(envelopeSchema, body)
  if (!envelope.success) return null
  const { success, error } = envelope.data
  return { success, error: error ? vendorError(error, voice) : null, body }
}

/** Parses JSON; undefined where it is none. The parser's own message quotes the text and is dropped. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * The reply to a paid call, or null when it is not well-formed. Only `success` and `error` must be as documented:
 * after `success: true` the money is gone, whatever the other fields look like.
 */
export function readExtendReply(text: string, voice: Voice): ExtendReply | null {
  const envelope = readEnvelope(text, voice)
  if (!envelope) return null
  const fields = safely(extendFieldsSchema, envelope.body)
  if (!fields.success) return null
  const { proxyType, rentPeriodDays, quantity, promoCodeStatus } = fields.data
  return {
    success: envelope.success,
    error: envelope.error,
    proxyType: proxyType === null ? null : voice.clean(proxyType, 40),
    rentPeriodDays,
    quantity,
    balance: moneyOf(fields.data, fields.data.balance, voice),
    promoCodeStatus: statusOf(promoCodeStatus, voice),
  }
}

/** A quote's answer from a reply on HTTP 200. `now`: when it came, ms since the epoch. */
export function readQuote(text: string, voice: Voice, now: number): QuoteAnswer {
  const envelope = readEnvelope(text, voice)
  const fields = safely(quoteFieldsSchema, envelope?.body)
  if (!envelope || !fields.success) return { kind: 'none', problem: unreadable() }
  const balance = moneyOf(fields.data, fields.data.balance, voice)
  if (!envelope.success) {
    return {
      kind: 'refused',
      error: envelope.error ?? { code: 0, message: words().vendor.noReason },
      balance,
    }
  }
  // Success with an error contradicts itself: no price to rely on, but the vendor's words to show.
  if (envelope.error) return { kind: 'none', problem: vendorProblem(envelope.error) }
  const price = moneyOf(fields.data, fields.data.price, voice)
  if (!price || price.amount < 0)
    return { kind: 'none', problem: problem('bad-reply', words().vendor.noPrice) }
  return {
    kind: 'quoted',
    quote: {
      price,
      discount: fields.data.discount,
      promoCodeStatus: statusOf(fields.data.promoCodeStatus, voice),
      warnings: warningsOf(fields.data.warnings, voice),
      balance,
      at: now,
    },
  }
}

/** The body of a read that says success; else why not. */
export function readSuccess(text: string, voice: Voice): Result<unknown, ReadProblem> {
  return successOf(parseJson(text), voice)
}

function successOf(body: unknown, voice: Voice): Result<unknown, ReadProblem> {
  const envelope = envelopeOf(body, voice)
  if (!envelope) return err(unreadable())
  if (envelope.error) return err(vendorProblem(envelope.error))
  return envelope.success ? ok(envelope.body) : err(problem('vendor-error', words().vendor.noReason))
}

/** The balance, from a reply that says success. */
export function readBalance(body: unknown, voice: Voice): Result<Money, ReadProblem> {
  const fields = safely(balanceSchema, body)
  const balance = fields.success ? moneyOf(fields.data, fields.data.balance, voice) : null
  return balance ? ok(balance) : err(unreadable())
}

/** The rental periods in days, each once, from a reply that says success. */
export function readPeriods(body: unknown): Result<readonly number[], ReadProblem> {
  const fields = safely(periodsSchema, body)
  if (!fields.success) return err(unreadable())
  const days = fields.data.rentPeriodDays.filter(
    (value) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 3650,
  )
  return ok([...new Set(days as number[])].slice(0, 100))
}

/** The promo codes, from a reply that says success. A code that cannot be shown as it is sent is left out. */
export function readPromoCodes(body: unknown, voice: Voice): Result<readonly PromoCode[], ReadProblem> {
  const fields = safely(promoCodesSchema, body)
  if (!fields.success) return err(unreadable())
  const codes = fields.data.promoCodes.flatMap((value): PromoCode[] => {
    const promo = safely(promoCodeSchema, value)
    if (!promo.success) return []
    const { code, discount, endDate, endless } = promo.data
    if (voice.exact(code) === null || voice.clean(code, 80) !== code) return []
    return [{ code, discount, endsAt: endless === true ? null : parseDate(endDate) }]
  })
  return ok(codes.slice(0, 200))
}

/**
 * The list of orders, read in slices of a few ms, so that a long one stops nothing else. Its shape is not documented
 * (API.md: C), so a list without the usual `success` is taken too, as long as an order is found in it: an empty list
 * must never be read into a reply that merely looks different.
 */
export async function readOrders(text: string, voice: Voice): Promise<Result<OrderList, ReadProblem>> {
  const body = parseJson(text)
  const bare = Array.isArray(body) || (typeof body === 'object' && body !== null && !('success' in body))
  if (!bare) {
    const success = successOf(body, voice)
    if (!success.ok) return success
  }
  const list = await inSlices(listingSteps(body, voice))
  return list && (!bare || list.orders.length > 0) ? ok(list) : err(unreadable())
}

/** A reply that is not what the vendor documents. */
export function unreadable(): ReadProblem {
  return problem('bad-reply', words().vendor.unreadable)
}

function vendorError(error: z.infer<typeof wireErrorSchema>, voice: Voice): VendorError {
  const message = voice.clean(error.message, 300)
  return { code: error.code, message: message === '' ? words().vendor.error(error.code) : message }
}

function moneyOf(
  fields: { readonly currency: string | null; readonly currencyCode: string | null },
  amount: Amount | null,
  voice: Voice,
): Money | null {
  const currency = voice.clean(fields.currency ?? fields.currencyCode ?? '', 40)
  // A sum without its currency is none: sums are never compared across currencies.
  return amount === null || currency === '' || currency.length > 16 ? null : { amount, currency }
}

function statusOf(status: string | null, voice: Voice): string | null {
  return status === null ? null : voice.clean(status, 40)
}

/** A quote's warnings. One that cannot be read still is a warning: the guard must ask. */
function warningsOf(value: unknown, voice: Voice): VendorError[] {
  if (value === undefined || value === null) return []
  const warnings: readonly unknown[] = Array.isArray(value) ? value : [value]
  return warnings.slice(0, 20).map((warning) => {
    const known = safely(wireErrorSchema, warning)
    return known.success ? vendorError(known.data, voice) : { code: 0, message: words().vendor.oddWarning }
  })
}
