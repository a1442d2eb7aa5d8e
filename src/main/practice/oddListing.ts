/** A list of addresses as odd as a real one may be (API.md: its shape and its dates are uncertain), for tests only. */
import type { ReplyBody } from './replies.ts'
import { isRecord } from './types.ts'

const DAY = 86_400_000

type Change = (record: ReplyBody) => ReplyBody

/** What may be odd about the record of one address. */
const RECORDS = {
  unknownKeys: (record) => ({ ...record, tags: ['a', { b: 1 }], node: { zone: 7 }, note: null }),
  noAddressId: ({ ipAddressId: _, id: __, ...rest }) => rest,
  /** A JSON number has lost the last digits of an id. */
  numericAddressId: (record) => ({ ...record, ipAddressId: 7_320_000_000_000_000 }),
  otherType: (record) => ({ ...record, proxyType: 'Satellite' }),
  endWithOffset: (record) => ({ ...record, dateEnd: `${dateOf(record).toISOString().slice(0, 19)}+02:00` }),
  endWithoutOffset: (record) => ({ ...record, dateEnd: dateOf(record).toISOString().slice(0, 19) }),
  endMissing: ({ dateEnd: _, ...rest }) => rest,
  endNull: (record) => ({ ...record, dateEnd: null }),
  endAsNumber: (record) => ({ ...record, dateEnd: dateOf(record).getTime() }),
  endAtEpoch: (record) => ({ ...record, dateEnd: '1970-01-01T00:00:00.000Z' }),
  endPast: (record) => ({ ...record, dateEnd: new Date(dateOf(record).getTime() - 400 * DAY).toISOString() }),
  endThatIsNone: (record) => ({ ...record, dateEnd: '2027-02-31T00:00:00Z' }),
  autoExtendAsText: (record) => ({ ...record, extendInfo: 'yes' }),
} satisfies Record<string, Change>

/** What may be odd about an order: the entries that stand in its place. */
const ORDERS = {
  twice: (order) => [order, order],
  noOrderId: ({ orderId: _, ...rest }) => [rest],
  numericOrderId: (order) => [{ ...order, orderId: 7_310_000_000_000_000 }],
  withoutAddresses: (order) => [
    order,
    { orderId: `empty${String(order.orderId).slice(-6)}`, ipAddresses: [] },
  ],
  withText: (order) => [order, 'n/a'],
} satisfies Record<string, (order: ReplyBody) => readonly unknown[]>

/** The names of all that may be odd, so that a test can walk them. */
export const LISTING_ODDITIES: readonly string[] = [...Object.keys(RECORDS), ...Object.keys(ORDERS)]

/**
 * Makes every `every`-th order of a list that is laid out by type and order odd, one way after the other, and moves
 * some to a type that nobody knows. Everything else stays as it was.
 */
export function oddListing(every: number): (reply: ReplyBody) => ReplyBody {
  return (reply) => {
    let count = 0
    const strange: unknown[] = []
    const odd = (order: unknown): readonly unknown[] => {
      count += 1
      if (count % every !== 0 || !isRecord(order)) return [order]
      const turn = count / every - 1
      const name = LISTING_ODDITIES[turn % (LISTING_ODDITIES.length + 1)]
      if (name !== undefined) return oddOrder(order, name)
      strange.push(order)
      return []
    }
    const types = Object.entries(reply).map(([key, value]) => [
      key,
      Array.isArray(value) ? value.flatMap(odd) : value,
    ])
    return { ...Object.fromEntries(types), satellite: strange, generatedBy: 'node-7', kinds: ['a', 'b'] }
  }
}

function oddOrder(order: ReplyBody, name: string): readonly unknown[] {
  if (isName(ORDERS, name)) return ORDERS[name](order)
  const { ipAddresses } = order
  if (!isName(RECORDS, name) || !Array.isArray(ipAddresses)) return [order]
  const change: Change = RECORDS[name]
  return [
    { ...order, ipAddresses: ipAddresses.map((one, at) => (at === 0 && isRecord(one) ? change(one) : one)) },
  ]
}

function isName<T extends object>(names: T, name: string): name is keyof T & string {
  return Object.hasOwn(names, name)
}

function dateOf({ dateEnd }: ReplyBody): Date {
  return new Date(String(dateEnd))
}
