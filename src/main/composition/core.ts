import type { Snapshot } from '../../shared/contract/snapshot.ts'
import type { Renewal } from '../../shared/domain/renewal.ts'
import { err } from '../../shared/domain/result.ts'
import { restOf } from '../../shared/domain/rules/rest.ts'
import { unknownKey } from '../../shared/domain/rules/vendorAdvice.ts'
import { words } from '../../shared/words/words.ts'
import { createAccounts } from '../accounts/accounts.ts'
import type { Keychain } from '../accounts/keychain.ts'
import type { PracticePort } from '../accounts/ports.ts'
import { createAutoExtend } from '../autoExtend/autoExtend.ts'
import { createBalance } from '../balance/balance.ts'
import { createBalanceHistory } from '../balance/balanceHistory.ts'
import { createGroups } from '../groups/groups.ts'
import { createOrders } from '../orders/orders.ts'
import { createBadOrders } from '../renewals/badOrders.ts'
import { createDueRuns } from '../renewals/dueRun.ts'
import type { Clock } from '../renewals/ports.ts'
import { recoverSending } from '../renewals/recover.ts'
import { createRenewals } from '../renewals/renewals.ts'
import { settleByHand } from '../renewals/settleByHand.ts'
import { createSettling } from '../renewals/settling.ts'
import { accountForecast } from '../state/forecastView.ts'
import { createState } from '../state/state.ts'
import type { Store } from '../store/store.ts'
import type { VendorClient } from '../vendor/client.ts'
import type { Forecast } from '../watch/forecast.ts'
import { createAftermath } from './aftermath.ts'
import { createClockWatch } from './clockWatch.ts'
import type { CoreEvents } from './coreEvents.ts'
import { dueGroups, selectedGroups } from './dueGroups.ts'
import { knownPort, payingAccounts } from './heartPorts.ts'
import { createNotices } from './notices.ts'
import { forecastSources, snapshotParts } from './snapshotParts.ts'
import { createWaits } from './waits.ts'

/** What the core is built from. It knows no Electron, so that tests run it whole on real parts. */
export interface CoreParts {
  readonly store: Store
  readonly vendor: VendorClient
  readonly keychain: (onLateAnswer: (accountId: string) => void) => Keychain
  readonly practice: PracticePort
  readonly clock: Clock
  readonly newId: () => string
  readonly about: Snapshot['about'] | (() => Snapshot['about'])
  readonly defaultApiUrl: string
  /** Newer versions of Leasebar; absent: this copy has no release feed. */
  readonly updates?: () => Snapshot['updates']
  /** Gathers changes of one moment into one push. */
  readonly soon: (work: () => void) => void
  readonly tell: CoreEvents
  /** Ms between two paid calls of one account; only tests set it. */
  readonly paidGap?: number
  /** Ms between two quotes of a search for bad orders, or of a plan; only tests set it. */
  readonly quoteGap?: number
}

