/** The vendor of one sequence: the embedded one, with faults, and with eyes on everything that arrives. */
import { createFaults, type FaultPlan, type PlannedFault } from '../../src/main/practice/faults.ts'
import { type Exchange, replyText } from '../../src/main/practice/server.ts'
import type { AccountSeed } from '../../src/main/practice/stock.ts'
import {
  createWorld,
  type LedgerEntry,
  type PracticeVendor,
  startVendor,
  type VendorWorld,
} from '../../src/main/practice/vendor.ts'
import { isWires, type PaidFault, type ReadFault } from './faults.ts'
import type { Ports } from './routes.ts'
import type { Timeline } from './time.ts'
import { type Arrival, type Truth, Violation } from './truth.ts'

/** The vendor as the harness holds it. */
export interface Shop {
  readonly vendor: PracticeVendor
  readonly books: VendorWorld
  /** Faults of reads to come, oldest first. */
  readonly readFaults: ReadFault[]
  /** From the next list on, the vendor answers with that one for so many ms: its list is behind, its balance is not. */
  readonly lag: (ms: number) => void
  /** Charges that the list shows which the vendor would give now. */
  readonly listedCharges: () => number
  /** Numbers of the calls that wait for a reply which does not come by itself. */
  readonly stuck: () => readonly number[]
  /** Numbers of the calls whose request is being worked on. */
  readonly open: () => readonly number[]
  readonly close: () => Promise<void>
}

/** What the vendor is started with. */
export interface ShopParts {
  readonly timeline: Timeline
  readonly truth: Truth
  readonly ports: Ports
  readonly account: AccountSeed
  /** Told when a paid request has arrived, and when it was carried out. */
  readonly reached: (point: 'arrived' | 'acted') => void
}

/** Opens the vendor on a port of its own. */
export async function openShop(parts: ShopParts): Promise<Shop> {
  const { timeline, truth, ports } = parts
  const books = createWorld({ now: timeline.truth, accounts: [parts.account] })
  const readFaults: ReadFault[] = []
  const working = new Set<Exchange>()
  const held = new Set<Exchange>()
  const listing = createListing(timeline, books)
  const tagOf = ({ request }: Exchange): number => ports.tagOf(request.socket) ?? 0

  function watched(exchange: Exchange, arrival: { current: Arrival | null }): Exchange {
    return {
      ...exchange,
      async readBody() {
        const whole = await exchange.readBody()
        if (whole && isPaid(exchange.entry)) {
          arrival.current = arrived(truth, exchange.entry, tagOf(exchange))
          parts.reached('arrived')
        }
        return whole
      },
      act() {
        if (exchange.entry.endpoint === 'ipAddress') return listing.answer(exchange.act())
        const before = books.paid.length
        const body = exchange.act()
        const charge = books.paid.slice(before).find(({ auto }) => !auto)
        if (charge) {
          truth.own.add(charge)
          if (arrival.current) arrival.current.charge = charge
          parts.reached('acted')
        }
        return body
      },
    }
  }

  /** Runs a request by its plan. One that is held counts as stuck and no longer as worked on. */
  async function run(exchange: Exchange, fault: PaidFault | FaultPlan | null): Promise<void> {
    const planned = createFaults()
    const plan = fault === null ? null : planOf(fault)
    const own = plan === null ? null : planned.plan({ ...plan, times: 1 })
    const seen = watched(exchange, { current: null })
    working.add(exchange)
    exchange.response.setHeader('date', new Date(timeline.truth()).toUTCString())
    if (own && plan && waits(plan)) void own.reached.then(() => hold(exchange, own, fault))
    try {
      const handler = planned.take(exchange.entry)
      if (handler) await handler(seen)
      else if (await seen.readBody()) seen.send(seen.plainStatus, replyText(seen.act()))
    } finally {
      working.delete(exchange)
      held.delete(exchange)
    }
  }

  function hold(exchange: Exchange, planned: PlannedFault, fault: PaidFault | FaultPlan | null): void {
    if (!working.delete(exchange)) return
    held.add(exchange)
    if (fault === null || !('after' in fault)) return
    timeline.atVendor(fault.after, () => {
      held.delete(exchange)
      working.add(exchange)
      if (!exchange.response.headersSent)
        exchange.response.setHeader('date', new Date(timeline.truth()).toUTCString())
      planned.release()
    })
  }

  function faultFor(exchange: Exchange): PaidFault | FaultPlan | null {
    const { entry } = exchange
    if (isPaid(entry)) {
      const call = truth.calls.get(tagOf(exchange))
      const fault = call?.fault ?? null
      if (call) call.fault = null
      return fault !== null && !isWires(fault) ? fault : null
    }
    const at = readFaults.findIndex(({ endpoint }) => endpoint === entry.endpoint)
    const [fault] = at < 0 ? [] : readFaults.splice(at, 1)
    const times = fault?.plan.times ?? 1
    if (fault && times > 1) readFaults.push({ ...fault, plan: { ...fault.plan, times: times - 1 } })
    return fault?.plan ?? null
  }

  const vendor = await startVendor({
    world: books,
    faults: {
      take: () => (exchange) => run(exchange, faultFor(exchange)),
    },
  })
  return {
    vendor,
    books,
    readFaults,
    lag: listing.lag,
    listedCharges: listing.charges,
    stuck: () => [...held].map(tagOf),
    open: () => [...working].map(tagOf),
    close: () => vendor.close(),
  }
}

