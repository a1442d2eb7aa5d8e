import { randomBytes } from 'node:crypto'
import { createFaults } from '../../src/main/practice/faults.ts'
import { listAddresses } from '../../src/main/practice/listing.ts'
import { oddListing } from '../../src/main/practice/oddListing.ts'
import { replyText } from '../../src/main/practice/server.ts'
import { createWorld, type ProxyType, startVendor } from '../../src/main/practice/vendor.ts'

const hour = 3_600_000

/** Every so many-th order of the long list is odd in some way. */
const oddEvery = 50

/** How many orders a group has, whichever the number of groups. */
export const ordersInGroup = 40

/** A group that the bench saves. */
export interface Sketch {
  readonly name: string
  readonly type: ProxyType
  readonly orderIds: readonly string[]
}

/** One size: a vendor's account of its own, and the groups over it. */
export interface Shop {
  readonly url: string
  readonly key: string
  readonly groups: readonly Sketch[]
  readonly addresses: number
  /** Moves every end, so that the next list is another one. */
  readonly move: () => void
  readonly close: () => Promise<void>
}

const types = ['IPv4', 'IPv6', 'MOBILE', 'ISP'] as const

/**
 * Opens a vendor with an order of one address for every place in the groups; every 50th entry of its list is odd. The
 * list is written once, so that what is measured is the app and not the vendor.
 */
export async function openShop(groupCount: number): Promise<Shop> {
  const key = `bench-${randomBytes(12).toString('hex')}`
  const count = groupCount * ordersInGroup
  const begin = Date.now()
  const orders = Array.from({ length: count }, (_, at) => ({
    id: String(7_310_000_000_000_000_000n + BigInt(at)),
    type: typeOf(at),
    end: begin + (2 + (at % 900)) * hour,
  }))
  const world = createWorld({ accounts: [{ key, balance: '50000.00', orders }] })
  const faults = createFaults()
  const vendor = await startVendor({ world, faults })
  const plan = (): void => {
    const account = world.account(key)
    if (!account) throw new Error('the account is gone')
    const text = replyText(oddListing(oddEvery)(listAddresses(account, null, world.listing)))
    faults.clear()
    faults.plan({ kind: 'raw', status: 200, text, endpoint: 'ipAddress', times: 1_000_000 })
  }
  plan()
  return {
    url: vendor.url,
    key,
    addresses: count,
    groups: Array.from({ length: groupCount }, (_, at) => ({
      name: `Group ${String(at + 1).padStart(3, '0')}`,
      type: typeOf(at * ordersInGroup),
      orderIds: orders.slice(at * ordersInGroup, (at + 1) * ordersInGroup).map(({ id }) => id),
    })),
    move() {
      for (const order of world.account(key)?.orders.values() ?? [])
        for (const address of order.addresses) address.end += hour
      plan()
    },
    close: () => vendor.close(),
  }
}

function typeOf(at: number): ProxyType {
  return types[Math.floor(at / ordersInGroup) % types.length] ?? 'IPv4'
}
