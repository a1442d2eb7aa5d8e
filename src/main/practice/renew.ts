/** The endpoints that price and extend: `extend/order`, `extend`, `calculate/extend/order`, `extend/order/auto`. */
import { type Read, readAddresses, readDays, readObject, readOrders, readPromo, readType } from './bodies.ts'
import { toAmount } from './money.ts'
import { type Price, priceOf } from './prices.ts'
import { errorOf, type Handled, refusal } from './replies.ts'
import type { ProxyType, VendorAccount } from './types.ts'
import type { OrderPart, VendorWorld } from './world.ts'

/** A request's body as it came. */
export interface PostedBody {
  readonly contentType: string
  readonly body: string
}

type ById = 'orderIds' | 'ipAddressIds'

interface Renewal {
  readonly type: ProxyType
  readonly days: number
  readonly promoCode: string | null
  readonly parts: readonly OrderPart[]
  readonly price: Price
}

/**
 * Renews whole orders (`extend/order`) or single addresses (`extend`). All or nothing: every check comes before
 * the money moves, error 16 when the balance is short included. A promo code that does not hold is no error: the
 * full price is taken (vendor doc: `NO_VALID`).
 */
export function extend(
  world: VendorWorld,
  account: VendorAccount,
  posted: PostedBody,
  endpoint: 'extend/order' | 'extend',
): Handled {
  const read = readRenewal(world, account, posted, endpoint === 'extend' ? 'ipAddressIds' : 'orderIds')
  if (!read.ok) return refusal(endpoint, read.code, account)
  const { type, days, promoCode, parts, price } = read.value
  if (parts.some((part) => part.order.busy)) return refusal(endpoint, 57, account)
  if (price.price > account.balance) return refusal(endpoint, 16, account)
  const charge = world.charge(account, parts, { days, price, promoCode })
  const body = {
    success: true,
    proxyType: type,
    rentPeriodDays: days,
    quantity: charge.addressIds.length,
    ipAddressIds: charge.addressIds,
    balance: toAmount(account.balance),
    currency: account.currency,
    error: null,
    promoCodeStatus: price.promoCodeStatus,
  }
  return { body, charge }
}

/**
 * Prices a renewal without any effect. A short balance is a warning here, beside success (vendor doc). `price` is
 * what would be charged, `discount` the amount already taken off it.
 */
export function calculate(world: VendorWorld, account: VendorAccount, posted: PostedBody): Handled {
  const endpoint = 'calculate/extend/order'
  const read = readRenewal(world, account, posted, 'orderIds')
  if (!read.ok) return refusal(endpoint, read.code, account)
  const { type, price } = read.value
  const body = {
    success: true,
    proxyType: type,
    balance: toAmount(account.balance),
    price: toAmount(price.price),
    currency: account.currency,
    discount: toAmount(price.discount),
    promoCodeStatus: price.promoCodeStatus,
    error: null,
    warnings: price.price > account.balance ? [errorOf(16)] : [],
  }
  return { body, charge: null }
}

/** Switches the vendor's auto-extend of orders; the period is required even to switch it off (vendor doc). */
export function autoExtend(world: VendorWorld, account: VendorAccount, posted: PostedBody): Handled {
  const endpoint = 'extend/order/auto'
  const refuse = (code: Parameters<typeof refusal>[1]): Handled => refusal(endpoint, code, account)
  const body = readObject(posted, ['proxyType', 'orderIds', 'rentPeriodDays', 'autoExtend'])
  if (!body.ok) return refuse(body.code)
  const type = readType(body.value.proxyType)
  if (!type.ok) return refuse(type.code)
  const orders = readOrders(account, type.value, body.value.orderIds)
  if (!orders.ok) return refuse(orders.code)
  const days = readDays(body.value.rentPeriodDays, world.prices[type.value])
  if (!days.ok) return refuse(days.code)
  const { autoExtend: on } = body.value
  if (typeof on !== 'boolean') return refuse(35)
  for (const order of orders.value) order.autoExtendDays = on ? days.value : null
  const reply = {
    success: true,
    proxyType: type.value,
    rentPeriodDays: days.value,
    quantity: orders.value.length,
    orderIds: orders.value.map((order) => order.id),
    balance: toAmount(account.balance),
    currency: account.currency,
    error: null,
  }
  return { body: reply, charge: null }
}

function readRenewal(
  world: VendorWorld,
  account: VendorAccount,
  posted: PostedBody,
  ids: ById,
): Read<Renewal> {
  const body = readObject(posted, ['proxyType', ids, 'rentPeriodDays', 'promoCode'])
  if (!body.ok) return body
  const type = readType(body.value.proxyType)
  if (!type.ok) return type
  const parts = readParts(account, type.value, body.value[ids], ids)
  if (!parts.ok) return parts
  const days = readDays(body.value.rentPeriodDays, world.prices[type.value])
  if (!days.ok) return days
  const promo = readPromo(body.value)
  if (!promo.ok) return promo
  const addresses = parts.value.reduce((sum, part) => sum + part.addresses.length, 0)
  const what = { type: type.value, days: days.value, addresses, promoCode: promo.value }
  const price = priceOf(world.prices, account, what, world.now())
  if (!price) return { ok: false, code: 11 }
  const { days: period, promoCode } = what
  return { ok: true, value: { type: type.value, days: period, promoCode, parts: parts.value, price } }
}

function readParts(account: VendorAccount, type: ProxyType, value: unknown, ids: ById): Read<OrderPart[]> {
  if (ids === 'ipAddressIds') return readAddresses(account, type, value)
  const orders = readOrders(account, type, value)
  if (!orders.ok) return orders
  return { ok: true, value: orders.value.map((order) => ({ order, addresses: order.addresses })) }
}
