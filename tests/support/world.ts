/**
 * Leasebar without a desktop, on real parts: the real client over real HTTP to the embedded vendor, the real store in a
 * folder of its own, the real core that wires them. Only what breaks is brought in: a vendor with faults, a disk that
 * can refuse a journal row, a wall clock that can jump.
 */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { createKeychain } from '../../src/main/accounts/keychain.ts'
import { type Core, createCore } from '../../src/main/composition/core.ts'
import { untilClosed } from '../../src/main/composition/untilClosed.ts'
import { createFaults, type FaultPlan, type Faults } from '../../src/main/practice/faults.ts'
import type { AccountSeed, OrderSeed } from '../../src/main/practice/stock.ts'
import {
  createWorld,
  type PracticeVendor,
  startVendor,
  type VendorWorld,
} from '../../src/main/practice/vendor.ts'
import { openStore } from '../../src/main/store/open.ts'
import type { Store } from '../../src/main/store/store.ts'
import { createVendorClient } from '../../src/main/vendor/client.ts'
import type { GuardQuestion, RenewalAnswer } from '../../src/shared/contract/types.ts'
import type { Group, GroupDraft } from '../../src/shared/domain/group.ts'
import type { ProxyType } from '../../src/shared/domain/proxyType.ts'
import type { Renewal, RenewalSource } from '../../src/shared/domain/renewal.ts'
import { err } from '../../src/shared/domain/result.ts'

/** The key of the tests' account: every character that has to be percent-encoded, and none that may show up. */
export const KEY = 'canary/with ? signs#and%7'
const DAY = 86_400_000

/** What a test may break. */
export interface Switches {
  failBegin: boolean
  failFinish: boolean
  failRecord: boolean
  /** No evidence settles anything: an `unknown` stays one. */
  failSettle: boolean
  /** Added to the wall clock, in ms. */
  wallJump: number
  /** Added to both clocks and to the vendor's, in ms: time that passed. */
  passed: number
}

/** How a world is made. */
export interface WorldOptions {
  readonly account?: Partial<AccountSeed>
  /** Limit of the paid call in ms. */
  readonly paidLimitMs?: number
  /** Limit of every other call in ms; 2 s unless a long list is read. */
  readonly readLimitMs?: number
  /** Ms between two paid calls; 0 unless the gap is what is tested. */
  readonly paidGap?: number
  /** Ms between two quotes of a search for bad orders or of a plan; 0 unless the gap is what is tested. */
  readonly quoteGap?: number
  /** False: no evidence settles anything, so that what an `unknown` locks can be looked at. */
  readonly settles?: boolean
  /** Another server instead of the embedded vendor. */
  readonly apiUrl?: string
}

/** Everything a test needs, and short ways to what a person does. */
export interface TestWorld {
  readonly vendor: PracticeVendor
  readonly books: VendorWorld
  readonly faults: Faults
  readonly switches: Switches
  /** What the desktop was told, in order. */
  readonly told: Renewal[]
  /** What was settled by evidence, in order. */
  readonly settled: Renewal[]
  core: Core
  store: Store
  readonly accountId: string
  /** The data folder. */
  readonly folder: string
  /** Saves a group; by default of IPv4 for 30 days. */
  readonly group: (name: string, orderIds: readonly string[], change?: Partial<GroupDraft>) => Group
  /** One click; the answer whole. */
  readonly click: (group: Group, source?: RenewalSource) => Promise<RenewalAnswer>
  /** One click that goes straight on. */
  readonly renew: (group: Group) => Promise<Renewal>
  /** One click that the guard stops. */
  readonly asked: (group: Group) => Promise<GuardQuestion>
  /** `Renew anyway`, going through. */
  readonly anyway: (question: GuardQuestion) => Promise<Renewal>
  /** Plans a fault of the paid call. */
  readonly fault: (plan: FaultPlan) => ReturnType<Faults['plan']>
  /** Requests that reached the vendor whole and asked for money. */
  readonly paid: () => number
  /** Closes and opens everything again on the same folder, as a new start does; the key is entered anew. */
  readonly restart: (options?: {
    readonly withKey?: boolean
    /** What befalls the folder while nothing is open. */
    readonly meanwhile?: () => void
    /** The disk refuses results from the start on. */
    readonly failFinish?: boolean
  }) => Promise<readonly Renewal[]>
}

