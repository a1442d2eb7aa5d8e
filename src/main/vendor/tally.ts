import type { OrderList } from '../../shared/domain/exchange.ts'
import { type LiveOrder, orderIdSchema } from '../../shared/domain/order.ts'
import { type ProxyType, proxyTypes } from '../../shared/domain/rules/proxyTypes.ts'
import { safely } from '../../shared/safely.ts'
import { parseDate } from './dates.ts'
import type { Voice } from './redact.ts'
import { type AddressRecord, addressRecordSchema } from './schemas.ts'

/** Gathers address records into orders, and counts what was not understood. */
export interface Tally {
  /** Takes a record with what its surroundings say of it; what it says itself goes first. */
  readonly add: (
    record: unknown,
    around: { readonly proxyType: ProxyType | null; readonly orderId: string | null },
  ) => void
  /** Counts something that was not understood. */
  readonly miss: () => void
  /** Everything gathered so far, in steps of an order each. */
  readonly list: () => Generator<void, OrderList>
}

/** An order while its records come in. */
interface Gathered {
  readonly types: Set<ProxyType | null>
  addresses: number
  repeated: number
  readonly seenIds: Set<string>
  readonly sample: Set<string>
  readonly countries: Set<string>
  endsAt: number | null
  oddEnds: number
  autoExtend: boolean | null
}

/** Makes an empty tally. Orders keep the order of their first record. */
export function createTally(voice: Voice): Tally {
  const orders = new Map<string, Gathered>()
  let notUnderstood = 0
  const miss = (): void => {
    notUnderstood += 1
  }
  return {
    miss,
    add(value, around) {
      const parsed = safely(addressRecordSchema, value)
      if (!parsed.success) return miss()
      const record = parsed.data
      const orderId = orderIdOf(record.orderId ?? around.orderId, voice)
      // An id that came as a JSON number has lost its last digits: it may be any of several addresses.
      const addressId = record.ipAddressId ?? record.id ?? null
      if (orderId === null || (addressId !== null && typeof addressId !== 'string')) return miss()
      const order = orders.get(orderId) ?? emptyOrder()
      orders.set(orderId, order)
      if (addressId !== null) {
        if (order.seenIds.has(addressId)) {
          order.repeated += 1
          return
        }
        order.seenIds.add(addressId)
      }
      if (!take(order, record, around.proxyType, voice)) miss()
    },
    *list() {
      const found: LiveOrder[] = []
      for (const [orderId, order] of orders) {
        found.push(finished(orderId, order))
        yield
      }
      return { orders: found, notUnderstood }
    },
  }
}

function orderIdOf(value: unknown, voice: Voice): string | null {
  const id = safely(orderIdSchema, value)
  return id.success ? voice.exact(id.data) : null
}

function emptyOrder(): Gathered {
  return {
    types: new Set(),
    addresses: 0,
    repeated: 0,
    seenIds: new Set(),
    sample: new Set(),
    countries: new Set(),
    endsAt: null,
    oddEnds: 0,
    autoExtend: null,
  }
}

/** Adds a record to its order. False when its end stands there and cannot be read: it counts, its end does not. */
function take(order: Gathered, record: AddressRecord, typeAround: ProxyType | null, voice: Voice): boolean {
  order.types.add(proxyTypeOf(record.proxyType) ?? typeAround)
  order.addresses += 1
  const ip = voice.clean(record.ipAddressIp ?? record.ipAddress ?? record.ip ?? '', 64)
  if (ip !== '' && order.sample.size < 3) order.sample.add(ip)
  const country = voice.clean(record.country ?? '', 40)
  if (country !== '' && order.countries.size < 20) order.countries.add(country)
  // One address that the vendor renews by itself is enough to be careful with the order.
  order.autoExtend = record.extendInfo === null ? order.autoExtend : order.autoExtend || record.extendInfo
  const endsAt = parseDate(record.dateEnd)
  if (endsAt === null) {
    const isThere = record.dateEnd !== undefined && record.dateEnd !== null
    if (isThere) order.oddEnds += 1
    return !isThere
  }
  order.endsAt = order.endsAt === null ? endsAt : Math.min(order.endsAt, endsAt)
  return true
}

function finished(orderId: string, order: Gathered): LiveOrder {
  const types = [...order.types].filter((type) => type !== null)
  return {
    orderId,
    // Records of one order that disagree on its type say nothing about it.
    proxyType: types.length === 1 ? (types[0] ?? null) : null,
    addresses: order.addresses,
    repeated: order.repeated,
    sample: [...order.sample],
    countries: [...order.countries],
    endsAt: order.endsAt,
    oddEnds: order.oddEnds,
    autoExtend: order.autoExtend,
  }
}

/** A proxy type in any letter case; null for anything else. */
export function proxyTypeOf(name: unknown): ProxyType | null {
  if (typeof name !== 'string') return null
  return proxyTypes.find((type) => type.toLowerCase() === name.trim().toLowerCase()) ?? null
}
