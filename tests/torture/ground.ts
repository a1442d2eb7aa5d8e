/** The ground of one sequence: time, the vendor, and the network between. Leasebar's runs stand on it. */
import type { KeychainBackend } from '../../src/main/accounts/keychain.ts'
import type { AccountSeed } from '../../src/main/practice/stock.ts'
import type { AppEvents, AppParts, CrashPoint, DiskSwitches } from './app.ts'
import { createNetwork, type Network } from './calls.ts'
import { isWires, type WireFault } from './faults.ts'
import { createPorts } from './routes.ts'
import { openShop, type Shop } from './shop.ts'
import type { Setup } from './steps.ts'
import { createTimeline, DAY, HOUR, type Timeline } from './time.ts'
import { emptyTruth, type Truth } from './truth.ts'
import { openWire } from './wire.ts'

/** The key of the only account. */
export const key = 'torture'

/** What the runs of Leasebar stand on. */
export interface Ground {
  readonly timeline: Timeline
  readonly truth: Truth
  readonly shop: Shop
  readonly network: Network
  readonly disk: DiskSwitches
  /** Told of the moments that the vendor sees, so that a run can crash there. */
  reached: (point: CrashPoint) => void
  /** What a run needs of the ground, in a folder; `run` counts from 1. */
  readonly partsOf: (folder: string, run: number, events: AppEvents) => AppParts
  readonly close: () => Promise<void>
}

/** An order's id, by its place in the setup. */
export function orderId(index: number): string {
  return `${1_000_000_000_000_000_000n + BigInt(index)}`
}

/** Where a run's files go at a crash. */
export function crashFolder(folder: string): string {
  return `${folder}x`
}

/** Opens vendor and network. `passwords`: the keychain, which outlives every run. */
export async function openGround(setup: Setup, passwords: Map<string, string>): Promise<Ground> {
  const truth = emptyTruth()
  const ports = createPorts()
  const timeline: Timeline = createTimeline(() => network.quiet())
  const shop = await openShop({
    timeline,
    truth,
    ports,
    account: accountOf(setup, timeline.truth()),
    reached: (point) => ground.reached(point),
  })
  const wire = await openWire({
    vendorPort: Number(new URL(shop.vendor.url).port),
    ports,
    faultOf: (tag) => takeWireFault(truth, tag),
  })
  const network = createNetwork(shop, wire, ports, truth)
  const disk = { failBegin: false, failFinish: false, failRecord: false, failSettle: false }
  const newId = countedIds()
  const backend = keychainOf(passwords)
  const ground: Ground = {
    timeline,
    truth,
    shop,
    network,
    disk,
    reached: () => undefined,
    partsOf: (folder, run, events) => ({
      folder,
      crashFolder: crashFolder(folder),
      timeline,
      backend,
      newId,
      disk,
      clientOf: (client, alive) => network.clientOf(client, run, alive),
      events,
    }),
    async close() {
      await wire.close()
      await shop.close()
    },
  }
  return ground
}

function accountOf(setup: Setup, now: number): AccountSeed {
  return {
    key,
    balance: setup.balance,
    orders: setup.orders.map(({ addresses, endsIn, auto }, index) => ({
      id: orderId(index),
      type: 'IPv4',
      addresses,
      end: now + endsIn * HOUR,
      autoExtendDays: auto ? 30 : null,
    })),
    promoCodes: [{ code: 'TEN' }, { code: 'OLD', startDate: now - 9 * DAY, endDate: now - DAY }],
  }
}

/** What befalls a call on its way befalls its first connection: whoever comes again comes through. */
function takeWireFault(truth: Truth, tag: number): WireFault | null {
  const call = truth.calls.get(tag)
  if (!call?.fault || !isWires(call.fault)) return null
  const { fault } = call
  call.fault = null
  return fault
}

/** Ids that count up, the same in every replay. */
function countedIds(): () => string {
  let last = 0
  return () => {
    last += 1
    return `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`
  }
}

function keychainOf(passwords: Map<string, string>): KeychainBackend {
  return {
    getPassword: async (_service, account) => passwords.get(account) ?? null,
    setPassword: async (_service, account, password) => {
      passwords.set(account, password)
    },
    deletePassword: async (_service, account) => passwords.delete(account),
  }
}
