/** The embedded vendor's books as JSON, so that a practice account outlives the process. Read with distrust: it comes from disk. */
import {
  isProxyType,
  isRecord,
  type PromoCode,
  type VendorAccount,
  type VendorAddress,
  type VendorOrder,
} from './types.ts'

/** Plain JSON; `version` tells which layout it is. */
export interface WorldState {
  readonly version: 1
  readonly accounts: readonly SavedAccount[]
}

type SavedAccount = Omit<VendorAccount, 'orders'> & { readonly orders: readonly VendorOrder[] }

/** Copies the accounts into a state that shares nothing with them. */
export function writeState(accounts: readonly VendorAccount[]): WorldState {
  return structuredClone({
    version: 1 as const,
    accounts: accounts.map((account) => ({ ...account, orders: [...account.orders.values()] })),
  })
}

/** Reads a saved state; the error says what is wrong with it, never a value out of it. */
export function readState(
  saved: unknown,
): { ok: true; accounts: VendorAccount[] } | { ok: false; error: string } {
  if (!isRecord(saved) || saved.version !== 1 || !Array.isArray(saved.accounts)) {
    return { ok: false, error: 'not a saved practice world' }
  }
  const accounts: VendorAccount[] = []
  for (const candidate of structuredClone(saved.accounts) as unknown[]) {
    if (!isSavedAccount(candidate)) return { ok: false, error: 'an account in it is damaged' }
    const orders = new Map(candidate.orders.map((order) => [order.id, order]))
    accounts.push({ ...candidate, orders })
  }
  return { ok: true, accounts }
}

type Kinds = Readonly<Record<string, (value: unknown) => boolean>>

function fits(value: unknown, kinds: Kinds): boolean {
  return isRecord(value) && Object.entries(kinds).every(([name, kind]) => kind(value[name]))
}

const text = (value: unknown): boolean => typeof value === 'string'
const textOrNull = (value: unknown): boolean => value === null || text(value)
const flag = (value: unknown): boolean => typeof value === 'boolean'
const whole = (value: unknown): boolean => Number.isSafeInteger(value)
const wholeOrNull = (value: unknown): boolean => value === null || whole(value)
const finite = (value: unknown): boolean => Number.isFinite(value)
const listOf =
  (kinds: Kinds) =>
  (value: unknown): boolean =>
    Array.isArray(value) && value.every((item) => fits(item, kinds))

const ADDRESS = {
  id: text,
  ip: text,
  login: text,
  password: text,
  httpsPort: whole,
  socks5Port: whole,
  start: finite,
  end: finite,
} satisfies Record<keyof VendorAddress, (value: unknown) => boolean>

const ORDER = {
  id: text,
  type: isProxyType,
  country: text,
  mobileOperator: textOrNull,
  autoExtendDays: wholeOrNull,
  busy: flag,
  addresses: listOf(ADDRESS),
} satisfies Record<keyof VendorOrder, (value: unknown) => boolean>

const PROMO = {
  code: text,
  discount: finite,
  countUses: whole,
  startDate: finite,
  endDate: finite,
  endless: flag,
} satisfies Record<keyof PromoCode, (value: unknown) => boolean>

const ACCOUNT = {
  key: text,
  currency: text,
  balance: whole,
  orders: listOf(ORDER),
  promoCodes: listOf(PROMO),
} satisfies Record<keyof VendorAccount, (value: unknown) => boolean>

function isSavedAccount(value: unknown): value is SavedAccount {
  return fits(value, ACCOUNT)
}
