/** `GET ipAddress`: the rented addresses, in whichever of the possible layouts the world says. */
import { createHash } from 'node:crypto'
import type { ReplyBody } from './replies.ts'
import {
  type ListingShape,
  PROXY_TYPES,
  type ProxyType,
  type VendorAccount,
  type VendorAddress,
  type VendorOrder,
} from './types.ts'

/** The reply's body: all addresses, or those of one type. */
export function listAddresses(
  account: VendorAccount,
  type: ProxyType | null,
  shape: ListingShape,
): ReplyBody {
  const orders = [...account.orders.values()].filter((order) => type === null || order.type === type)
  const layout = LAYOUTS[shape.form](orders, shape)
  if (!shape.underData) return { success: true, ...layout, error: null }
  return { success: true, data: shape.form === 'flat' ? layout.ipAddresses : layout, error: null }
}

const LAYOUTS: Readonly<
  Record<ListingShape['form'], (orders: readonly VendorOrder[], shape: ListingShape) => ReplyBody>
> = {
  flat: (orders, shape) => ({
    ipAddresses: orders.flatMap((order) =>
      order.addresses.map((address) => ({
        ...ids(address, shape),
        orderId: order.id,
        proxyType: order.type,
        ...details(order, address),
      })),
    ),
  }),
  byType: (orders, shape) =>
    perType(orders, shape, (order) =>
      order.addresses.map((address) => ({
        ...ids(address, shape),
        orderId: order.id,
        ...details(order, address),
      })),
    ),
  byTypeAndOrder: (orders, shape) =>
    perType(orders, shape, (order) => [
      {
        // The order object's own id and number: neither an address id nor what a renewal takes.
        id: `row-${fingerprint(order.id)}`,
        orderNumber: `N-${fingerprint(order.id).toUpperCase()}`,
        orderId: order.id,
        ipAddresses: order.addresses.map((address) => ({
          ...ids(address, shape),
          ...details(order, address),
        })),
      },
    ]),
}

function perType(
  orders: readonly VendorOrder[],
  shape: ListingShape,
  entries: (order: VendorOrder) => readonly ReplyBody[],
): ReplyBody {
  return Object.fromEntries(
    PROXY_TYPES.map((type) => [
      shape.typeKeys === 'lower' ? type.toLowerCase() : type,
      orders.filter((order) => order.type === type).flatMap(entries),
    ]),
  )
}

function ids(address: VendorAddress, shape: ListingShape): ReplyBody {
  return shape.recordKeys === 'long'
    ? { ipAddressId: address.id, ipAddressIp: address.ip }
    : { id: address.id, ip: address.ip }
}

function details(order: VendorOrder, address: VendorAddress): ReplyBody {
  const mobile = order.type === 'MOBILE'
  return {
    country: order.country,
    dateStart: new Date(address.start).toISOString(),
    dateEnd: new Date(address.end).toISOString(),
    extendInfo: { autoExtend: order.autoExtendDays !== null, extendDays: order.autoExtendDays },
    authInfo: { login: address.login, password: address.password },
    httpsPort: address.httpsPort,
    socks5Port: address.socks5Port,
    mobileOperator: order.mobileOperator,
    rotationTime: mobile ? 5 : null,
    rebootLink: mobile ? `https://reboot.invalid/${fingerprint(address.id)}` : null,
  }
}

function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 10)
}
