import { randomBytes } from 'node:crypto'
import { createFaults, type Faults } from '../../src/main/practice/faults.ts'
import { createWorld, type ProxyType, startVendor, type VendorWorld } from '../../src/main/practice/vendor.ts'
import type { Random } from './random.ts'
import { type Watched, Wire } from './wire.ts'

const hour = 3_600_000

/** The clock of this world, the vendor's and the app's: ahead of this machine's, and at times faster. */
export class WorldClock {
  #ahead = 0
  #rate = 1
  #since = Date.now()

  /** Ms since the epoch. */
  now(): number {
    return Date.now() + this.ahead()
  }

  /** Ms by which it is ahead. */
  ahead(): number {
    return Math.round(this.#ahead + (Date.now() - this.#since) * (this.#rate - 1))
  }

  /** Goes on by so many ms. */
  skip(ms: number): void {
    this.#ahead += ms
  }

  /** From now on it runs so many times as fast as this machine's. */
  run(rate: number): void {
    this.#ahead = this.ahead()
    this.#since = Date.now()
    this.#rate = rate
  }
}

/** The vendor: in this process, so that it outlives every app, and its books are what the app is measured by. */
export interface Shop {
  readonly url: string
  readonly key: string
  readonly world: VendorWorld
  readonly faults: Faults
  readonly wire: Wire
  readonly clock: WorldClock
  /** Paid requests that arrived whole, charged or not, oldest first. */
  readonly paid: () => Watched[]
  /** Rents out new orders of one type; gives their ids. */
  readonly rent: (type: ProxyType, count: number, random: Random) => string[]
  readonly close: () => Promise<void>
}

/** Opens the vendor with one rich account and nothing rented yet. */
export async function openShop(): Promise<Shop> {
  const key = `torture-${randomBytes(12).toString('hex')}`
  const clock = new WorldClock()
  const now = (): number => clock.now()
  const world = createWorld({ now, accounts: [{ key, balance: '50000.00' }] })
  const faults = createFaults()
  const wire = new Wire(faults)
  let rented = 0
  const vendor = await startVendor({ world, faults: wire })
  return {
    url: vendor.url,
    key,
    world,
    faults,
    wire,
    clock,
    paid: () =>
      wire.watched.filter(({ entry }) => entry.endpoint.match(/^extend(\/order)?$/) && entry.arrived),
    rent: (type, count, random) =>
      Array.from({ length: count }, () => {
        rented += 1
        const id = String(7_310_000_000_000_000_000n + BigInt(rented))
        const end = now() + random.between(60, 900) * hour
        world.addOrder(key, { id, type, addresses: random.between(1, 3), end })
        return id
      }),
    close: () => vendor.close(),
  }
}
