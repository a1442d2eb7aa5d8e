import { isDeepStrictEqual } from 'node:util'
import { untilClosed } from '../../src/main/composition/untilClosed.ts'
import type { VendorClient } from '../../src/main/vendor/client.ts'
import type { ExtendRequest } from '../../src/shared/domain/renewal.ts'
import type { PaidFault } from './faults.ts'
import { type Ports, routed } from './routes.ts'
import type { Shop } from './shop.ts'
import type { Call, Row, Truth } from './truth.ts'
import type { Wire } from './wire.ts'

/** The network of one sequence: who is on their way to the vendor, and what will befall them. */
export interface Network {
  readonly shop: Shop
  readonly wire: Wire
  /** What befalls the next paid call. */
  nextFault: PaidFault | null
  /** The client of one run of Leasebar: its calls carry their numbers, and end with the run. */
  readonly clientOf: (client: VendorClient, run: number, alive: () => boolean) => VendorClient
  /** Resolves once nothing goes on any more that does not wait for time to pass. */
  readonly quiet: () => Promise<void>
}

/** Rounds of the event loop that a stillness has to last: a closed connection is noticed a round or two later. */
const rounds = 3

/** Real ms after which the network counts as never coming to rest: a bug of this harness. */
const patience = 20_000

/** Makes the network over vendor and relay. */
export function createNetwork(shop: Shop, wire: Wire, ports: Ports, truth: Truth): Network {
  const flying = new Set<number>()
  let last = 0

  function isBusy(): boolean {
    const stuck = new Set([...shop.stuck(), ...wire.stuck()])
    return [...flying, ...shop.open(), ...wire.open()].some((tag) => !stuck.has(tag))
  }

  function numbered(row: Row | null, fault: PaidFault | null): Call {
    last += 1
    const call: Call = { tag: last, row, fault, arrivals: [] }
    row?.calls.push(call)
    return call
  }

  /** Runs one call; what it opens leads to the port that `lead` gives at that moment. */
  async function fly<T>(tag: number, lead: () => number | null, work: () => Promise<T>): Promise<T> {
    flying.add(tag)
    try {
      return await routed((socket) => {
        ports.follow(socket, tag)
        return lead()
      }, work)
    } finally {
      flying.delete(tag)
    }
  }

  function clientOf(client: VendorClient, run: number, alive: () => boolean): VendorClient {
    const toVendor = (): number => Number(new URL(shop.vendor.url).port)
    const read =
      <A extends readonly unknown[], R>(call: (...args: A) => Promise<R>) =>
      (...args: A): Promise<R> => {
        if (!alive()) return never()
        return fly(numbered(null, null).tag, toVendor, () => call(...args))
      }
    const extend: VendorClient['extend'] = (access, request, ...rest) => {
      if (!alive()) return never()
      const call = numbered(rowOf(truth, run, request), network.nextFault)
      network.nextFault = null
      truth.calls.set(call.tag, call)
      const lead = (): number | null => {
        if (call.fault?.at !== 'refused') return wire.port
        call.fault = null
        return null
      }
      return fly(call.tag, lead, () => client.extend(access, request, ...rest))
    }
    const watched: VendorClient = {
      ...client,
      quote: read(client.quote),
      extend,
      balance: read(client.balance),
      orders: read(client.orders),
    }
    return untilClosed(watched, () => !alive())
  }

  const network: Network = {
    shop,
    wire,
    nextFault: null,
    clientOf,
    async quiet() {
      const begun = performance.now()
      for (let still = 0; still < rounds; ) {
        if (performance.now() - begun > patience) throw new Error('the network never came to rest')
        await new Promise<void>((resolve) => setImmediate(resolve))
        still = isBusy() ? 0 : still + 1
      }
    },
  }
  return network
}

function never(): Promise<never> {
  return new Promise(() => undefined)
}

/** The row that a request was begun with; null when the journal has none for it yet. */
function rowOf(truth: Truth, run: number, request: ExtendRequest): Row | null {
  const rows = [...truth.rows.values()].filter((row) => row.run === run)
  return (
    rows.find((row) => row.intent.request === request) ??
    rows.findLast((row) => row.calls.length === 0 && isDeepStrictEqual(row.intent.request, request)) ??
    null
  )
}
