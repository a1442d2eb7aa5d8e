/**
 * What the embedded vendor keeps: accounts, orders, addresses, promo codes.
 * These types are its own; nothing here is shared with the client of the vendor's API.
 */

/** The four spellings the vendor's API knows (vendor doc: "Proxy type IPv4 / IPv6 / MOBILE / ISP"). */
export const PROXY_TYPES = ['IPv4', 'IPv6', 'MOBILE', 'ISP'] as const

/** A proxy type as the vendor spells it. */
export type ProxyType = (typeof PROXY_TYPES)[number]

/** Whether a value is one of the four spellings, letter case included. */
export function isProxyType(value: unknown): value is ProxyType {
  return PROXY_TYPES.some((type) => type === value)
}

/** Whether a value is an object with keys (no array, not null). */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The endpoints of the vendor's API; `unknown` stands for every other path. */
export type EndpointName =
  | 'extend/order'
  | 'calculate/extend/order'
  | 'balance'
  | 'rentPeriod'
  | 'promoCode'
  | 'ipAddress'
  | 'extend'
  | 'extend/order/auto'
  | 'unknown'

/** One rented address. `start` and `end` are ms since the epoch. */
export interface VendorAddress {
  readonly id: string
  readonly ip: string
  readonly login: string
  readonly password: string
  readonly httpsPort: number
  readonly socks5Port: number
  start: number
  end: number
}

/** One order: addresses of one type and country that were rented together. */
export interface VendorOrder {
  readonly id: string
  readonly type: ProxyType
  /** ISO 3166 alpha-3. */
  readonly country: string
  readonly mobileOperator: string | null
  /** Days the vendor extends by shortly before expiry; null: auto-extend is off. */
  autoExtendDays: number | null
  /** True makes every renewal of the order answer error 57. */
  busy: boolean
  addresses: VendorAddress[]
}

/** A promo code of an account. Dates are ms since the epoch; `discount` is in percent. */
export interface PromoCode {
  readonly code: string
  discount: number
  /** How many renewals it may still be used for. */
  countUses: number
  startDate: number
  endDate: number
  /** True: `endDate` does not count. */
  endless: boolean
}

/** A customer of the embedded vendor. `balance` is in integer ten-thousandths of the currency. */
export interface VendorAccount {
  readonly key: string
  currency: string
  balance: number
  readonly orders: Map<string, VendorOrder>
  promoCodes: PromoCode[]
}

/** What one renewal took, as the vendor's books have it. `price` is in ten-thousandths, `at` in ms. */
export interface Charge {
  readonly at: number
  readonly key: string
  readonly orderIds: readonly string[]
  readonly addressIds: readonly string[]
  readonly days: number
  readonly price: number
  readonly promoCode: string | null
  /** True when the vendor renewed by itself (auto-extend). */
  readonly auto: boolean
}

/** How `GET ipAddress` lays out its records: the documentation leaves it open, so every form can be had. */
export interface ListingShape {
  /** Records in one list, in a list per type, or per type inside order objects. */
  form: 'flat' | 'byType' | 'byTypeAndOrder'
  /** Wraps the listing into `data`. */
  underData: boolean
  /** `ipv4`, `ipv6`, `mobile`, `isp`, or the four spellings of the requests. */
  typeKeys: 'lower' | 'exact'
  /** `ipAddressId` and `ipAddressIp`, or `id` and `ip`. */
  recordKeys: 'long' | 'short'
}

/** Amounts in ten-thousandths for one address, by rental period in days. */
export type PriceList = Readonly<Record<ProxyType, Readonly<Record<number, number>>>>

/** The rental periods that `GET rentPeriod` names, in days. */
export type PeriodList = Readonly<Record<ProxyType, readonly number[]>>
