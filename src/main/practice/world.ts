/** The embedded vendor's books: accounts, orders, prices, and the rules by which time and money move them. */
import { type Amount, toAmount, toUnits } from './money.ts'
import { DEFAULT_PERIODS, DEFAULT_PRICES, type Price, priceOf, spendPromo } from './prices.ts'
import { readState, type WorldState, writeState } from './saved.ts'
import { type AccountSeed, accountFrom, type OrderSeed, putOrder } from './stock.ts'
import type {
  Charge,
  ListingShape,
  PeriodList,
  PriceList,
  ProxyType,
  VendorAccount,
  VendorAddress,
  VendorOrder,
} from './types.ts'

const DAY = 86_400_000
/** How long before its end an order with auto-extend is renewed; the vendor says only "shortly before". */
const AUTO_LEAD = DAY / 4
const CHARGES_KEPT = 10_000

/** What a world is made from. `prices` are amounts per address by days; every period priced is accepted. */
export interface WorldOptions {
  readonly now?: () => number
  readonly accounts?: readonly AccountSeed[]
  readonly prices?: Partial<Record<ProxyType, Readonly<Record<number, Amount>>>>
  readonly listedPeriods?: Partial<PeriodList>
  readonly listing?: Partial<ListingShape>
}

/** The vendor's books. Accounts, orders and `listing` are live: a test may change them between requests. */
export interface VendorWorld {
  readonly now: () => number
  readonly prices: PriceList
  readonly listedPeriods: PeriodList
  readonly listing: ListingShape
  /** False makes every endpoint answer error 3. */
  available: boolean
  /** Every charge since this world was made, oldest first (the last 10,000; not part of the saved state). */
  readonly paid: readonly Charge[]
  readonly keys: readonly string[]
  account(key: string): VendorAccount | undefined
  /** Adds an account, or replaces the one with the same key. */
  addAccount(seed: AccountSeed): VendorAccount
  addOrder(key: string, seed: OrderSeed): VendorOrder
  /** The balance as the API would send it. Throws for an unknown key. */
  balanceOf(key: string): number
  /** The earliest end of an order's addresses, ms. Throws for an unknown key or order. */
  endOf(key: string, orderId: string): number
  /** Adds money to an account. Throws for an unknown key. */
  topUp(key: string, amount: Amount): void
  /** Takes the money, moves the ends, writes the books. The caller has checked the funds. */
  charge(account: VendorAccount, orders: readonly OrderPart[], terms: ChargeTerms): Charge
  /** Runs what the clock has made due: auto-extension. Every request does this first. */
  tick(): void
  /** Everything but the charges, as plain JSON. */
  exportState(): WorldState
  /** Replaces all accounts by a saved state; changes nothing when it cannot be read. */
  importState(saved: unknown): { ok: true } | { ok: false; error: string }
  /** An independent copy with the same clock. */
  clone(): VendorWorld
}

/** The addresses of one order that a renewal moves. */
export interface OrderPart {
  readonly order: VendorOrder
  readonly addresses: readonly VendorAddress[]
}

/** On what terms a renewal is charged. */
export interface ChargeTerms {
  readonly days: number
  readonly price: Price
  readonly promoCode: string | null
  readonly auto?: boolean
}

/** Makes a world. Throws on amounts that are none and on orders of the same id in one account (bugs of the caller). */
export function createWorld(options: WorldOptions = {}): VendorWorld {
  const world = emptyWorld({
    now: options.now ?? Date.now,
    prices: pricesFrom(options.prices),
    listedPeriods: { ...DEFAULT_PERIODS, ...options.listedPeriods },
    listing: {
      form: 'byTypeAndOrder',
      underData: false,
      typeKeys: 'lower',
      recordKeys: 'long',
      ...options.listing,
    },
    available: true,
  })
  for (const seed of options.accounts ?? []) world.addAccount(seed)
  return world
}

type Terms = Pick<VendorWorld, 'now' | 'prices' | 'listedPeriods' | 'listing' | 'available'>

function emptyWorld(terms: Terms): VendorWorld {
  const { now } = terms
  let accounts = new Map<string, VendorAccount>()
  let paid: Charge[] = []

  const need = (key: string): VendorAccount => {
    const account = accounts.get(key)
    if (!account) throw new Error('no account with this key')
    return account
  }
  const world: VendorWorld = {
    ...terms,
    get paid() {
      return paid
    },
    get keys() {
      return [...accounts.keys()]
    },
    account: (key) => accounts.get(key),
    addAccount(seed) {
      const account = accountFrom(seed, now())
      accounts.set(account.key, account)
      return account
    },
    addOrder: (key, seed) => putOrder(need(key), seed, now()),
    balanceOf: (key) => toAmount(need(key).balance),
    endOf(key, orderId) {
      const order = need(key).orders.get(orderId)
      if (!order) throw new Error('no such order')
      return endOf(order)
    },
    topUp(key, amount) {
      need(key).balance += toUnits(amount)
    },
    charge(account, parts, terms) {
      const charge = takeCharge(account, parts, terms, now())
      paid = [...paid, charge].slice(-CHARGES_KEPT)
      return charge
    },
    tick: () => autoExtend(world, [...accounts.values()]),
    exportState: () => writeState([...accounts.values()]),
    importState(saved) {
      const read = readState(saved)
      if (!read.ok) return read
      accounts = new Map(read.accounts.map((account) => [account.key, account]))
      return { ok: true }
    },
    clone() {
      const copy = emptyWorld({ ...terms, available: world.available })
      copy.importState(world.exportState())
      return copy
    },
  }
  return world
}

function pricesFrom(given: WorldOptions['prices']): PriceList {
  const own = Object.entries(given ?? {}).map(([type, list]) => [
    type,
    Object.fromEntries(Object.entries(list).map(([days, amount]) => [days, toUnits(amount)])),
  ])
  return { ...DEFAULT_PRICES, ...Object.fromEntries(own) }
}

/** The earliest end among an order's addresses, ms. */
function endOf(order: VendorOrder): number {
  return Math.min(...order.addresses.map((address) => address.end))
}

function takeCharge(
  account: VendorAccount,
  parts: readonly OrderPart[],
  terms: ChargeTerms,
  now: number,
): Charge {
  const { days, price, promoCode } = terms
  account.balance -= price.price
  if (promoCode !== null && price.promoCodeStatus === 'VALID') spendPromo(account, promoCode)
  const moved = parts.flatMap((part) => part.addresses)
  for (const address of moved) address.end = Math.max(now, address.end) + days * DAY
  return {
    at: now,
    key: account.key,
    orderIds: parts.map((part) => part.order.id),
    addressIds: moved.map((address) => address.id),
    days,
    price: price.price,
    promoCode,
    auto: terms.auto ?? false,
  }
}

function autoExtend(world: VendorWorld, accounts: readonly VendorAccount[]): void {
  const now = world.now()
  for (const account of accounts) {
    for (const order of account.orders.values()) {
      const days = order.autoExtendDays
      if (days === null || endOf(order) - now > AUTO_LEAD) continue
      const what = { type: order.type, days, addresses: order.addresses.length, promoCode: null }
      const price = priceOf(world.prices, account, what, now)
      // Without funds nothing happens: what the real vendor does then is not documented.
      if (!price || price.price > account.balance) continue
      world.charge(account, [{ order, addresses: order.addresses }], {
        days,
        price,
        promoCode: null,
        auto: true,
      })
    }
  }
}