/** Five orders: `…001` and `…002` IPv4 (2 addresses and 1), `…003` IPv6, `…004` MOBILE, `…005` ISP. */
export const orders = {
  IPv4: '1000000000000000001',
  IPv4two: '1000000000000000002',
  IPv6: '1000000000000000003',
  MOBILE: '1000000000000000004',
  ISP: '9223372036854775807123',
} as const

function seed(now: number): AccountSeed {
  const end = now + 10 * DAY
  return {
    key: KEY,
    balance: '100.00',
    orders: [
      { id: orders.IPv4, type: 'IPv4', addresses: 2, end },
      { id: orders.IPv4two, type: 'IPv4', addresses: 1, end },
      { id: orders.IPv6, type: 'IPv6', addresses: 3, end },
      { id: orders.MOBILE, type: 'MOBILE', addresses: 1, end },
      { id: orders.ISP, type: 'ISP', addresses: 1, end },
    ],
    promoCodes: [{ code: 'TEN' }, { code: 'OLD', startDate: now - 9 * DAY, endDate: now - DAY }],
  }
}

/** Many IPv4 orders of one address each, for tests that try one thing many times. */
export function manyOrders(count: number): OrderSeed[] {
  const end = Date.now() + 10 * DAY
  return Array.from({ length: count }, (_, at) => ({ id: `${7_000_000 + at}`, type: 'IPv4' as const, end }))
}