/** Builds the features and wires their ports to each other: Leasebar without a desktop. */
export function createCore(parts: CoreParts) {
  const { store, vendor, clock } = parts
  const phases = new Map<string, 'quoting' | 'sending'>()
  let state: ReturnType<typeof createState> | null = null
  const changed = (): void => state?.changed()
  const notices = createNotices(changed)
  const clockWatch = createClockWatch({
    clock,
    notices,
    accountIds: () =>
      accounts
        .list()
        .filter(({ kind }) => kind === 'vendor')
        .map(({ id }) => id),
  })

  // The lock is the whole keychain's: what one account waited for, all did.
  const keychain = parts.keychain(() => {
    for (const { id } of accounts.list()) void refresh(id)
  })
  const accountsAlone = createAccounts({
    store: store.accounts,
    practice: parts.practice,
    readBalance: vendor.balance,
    unsettledCount: (accountId) => store.journal.unsettled(accountId).length,
    defaultApiUrl: parts.defaultApiUrl,
    now: clock.now,
    newId: parts.newId,
    changed,
    balanceRead: (accountId, money, at) => balance.take(accountId, money, at),
    keychain,
  })
  const waits = createWaits({ pacing: vendor.pacing, clock, readAgain: refreshFailed, changed })
  const accounts = { ...accountsAlone, access: waits.noting(accountsAlone.access) }
  const groups = createGroups({
    store: store.groups,
    accountExists: (accountId) => store.accounts.get(accountId) !== null,
    now: clock.now,
    newId: parts.newId,
    changed,
  })
  const orders = createOrders({
    store: store.orders,
    access: accounts.access,
    read: vendor.orders,
    now: clock.now,
    changed,
    timeTold: (accountId, vendorAt) => clockWatch.told(accountId, vendorAt),
  })
  const balance = createBalance({
    store: store.balances,
    access: accounts.access,
    read: vendor.balance,
    now: clock.now,
    changed,
    taken: (accountId, money, at) => {
      accounts.keyTaken(accountId)
      parts.tell.balanceTaken(accountId, money, at)
    },
    keyRefused: accounts.keyRefused,
  })
  const known = knownPort(orders, balance)
  const listenerFailed = (error: unknown): void =>
    parts.tell.log(`a listener failed: ${error instanceof Error ? error.name : typeof error}`)
  const aftermath = createAftermath({
    store,
    orders,
    balance,
    groups,
    notices,
    waits,
    clock,
    tell: parts.tell,
  })
  const badOrders = createBadOrders({
    vendor,
    accounts: payingAccounts(accounts),
    groups,
    known,
    clock,
    changed,
    ...(parts.quoteGap === undefined ? {} : { gap: parts.quoteGap }),
  })
  const renewals = createRenewals({
    vendor,
    journal: store.journal,
    accounts: payingAccounts(accounts),
    groups,
    known,
    clock,
    newId: parts.newId,
    startOfDay,
    lastPaidAt: (accountId) => lastPaidAt(store.journal.lastByGroup(accountId).values()),
    listenerFailed,
    ...(parts.paidGap === undefined ? {} : { paidGap: parts.paidGap }),
    events: {
      phase: (groupId, phase) => {
        // Whatever was searched is past once the group is renewed again.
        if (phase === 'quoting') badOrders.forget(groupId)
        if (phase === 'idle') phases.delete(groupId)
        else phases.set(groupId, phase)
        changed()
      },
      balanceRead: balance.take,
      ended: (renewal) => {
        if (renewal.result?.vendorError?.code === unknownKey) accounts.keyRefused(renewal.intent.accountId)
        changed()
        aftermath.ended(renewal)
        settling.watch(renewal)
      },
      unsaved: aftermath.unsaved,
    },
  })
  const dueRuns = createDueRuns({
    renewals,
    accounts: payingAccounts(accounts),
    groups,
    clock,
    newId: parts.newId,
    changed,
    ended: (run) => {
      try {
        parts.tell.dueRunEnded?.(run)
      } catch (error) {
        listenerFailed(error)
      }
    },
    keyRefused: accounts.keyRefused,
    ...(parts.quoteGap === undefined ? {} : { gap: parts.quoteGap }),
  })
  const autoExtend = createAutoExtend({
    vendor,
    switches: store.autoSwitches,
    groups,
    accounts: payingAccounts(accounts),
    knownOrders: (accountId) => orders.known(accountId).orders,
    alone: renewals.alone,
    isStopped: renewals.isStopped,
    now: clock.now,
    newId: parts.newId,
    changed,
    balanceRead: balance.take,
    ended: ({ accountId }, { kind, at, vendorError }) => {
      if (vendorError?.code === unknownKey) accounts.keyRefused(accountId)
      if (kind === 'switched' || kind === 'unknown') {
        void aftermath.ordersSince(accountId, at).catch(listenerFailed)
      }
    },
  })
  const settling = createSettling({
    vendor,
    journal: store.journal,
    accounts: payingAccounts(accounts),
    known,
    clock,
    unsaved: renewals.unsaved,
    events: {
      balanceRead: balance.take,
      checked: aftermath.checked,
      settled: (renewal) => {
        changed()
        aftermath.settled(renewal)
      },
      failed: listenerFailed,
    },
  })
  state = createState({
    parts: snapshotParts({
      store,
      accounts,
      groups,
      orders,
      balance,
      renewals,
      badOrders,
      dueRuns,
      autoExtend,
      notices,
      updates: parts.updates ?? (() => ({ feed: null, state: { kind: 'idle' } })),
      phases,
      waits,
      about: parts.about,
      now: clock.now,
    }),
    soon: parts.soon,
    push: parts.tell.changed,
  })

  /** Reads anew what could not be read, also for settling. */
  async function refreshFailed(accountId: string): Promise<void> {
    settling.lookAgain(accountId)
    await Promise.all([
      balance.state(accountId).problem === null ? null : balance.refresh(accountId),
      orders.state(accountId).problem === null ? null : orders.refresh(accountId),
    ])
  }

  /** Reads an account's balance and orders anew. */
  async function refresh(accountId: string): Promise<void> {
    await Promise.all([balance.refresh(accountId), orders.refresh(accountId)])
  }

  const flushRenewals = aftermath.flush(renewals)

  return {
    accounts,
    groups,
    orders,
    balance,
    balanceHistory: createBalanceHistory({ store: store.balances, journal: store.journal, now: clock.now }),
    renewals,
    badOrders,
    dueRuns,
    autoExtend,
    /** A request that pays or switches is on its way, or the rest of a run is. */
    isPaying: (): boolean =>
      renewals.busyGroups().length > 0 || dueRuns.state()?.phase === 'paying' || autoExtend.isBusy(),
    /** `Renew all due…`: asks for the price of every group that is due, of one account or (null) of all. */
    planDue: (accountId: string | null) =>
      dueRuns.plan(
        dueGroups(
          {
            groups: groups.list(),
            orders: (id) => orders.known(id).orders,
            settings: store.settings.get(),
            now: clock.now(),
          },
          accountId,
        ),
        { kind: 'due', scope: accountId },
      ),
    /** `Renew selected…`: asks for the price of every group that a person selected. */
    planSelected: (groupIds: readonly string[]) =>
      dueRuns.plan(
        selectedGroups({ groups: groups.list(), orders: (id) => orders.known(id).orders }, groupIds),
        { kind: 'selected', scope: null },
      ),
    settling,
    notices,
    clockWatch,
    state,
    known,
    waits,
    refresh,
    /** How far an account's balance reaches. */
    forecast: (accountId: string): Forecast =>
      accountForecast(forecastSources({ store, balance, groups, orders, now: clock.now }, accountId)),
    /** At start: what a crash left `sending` is unknown. Gives those rows; what the disk refuses of them is said. */
    recover(): readonly Renewal[] {
      autoExtend.recover()
      const found = recoverSending(store.journal, renewals.unsaved, clock.now())
      for (const renewal of found)
        if (renewal.unsaved) aftermath.unsaved(renewal, { message: words().app.unsaved.refused })
      return found
    },
    settle(renewalId: string, decision: 'it-went-through' | 'it-did-not') {
      // An `unknown` that only memory holds has to be on the disk before a decision about it can be.
      renewals.unsaved.flush()
      const settled = settleByHand({ journal: store.journal, known, clock }, renewalId, decision)
      changed()
      if (settled.ok) void refresh(settled.value.intent.accountId)
      return settled
    },
    /** `Renew the N that did not move`: which they are is main's own word, from the last look at the vendor. */
    async startRest(renewalId: string): ReturnType<typeof renewals.start> {
      const renewal = store.journal.get(renewalId)
      const rest = renewal && restOf(renewal)
      if (!renewal || !rest || rest.length === 0) {
        return err({
          kind: 'not-found',
          message: words().app.noneBehind,
        })
      }
      return renewals.startPart(renewal.intent.groupId, rest, 'window')
    },
    /** Before the end: no key is read any more, and the keychain’s calls under way are waited for. */
    closeKeychain(): ReturnType<typeof keychain.close> {
      badOrders.stopAll()
      dueRuns.stopForQuit()
      return keychain.close()
    },
    /** Writes results that the disk refused, where it takes them now. */
    flushUnsaved: (): void => {
      flushRenewals()
      autoExtend.flush()
    },
  }
}

/** Leasebar without a desktop. */
export type Core = ReturnType<typeof createCore>

/** When the last paid call among some renewals ended, ms since the epoch; null: there is none. */
function lastPaidAt(renewals: Iterable<Renewal>): number | null {
  const ends = [...renewals].flatMap(({ result }) => (result?.stage === 'exchange' ? [result.endedAt] : []))
  return ends.length === 0 ? null : Math.max(...ends)
}

/** The local midnight before a time, both ms since the epoch: the day of the day's limit. */
function startOfDay(now: number): number {
  return new Date(now).setHours(0, 0, 0, 0)
}
