import type { Moment } from '../elapsed.ts'
import type { Money } from './money.ts'
import type { LiveOrder } from './order.ts'
import type { Quote, VendorError } from './quote.ts'

/** Which account at which address; the key is held for the length of a call only. */
export interface VendorAccess {
  /** Origin of the API, such as `https://youproxy.io`. */
  readonly apiUrl: string
  readonly key: string
}

/** Times that bound the one paid request. */
export interface PaidTimes {
  /** When it was decided on, ms since the epoch: its limit counts from then by the wall clock. */
  readonly askedAt?: number | undefined
  /** The quote whose price is paid, and how old it may be in ms when the request goes out; null or absent: none. */
  readonly quote?: { readonly at: Moment; readonly lifeMs: number } | null
}

/** The reply to `extend/order`, read tolerantly: only `success` and `error` are sure (API.md), the rest may be missing. */
export interface ExtendReply {
  readonly success: boolean
  readonly error: VendorError | null
  readonly proxyType: string | null
  readonly rentPeriodDays: number | null
  readonly quantity: number | null
  readonly balance: Money | null
  readonly promoCodeStatus: string | null
}

/**
 * What became of the one paid request, by phase and not by error code (DESIGN.md, Judge).
 * `not-sent`: no socket (with TLS finished, where it is https) was ever handed to the request, or a proxy refused
 * the tunnel. `lost`: it may have arrived, and no whole, well-formed reply on HTTP 200 came back. `replied`: one came.
 * Every text in it is redacted.
 */
export type Exchange =
  | { readonly phase: 'not-sent'; readonly reason: string }
  | {
      readonly phase: 'lost'
      readonly reason: string
      readonly httpStatus: number | null
      readonly raw: string | null
      /** Ms to wait by the vendor's Retry-After; null when it gave none. */
      readonly retryAfter: number | null
    }
  | { readonly phase: 'replied'; readonly raw: string; readonly reply: ExtendReply }

/** Why a read came to nothing. `message` is for a person, redacted. */
export interface ReadProblem {
  readonly kind: 'offline' | 'bad-reply' | 'vendor-error' | 'key-unknown' | 'rate-limited'
  readonly message: string
  /** The vendor's own error where it answered with one. */
  readonly vendorError: VendorError | null
  /** Ms to wait by the vendor's Retry-After; null when it gave none. */
  readonly retryAfter: number | null
}

/** The answer to a quote: a price, the vendor's no, or nothing usable. */
export type QuoteAnswer =
  | {
      readonly kind: 'quoted'
      readonly quote: Quote
      /** The vendor's own clock as it answered (ms since the epoch, its Date header); null or absent: not told. */
      readonly vendorAt?: number | null
    }
  | { readonly kind: 'refused'; readonly error: VendorError; readonly balance: Money | null }
  | { readonly kind: 'none'; readonly problem: ReadProblem }

/** The vendor's list of orders, and how many of its records could not be understood. */
export interface OrderList {
  readonly orders: readonly LiveOrder[]
  readonly notUnderstood: number
  /** The vendor's own clock as it answered (ms since the epoch, its Date header); null or absent: not told. */
  readonly vendorAt?: number | null
}

/** A promo code of an account. */
export interface PromoCode {
  readonly code: string
  /** Percent, as the vendor gave it; null when unreadable. */
  readonly discount: number | null
  /** Ms since the epoch; null: endless or unreadable. */
  readonly endsAt: number | null
}
