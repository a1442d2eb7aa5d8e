/** One run of Leasebar: the real store, the real client, the real core; and how it ends, well or badly. */
import { cpSync } from 'node:fs'
import { createKeychain, type KeychainBackend } from '../../src/main/accounts/keychain.ts'
import { type Core, createCore } from '../../src/main/composition/core.ts'
import { openStore } from '../../src/main/store/open.ts'
import type { Store } from '../../src/main/store/store.ts'
import { createVendorClient, type VendorClient } from '../../src/main/vendor/client.ts'
import type { Renewal, RenewalIntent } from '../../src/shared/domain/renewal.ts'
import { err } from '../../src/shared/domain/result.ts'
import { nowhere } from './routes.ts'
import type { Timeline } from './time.ts'

/** Moments at which a run can end without a word. */
export type CrashPoint = 'before begin' | 'begun' | 'arrived' | 'acted' | 'replied' | 'finished'

/** What the disk refuses. */
export interface DiskSwitches {
  failBegin: boolean
  failFinish: boolean
  failRecord: boolean
  failSettle: boolean
}

/** What a run tells the harness. */
export interface AppEvents {
  readonly begun: (intent: RenewalIntent) => void
  readonly ended: (renewal: Renewal) => void
  /** An `unknown` was settled by evidence. */
  readonly settled: (renewal: Renewal) => void
  /** The vendor's list was taken in; `readAt` is the wall time at which it was asked for. */
  readonly endsNoted: (readAt: number) => void
  readonly log: (line: string) => void
}

/** What a run is built from. */
export interface AppParts {
  readonly folder: string
  /** Where the files go as they stand at a crash. */
  readonly crashFolder: string
  readonly timeline: Timeline
  readonly backend: KeychainBackend
  readonly newId: () => string
  readonly disk: DiskSwitches
  readonly clientOf: (client: VendorClient, alive: () => boolean) => VendorClient
  readonly events: AppEvents
}

/** One run of Leasebar. */
export interface App {
  readonly core: Core
  readonly store: Store
  readonly isAlive: () => boolean
  /** The moment at which this run is to crash; null: none. */
  crashAt: CrashPoint | null
  /** Crashes when `point` is the moment. */
  readonly reached: (point: CrashPoint) => void
  /** Ends the run as a killed process ends: a copy of its files stays as they are now, and it does nothing more. */
  readonly crash: () => void
  readonly hasCrashed: () => boolean
  /** Ends it as quitting does, whatever is on its way. */
  readonly quit: () => Promise<void>
  /** Lets go of the files; nothing of the run may be under way any more. */
  readonly bury: () => void
}

const full = err({ message: 'The disk is full.' })

/** Opens the data folder and builds everything on it. Throws where the store does not open: nothing here may cause that. */
export function startApp(parts: AppParts): App {
  const { folder, timeline, disk, events } = parts
  let alive = true
  const isAlive = (): boolean => alive
  const clock = timeline.clockOf(isAlive)
  const opened = openStore({ folder, now: clock.now })
  if (!opened.ok) throw new Error(`the store does not open: ${opened.error.message}`)
  const real = opened.value

  let crashed = false
  let buried = false

  function crash(): void {
    if (!alive) return
    cpSync(folder, parts.crashFolder, { recursive: true })
    alive = false
    crashed = true
  }

  function bury(): void {
    alive = false
    if (!buried) real.close()
    buried = true
  }

  /** A disk that may refuse; a process that ended writes nothing. */
  function writes<A extends readonly unknown[]>(
    write: (...args: A) => ReturnType<Store['journal']['begin']>,
    fails: () => boolean,
  ) {
    return (...args: A) => (!alive || fails() ? full : write(...args))
  }

  const { journal } = real
  const store: Store = {
    ...real,
    orders: {
      ...real.orders,
      save: (accountId, list, readAt) => {
        if (!alive) return
        real.orders.save(accountId, list, readAt)
        events.endsNoted(readAt)
      },
    },
    journal: {
      ...journal,
      begin: writes(
        (intent: RenewalIntent) => {
          app.reached('before begin')
          if (!alive) return full
          const begun = journal.begin(intent)
          if (begun.ok) events.begun(intent)
          app.reached('begun')
          return begun
        },
        () => disk.failBegin,
      ),
      finish: writes(
        (id: string, result: Parameters<typeof journal.finish>[1]) => {
          app.reached('replied')
          if (!alive) return full
          const finished = journal.finish(id, result)
          app.reached('finished')
          return finished
        },
        () => disk.failFinish,
      ),
      record: writes(journal.record, () => disk.failRecord),
      settle: writes(journal.settle, () => disk.failSettle),
      addEndsAfter: writes(journal.addEndsAfter, () => disk.failSettle),
    },
  }
  const core = createCore({
    store,
    vendor: parts.clientOf(
      createVendorClient({
        clock,
        proxyFor: async () => null,
        retries: { limit: 1, backoffMs: 1, longestWaitMs: 0 },
      }),
      isAlive,
    ),
    keychain: (onLateAnswer) =>
      createKeychain({ load: async () => parts.backend, wait: clock.wait, onLateAnswer }),
    practice: { access: () => Promise.reject(new Error('no practice account')), end: async () => {} },
    clock,
    newId: parts.newId,
    about: {
      version: '0',
      dataFolder: folder,
      defaultApiUrl: nowhere,
      platform: 'linux',
      language: 'en',
      hasTray: true,
    },
    defaultApiUrl: nowhere,
    soon: (work) => setImmediate(() => alive && work()),
    tell: {
      changed: () => {},
      ended: (renewal) => alive && events.ended(renewal),
      checked: () => {},
      settled: (renewal) => alive && events.settled(renewal),
      balanceTaken: () => {},
      log: (line) => alive && events.log(line),
    },
  })
  const app: App = {
    core,
    store: real,
    isAlive,
    crashAt: null,
    reached: (point) => {
      if (app.crashAt === point) crash()
    },
    crash,
    hasCrashed: () => crashed,
    async quit() {
      core.renewals.stop()
      core.settling.stop()
      core.waits.end()
      core.flushUnsaved()
      await core.closeKeychain()
      bury()
    },
    bury,
  }
  return app
}
