/**
 * Reads request bodies, strictly: this vendor is the oracle of what the client sends, so a misspelt field, a
 * wrong kind or an id that went through a number is refused here, where the real vendor may let it pass.
 */
import type { ErrorCode } from './replies.ts'
import {
  isProxyType,
  isRecord,
  type ProxyType,
  type VendorAccount,
  type VendorAddress,
  type VendorOrder,
} from './types.ts'
import type { OrderPart } from './world.ts'

/** A value, or the code to refuse with. */
export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: ErrorCode }

const ID = /^[0-9A-Za-z_-]{1,64}$/

/**
 * Parses a JSON object that has no other keys than `known`. Error 35 for another content type, broken JSON,
 * anything but an object, an unknown key.
 */
export function readObject(
  request: { readonly contentType: string; readonly body: string },
  known: readonly string[],
): Read<Record<string, unknown>> {
  if (!/^application\/json\s*(;|$)/i.test(request.contentType)) return { ok: false, code: 35 }
  let value: unknown
  try {
    value = JSON.parse(request.body)
  } catch {
    return { ok: false, code: 35 }
  }
  if (!isRecord(value) || Object.keys(value).some((key) => !known.includes(key)))
    return { ok: false, code: 35 }
  return { ok: true, value }
}

/** The proxy type; error 4 for anything but the four spellings. */
export function readType(value: unknown): Read<ProxyType> {
  return isProxyType(value) ? { ok: true, value } : { ok: false, code: 4 }
}

/** A period in days that is priced for the type; error 11 otherwise, a number in quotes included. */
export function readDays(value: unknown, priced: Readonly<Record<number, number>>): Read<number> {
  const known = typeof value === 'number' && Object.hasOwn(priced, value)
  return known ? { ok: true, value } : { ok: false, code: 11 }
}

/** The promo code, null when none was sent; error 35 for anything but a string. */
export function readPromo(body: Record<string, unknown>): Read<string | null> {
  if (!Object.hasOwn(body, 'promoCode')) return { ok: true, value: null }
  const { promoCode } = body
  return typeof promoCode === 'string' ? { ok: true, value: promoCode } : { ok: false, code: 35 }
}

/**
 * The account's orders behind `orderIds`, in the order sent. Error 29 for no list, an empty one, a number in it,
 * an id twice, and an order that is unknown, another account's or of another type; error 25 for a string that
 * cannot be an id at all. One bad id fails the whole request.
 */
export function readOrders(account: VendorAccount, type: ProxyType, value: unknown): Read<VendorOrder[]> {
  const ids = stringsOnce(value)
  if (!ids) return { ok: false, code: 29 }
  if (ids.some((id) => !ID.test(id))) return { ok: false, code: 25 }
  const orders = ids.flatMap((id) => account.orders.get(id) ?? [])
  const fit = orders.length === ids.length && orders.every((order) => order.type === type)
  return fit ? { ok: true, value: orders } : { ok: false, code: 29 }
}

/**
 * The account's addresses behind `ipAddressIds`, by order. Error 24 for no list, an empty one, a number in it, an
 * id twice, an unknown address or one of another type; error 28 when an IPv6 order is not sent whole (vendor doc).
 */
export function readAddresses(account: VendorAccount, type: ProxyType, value: unknown): Read<OrderPart[]> {
  const ids = stringsOnce(value)
  if (!ids) return { ok: false, code: 24 }
  const asked = new Set(ids)
  const parts: OrderPart[] = []
  for (const order of account.orders.values()) {
    if (order.type !== type) continue
    const addresses = order.addresses.filter((address: VendorAddress) => asked.has(address.id))
    if (addresses.length > 0) parts.push({ order, addresses })
  }
  const found = parts.reduce((sum, part) => sum + part.addresses.length, 0)
  if (found !== ids.length) return { ok: false, code: 24 }
  const whole = parts.every((part) => part.addresses.length === part.order.addresses.length)
  return type === 'IPv6' && !whole ? { ok: false, code: 28 } : { ok: true, value: parts }
}

function stringsOnce(value: unknown): string[] | null {
  if (!Array.isArray(value) || value.length === 0) return null
  const strings = value.filter((item: unknown) => typeof item === 'string')
  return strings.length === value.length && new Set(strings).size === strings.length ? strings : null
}
