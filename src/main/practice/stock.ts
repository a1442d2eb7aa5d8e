/** What an account of the embedded vendor begins with: seeds, and how the rest is filled in from them. */
import { createHash } from 'node:crypto'
import { type Amount, toUnits } from './money.ts'
import type { PromoCode, ProxyType, VendorAccount, VendorAddress, VendorOrder } from './types.ts'

const DAY = 86_400_000

/** An order to begin with. Times are ms since the epoch; what is left out is filled in, always the same way. */
export interface OrderSeed {
  readonly id: string
  readonly type: ProxyType
  /** How many addresses, or their very ids. Default 1. */
  readonly addresses?: number | readonly string[]
  readonly country?: string
  readonly mobileOperator?: string
  readonly start?: number
  /** Default 10 days from now. */
  readonly end?: number
  readonly autoExtendDays?: number | null
}

/** A promo code to begin with: 10 %, from yesterday, for a year, 1000 uses, unless told otherwise. */
export type PromoSeed = Pick<PromoCode, 'code'> & Partial<PromoCode>

/** An account to begin with: 100.00 USD, no orders, no promo codes, unless told otherwise. */
export interface AccountSeed {
  readonly key: string
  readonly balance?: Amount
  readonly currency?: string
  readonly orders?: readonly OrderSeed[]
  readonly promoCodes?: readonly PromoSeed[]
}

/** Makes an account from its seed. Throws on a bad amount or two orders of one id (bugs of the caller). */
export function accountFrom(seed: AccountSeed, now: number): VendorAccount {
  const account: VendorAccount = {
    key: seed.key,
    currency: seed.currency ?? 'USD',
    balance: toUnits(seed.balance ?? 100),
    orders: new Map(),
    promoCodes: (seed.promoCodes ?? []).map((promo) => ({
      discount: 10,
      countUses: 1000,
      startDate: now - DAY,
      endDate: now + 365 * DAY,
      endless: false,
      ...promo,
    })),
  }
  for (const order of seed.orders ?? []) putOrder(account, order, now)
  return account
}

/** Adds an order to an account. Throws when its id is taken. */
export function putOrder(account: VendorAccount, seed: OrderSeed, now: number): VendorOrder {
  if (account.orders.has(seed.id)) throw new Error(`order ${seed.id} is there already`)
  const end = seed.end ?? now + 10 * DAY
  const start = seed.start ?? end - 30 * DAY
  const count = seed.addresses ?? 1
  const ids =
    typeof count === 'number'
      ? Array.from({ length: count }, (_, index) => digits(`${seed.id}/${index}`, 19))
      : count
  const order: VendorOrder = {
    id: seed.id,
    type: seed.type,
    country: seed.country ?? 'DEU',
    mobileOperator: seed.mobileOperator ?? null,
    autoExtendDays: seed.autoExtendDays ?? null,
    busy: false,
    addresses: ids.map((id) => addressFrom(id, seed.type, start, end)),
  }
  account.orders.set(order.id, order)
  return order
}

function addressFrom(id: string, type: ProxyType, start: number, end: number): VendorAddress {
  const hash = createHash('sha256').update(`address ${id}`).digest()
  const byte = (at: number): number => hash.readUInt8(at)
  // Only networks reserved for documentation: a practice address must not be anybody's.
  const networks = ['192.0.2', '198.51.100', '203.0.113']
  const ip =
    type === 'IPv6'
      ? `2001:db8:${hash.subarray(0, 2).toString('hex')}:${hash.subarray(2, 4).toString('hex')}::${byte(4) + 1}`
      : `${networks[byte(0) % 3] ?? '192.0.2'}.${(byte(1) % 254) + 1}`
  const httpsPort = 10_000 + (hash.readUInt16BE(5) % 40_000)
  return {
    id,
    ip,
    login: `u${hash.subarray(8, 12).toString('hex')}`,
    password: hash.subarray(12, 17).toString('hex'),
    httpsPort,
    socks5Port: httpsPort + 1,
    start,
    end,
  }
}

/** A number of exactly `length` digits that depends on `text` alone. */
function digits(text: string, length: number): string {
  const hash = BigInt(`0x${createHash('sha512').update(text).digest('hex')}`)
  const low = 10n ** BigInt(length - 1)
  return String(low + (hash % (9n * low)))
}