/** The vendor's list of addresses, which can fall behind its books. */
function createListing(timeline: Timeline, books: VendorWorld) {
  let lagging: {
    readonly until: number
    readonly charges: number
    readonly body: ReturnType<Exchange['act']>
  } | null = null
  let lasts = 0
  const isBehind = (): boolean => lagging !== null && timeline.truth() < lagging.until
  return {
    lag(ms: number): void {
      lasts = ms
      lagging = null
    },
    answer(body: ReturnType<Exchange['act']>): ReturnType<Exchange['act']> {
      if (lagging !== null && isBehind()) return lagging.body
      lagging = lasts > 0 ? { until: timeline.truth() + lasts, charges: books.paid.length, body } : null
      lasts = 0
      return body
    },
    charges: (): number => (lagging !== null && isBehind() ? lagging.charges : books.paid.length),
  }
}

function isPaid({ endpoint }: LedgerEntry): boolean {
  return endpoint === 'extend/order' || endpoint === 'extend'
}

/** Notes a paid request that arrived, and finds it wrong where it is the second of its call or of its row. */
function arrived(truth: Truth, entry: LedgerEntry, tag: number): Arrival {
  const arrival: Arrival = { body: JSON.parse(entry.body), charge: null }
  const wrong = (broken: 'paid twice' | 'outcome lost', what: string) =>
    truth.violations.push(new Violation(broken, what))
  truth.arrived += 1
  const call = truth.calls.get(tag)
  if (!call) {
    wrong('paid twice', 'a paid request arrived that no renewal called for')
    return arrival
  }
  call.arrivals.push(arrival)
  if (call.arrivals.length > 1) wrong('paid twice', 'one call brought its paid request to the vendor again')
  if (call.row === null) {
    wrong('outcome lost', 'a paid request arrived that the journal knew nothing of when it was sent')
  } else {
    const others = call.row.calls.filter((other) => other !== call && other.arrivals.length > 0)
    if (others.length > 0) wrong('paid twice', `a second paid request arrived for ${call.row.intent.id}`)
    if (JSON.stringify(arrival.body) !== JSON.stringify(call.row.intent.request))
      wrong('outcome lost', `the vendor got ${entry.body}, which is not what the journal holds`)
  }
  return arrival
}

function planOf(fault: PaidFault | FaultPlan): FaultPlan | null {
  if (!('at' in fault)) return fault
  if (fault.at === 'late') {
    return fault.acts
      ? { kind: 'none', hold: 'beforeActing' }
      : { kind: 'resetBeforeActing', hold: 'beforeActing' }
  }
  if (fault.at === 'lateReply') return { kind: 'none', hold: 'beforeReply' }
  if (fault.at === 'mute') return { kind: 'hang', acts: fault.acts }
  return fault.at === 'answers' ? fault.plan : null
}

function waits(plan: FaultPlan): boolean {
  return plan.kind === 'hang' || plan.hold !== undefined
}
