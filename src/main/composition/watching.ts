import { z } from 'zod'
import type { Snapshot, SnapshotChange } from '../../shared/contract/snapshot.ts'
import { readWatchState } from '../../shared/domain/watchState.ts'
import type { DocumentsStore } from '../store/documentsStore.ts'
import type { AccountFacts } from '../watch/concerns.ts'
import type { Forecast } from '../watch/forecast.ts'
import type { NotificationModel } from '../watch/model.ts'
import { watchStep } from '../watch/watch.ts'

/** What the watch needs of the rest. */
export interface WatchingParts {
  readonly snapshot: () => Snapshot
  readonly forecast: (accountId: string) => Forecast
  readonly documents: DocumentsStore
  readonly now: () => number
  /** That this computer's clock is wrong, without a stop; null: it is right. */
  readonly clockWords: () => string | null
  readonly notify: (model: NotificationModel) => void
  /** Runs something later (ms); gives back what calls it off. */
  readonly setTimer: (run: () => void, ms: number) => () => void
  /** After every look, with what it looked at: what else changes as time passes. */
  readonly looked: (snapshot: Snapshot) => void
}

/** Ms between two looks when nothing changes: an end that comes near is told a few minutes late at the most. */
const lookEvery = 5 * 60_000

const toldKey = 'watch'
const offlineKey = 'offline'

const outagesSchema = z.record(z.string(), z.number()).catch({})

/** Looks at everything that may have to be told, whenever something changed and every few minutes. */
export function createWatching(parts: WatchingParts) {
  const { documents, now } = parts
  let startedAt = now()
  let state = readWatchState(documents.get(toldKey))
  let outages: Readonly<Record<string, number>> = readOutages(documents.get(offlineKey))
  const kept = new Map<string, string>()
  let cancel = (): void => undefined
  let stopped = false

  function keep(key: string, value: unknown): void {
    const json = JSON.stringify(value)
    if (json !== kept.get(key) && documents.put(key, json).ok) kept.set(key, json)
  }

  /** When each account's vendor went out of reach; what is not known of this run yet stays as it was. */
  function outagesOf({ balances }: Snapshot): Record<string, number> {
    return Object.fromEntries(
      balances.flatMap(({ accountId, offline, readAt }) => {
        const since = outages[accountId]
        if (offline) return [[accountId, since ?? now()]]
        return since === undefined || isFresh(readAt) ? [] : [[accountId, since]]
      }),
    )
  }

  const isFresh = (readAt: number | null): boolean => readAt !== null && readAt >= startedAt

  function accountFacts({ accounts, balances, orders }: Snapshot): AccountFacts[] {
    return accounts.map(({ id: accountId, name, keyRefused }) => {
      const readAt = balances.find((one) => one.accountId === accountId)?.readAt ?? null
      const ends = orders.find((one) => one.accountId === accountId)?.readAt ?? null
      const { reach, until, short } = parts.forecast(accountId)
      return {
        accountId,
        name,
        // What was known when Leasebar last ran may be long topped up, or renewed elsewhere.
        forecast:
          reach === 'unknown' || !isFresh(readAt) || !isFresh(ends)
            ? null
            : { shortAt: until, shortBy: short?.shortBy ?? null },
        // A refusal is known to this run only: until the vendor has answered, nobody knows.
        keyRefused: keyRefused ? true : isFresh(readAt) ? false : null,
        offlineSince: outages[accountId] ?? null,
      }
    })
  }

  /** Before an account's list was read in this run, its old ends may be long renewed elsewhere. */
  function groupFacts({ groups, orders }: Snapshot) {
    const read = new Set(
      orders.filter(({ readAt, problem }) => isFresh(readAt) || problem !== null).map((one) => one.accountId),
    )
    return groups.map(({ group: { id: groupId, accountId, name }, endsAt }) => {
      return { groupId, accountId, name, endsAt: read.has(accountId) ? endsAt : null }
    })
  }

  function look(known?: Snapshot): void {
    cancel()
    if (stopped) return
    cancel = parts.setTimer(() => look(), lookEvery)
    // A clock that was set back must not make every reading of this run look older than the run.
    startedAt = Math.min(startedAt, now())
    const snapshot = known ?? parts.snapshot()
    outages = outagesOf(snapshot)
    const step = watchStep({
      facts: { accounts: accountFacts(snapshot), groups: groupFacts(snapshot) },
      state,
      settings: snapshot.settings,
      now: now(),
      minutesOfDay: minutesOfDay(now()),
      clock: parts.clockWords(),
    })
    // In memory first: a disk that refuses must not make it repeat. Told before it is kept: twice after a crash is
    // better than never.
    state = step.state
    for (const notification of step.notifications) parts.notify(notification)
    keep(toldKey, state)
    keep(offlineKey, outages)
    parts.looked(snapshot)
  }

  return {
    /** Looks now, and goes on in time. */
    look: (): void => look(),
    /** Looks when a change may matter to it. `snapshot`: how things stand with it. */
    changed(change: SnapshotChange, snapshot: Snapshot): void {
      const { accounts, groups, balances, orders, settings } = change
      if (accounts ?? groups ?? balances ?? orders ?? settings) look(snapshot)
    },
    stop(): void {
      stopped = true
      cancel()
    },
  }
}

function readOutages(json: string | null): Record<string, number> {
  try {
    return outagesSchema.parse(json === null ? {} : JSON.parse(json))
  } catch {
    return {}
  }
}

/** Minutes of the local day, 0 to 1439. `at`: ms since the epoch. */
export function minutesOfDay(at: number): number {
  const date = new Date(at)
  return date.getHours() * 60 + date.getMinutes()
}