/** Opens a world with one connected account, whose orders and balance were read; closed when the test ends. */
export async function openTestWorld(options: WorldOptions = {}): Promise<TestWorld> {
  const switches: Switches = {
    failBegin: false,
    failFinish: false,
    failRecord: false,
    failSettle: options.settles === false,
    wallJump: 0,
    passed: 0,
  }
  const books = createWorld({
    now: () => Date.now() + switches.passed,
    accounts: [{ ...seed(Date.now()), ...options.account }],
  })
  const faults = createFaults()
  const vendor = await startVendor({ world: books, faults })
  const folder = mkdtempSync(join(tmpdir(), 'leasebar-test-'))
  const told: Renewal[] = []
  const settled: Renewal[] = []
  const apiUrl = options.apiUrl ?? vendor.url
  const open = () => start(folder, apiUrl, switches, { told, settled }, options)
  const first = open()
  const account = await first.core.accounts.connect({
    name: 'Main',
    key: KEY,
    apiUrl,
    addressConfirmed: true,
    sessionOnly: true,
  })
  if (!account.ok) return expect.unreachable(account.error.message)
  const { accountId } = account.value
  await first.core.refresh(accountId)

  const world: TestWorld = {
    ...first,
    vendor,
    books,
    faults,
    switches,
    told,
    settled,
    accountId,
    folder,
    group(name, orderIds, change = {}) {
      const saved = world.core.groups.save({
        id: null,
        accountId,
        name,
        proxyType: 'IPv4',
        orderIds: orderIds.join('\n'),
        rentPeriodDays: '30',
        promoCode: '',
        showInTray: true,
        priceLimit: '',
        dueDays: '',
        ...change,
      })
      return saved.ok ? saved.value.group : expect.unreachable(JSON.stringify(saved.error))
    },
    async click(group, source = 'window') {
      const answer = await world.core.renewals.start(group.id, source)
      return answer.ok ? answer.value : expect.unreachable(answer.error.message)
    },
    renew: async (group) => endOf(await world.click(group)),
    async asked(group) {
      const answer = await world.click(group)
      return answer.kind === 'asks' ? answer.question : expect.unreachable('it did not ask')
    },
    async anyway(question) {
      const answer = await world.core.renewals.confirm(question.confirmationId)
      return answer.ok ? endOf(answer.value) : expect.unreachable(answer.error.message)
    },
    fault: (plan) => faults.plan({ endpoint: 'extend/order', ...plan }),
    paid: () => vendor.paidRequests().length,
    async restart({ withKey = true, meanwhile = () => {}, failFinish = false } = {}) {
      await quiet(world.core, accountId)
      world.store.close()
      meanwhile()
      Object.assign(switches, { failBegin: false, failFinish, failRecord: false })
      Object.assign(world, open())
      const found = world.core.recover()
      if (!withKey) return found
      const entered = await world.core.accounts.replaceKey(accountId, KEY, true)
      if (!entered.ok) return expect.unreachable(entered.error.message)
      await world.core.refresh(accountId)
      world.core.settling.begin()
      return found
    },
  }
  onTestFinished(async () => {
    await vendor.close()
    await quiet(world.core, accountId)
    world.store.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return world
}

/** The renewal that an answer ends with. */
export function endOf(answer: RenewalAnswer): Renewal {
  return answer.kind === 'ended'
    ? answer.renewal
    : expect.unreachable(`it asked: ${JSON.stringify(answer.question.findings)}`)
}

/** The group of a type's order, for 30 days. */
export function groupOf(world: TestWorld, type: ProxyType): Group {
  return world.group(type, [orders[type]], { proxyType: type })
}

/** Waits until nothing is on its way, reads after a renewal included. */
async function quiet(core: Core, accountId: string): Promise<void> {
  core.dueRuns.stopForQuit()
  await core.renewals.idle()
  core.settling.stop()
  core.waits.end()
  await core.refresh(accountId)
  // Pushes of what changed come a moment later.
  await new Promise((resolve) => setImmediate(resolve))
}

function start(
  folder: string,
  apiUrl: string,
  switches: Switches,
  { told, settled }: Pick<TestWorld, 'told' | 'settled'>,
  options: WorldOptions,
): { core: Core; store: Store } {
  const clock = {
    now: () => Date.now() + switches.wallJump + switches.passed,
    monotonic: () => performance.now() + switches.passed,
    wait,
  }
  const opened = openStore({ folder, now: clock.now })
  if (!opened.ok) return expect.unreachable(opened.error.message)
  const real = opened.value
  const full = err({ message: 'The disk is full.' })
  // As in the app: what comes after closing leads nowhere.
  let closed = false
  const store: Store = {
    ...real,
    close: () => {
      closed = true
      real.close()
    },
    journal: {
      ...real.journal,
      begin: (intent) => (switches.failBegin ? full : real.journal.begin(intent)),
      finish: (id, result) => (switches.failFinish ? full : real.journal.finish(id, result)),
      settle: (id, settlement) =>
        switches.failSettle && settlement.by === 'evidence' ? full : real.journal.settle(id, settlement),
      record: (intent, result) => (switches.failRecord ? full : real.journal.record(intent, result)),
    },
    autoSwitches: {
      ...real.autoSwitches,
      begin: (row) => (switches.failBegin ? full : real.autoSwitches.begin(row)),
      finish: (id, end) => (switches.failFinish ? full : real.autoSwitches.finish(id, end)),
    },
  }
  const core = createCore({
    store,
    vendor: untilClosed(
      createVendorClient({
        clock,
        proxyFor: async () => null,
        paidLimitMs: options.paidLimitMs ?? 10_000,
        readLimitMs: options.readLimitMs ?? 2000,
        retries: { limit: 2, backoffMs: 1, longestWaitMs: 100 },
      }),
      () => closed,
    ),
    // No keychain on this machine: the accounts of these tests are for the session only.
    keychain: (onLateAnswer) =>
      createKeychain({ load: () => Promise.reject(new Error('no keychain')), wait, onLateAnswer }),
    practice: { access: () => Promise.reject(new Error('no practice account')), end: async () => {} },
    clock,
    newId: randomUUID,
    about: {
      version: '0',
      dataFolder: folder,
      defaultApiUrl: apiUrl,
      platform: 'linux',
      language: 'en',
      hasTray: false,
    },
    defaultApiUrl: apiUrl,
    soon: (work) => setImmediate(() => closed || work()),
    tell: {
      changed: () => {},
      ended: (renewal) => told.push(renewal),
      checked: () => {},
      settled: (renewal) => settled.push(renewal),
      balanceTaken: () => {},
      log: (line) => expect.unreachable(line),
    },
    paidGap: options.paidGap ?? 0,
    quoteGap: options.quoteGap ?? 0,
  })
  return { core, store }
}

function wait(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    timer.unref()
    signal?.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
