/** The replies of the embedded vendor: error codes with their words, and what a refusal looks like per endpoint. */
import { toAmount } from './money.ts'
import type { Charge, EndpointName, VendorAccount } from './types.ts'

/** A JSON object on its way out. Key order is the order on the wire. */
export type ReplyBody = Readonly<Record<string, unknown>>

/** What handling a request came to: the body, and what was taken for it (null: nothing). */
export interface Handled {
  readonly body: ReplyBody
  readonly charge: Charge | null
}

/** Codes and messages: 2, 4, 16, 24 and 29 as documented; for the others only the meaning is known, the text is ours. */
export const ERRORS = {
  2: 'Error api key',
  3: 'Service unavailable',
  4: 'Incorrect proxy type',
  11: 'Incorrect rent period',
  16: 'Insufficient funds on balance',
  24: 'Incorrect ip addresses',
  25: 'Incorrect order code',
  28: 'All ip addresses of the order must be sent',
  29: 'Incorrect orderIds',
  35: 'Unknown error',
  57: 'A renewal of this order is already in progress',
} as const

/** A code the embedded vendor can answer with. */
export type ErrorCode = keyof typeof ERRORS

/** An error or a warning as the API writes it. */
export function errorOf(code: ErrorCode): { code: number; message: string } {
  return { code, message: ERRORS[code] }
}

/** A refusal in the endpoint's own shape. A refused renewal still carries balance and currency (vendor doc). */
export function refusal(endpoint: EndpointName, code: ErrorCode, account?: VendorAccount): Handled {
  const error = errorOf(code)
  const balance = account ? toAmount(account.balance) : 0
  const currency = account?.currency ?? null
  return { body: SHAPES[endpoint](balance, currency, error), charge: null }
}

type Shape = (balance: number, currency: string | null, error: { code: number; message: string }) => ReplyBody

const refusedRenewal: Shape = (balance, currency, error) => ({
  success: false,
  proxyType: null,
  rentPeriodDays: 0,
  quantity: 0,
  ipAddressIds: [],
  balance,
  currency,
  error,
  promoCodeStatus: null,
})

const SHAPES: Readonly<Record<EndpointName, Shape>> = {
  'extend/order': refusedRenewal,
  extend: refusedRenewal,
  'extend/order/auto': (balance, currency, error) => ({
    success: false,
    proxyType: null,
    rentPeriodDays: 0,
    quantity: 0,
    orderIds: [],
    balance,
    currency,
    error,
  }),
  'calculate/extend/order': (balance, currency, error) => ({
    success: false,
    proxyType: null,
    balance,
    price: 0,
    currency,
    discount: 0,
    promoCodeStatus: null,
    error,
    warnings: [],
  }),
  balance: (_balance, currencyCode, error) => ({ success: false, balance: 0, currencyCode, error }),
  rentPeriod: (_balance, _currency, error) => ({ success: false, rentPeriodDays: [], error }),
  promoCode: (_balance, _currency, error) => ({ success: false, promoCodes: [], error }),
  ipAddress: (_balance, _currency, error) => ({ success: false, error }),
  unknown: (_balance, _currency, error) => ({ success: false, error }),
}
