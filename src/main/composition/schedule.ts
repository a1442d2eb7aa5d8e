import type { SnapshotChange } from '../../shared/contract/snapshot.ts'
import {
  noPolls,
  type Poll,
  type PollAccount,
  type PollKind,
  type PollState,
  pollAnswered,
  pollRecovered,
  pollStep,
  pollsWoken,
} from '../watch/polling.ts'

/** What the schedule needs of the rest. */
export interface ScheduleParts {
  /** Every account there is, and whether and when its vendor may be asked. */
  readonly accounts: () => readonly PollAccount[]
  /** Ms between two polls, as set now. */
  readonly periods: () => Readonly<Record<PollKind, number>>
  /** Asks the vendor; true: it answered. */
  readonly read: (poll: Poll) => Promise<boolean>
  /** It would have been asked, but the machine is offline: to be said, because no read fails that would say it. */
  readonly missed: (poll: Poll) => void
  /** Ms from some start, counting sleep; no person and no network sets it. */
  readonly monotonic: () => number
  /** From 0 up to 1. */
  readonly random: () => number
  /** Runs something later (ms); gives back what calls it off. */
  readonly setTimer: (run: () => void, ms: number) => () => void
}

/**
 * Keeps the time of everything that is read by itself, with one timer: what is due stands in
 * `src/main/watch/polling.ts`. What a person asks for does not come through here.
 */
export function createSchedule(parts: ScheduleParts) {
  let state: PollState = noPolls
  let running = false
  let cancel = (): void => undefined

  function look(): void {
    cancel()
    if (!running) return
    const step = pollStep(state, {
      accounts: parts.accounts(),
      periods: parts.periods(),
      now: parts.monotonic(),
      random: parts.random,
    })
    // The state and the timer first: a read may bring changes, and those look again.
    state = step.state
    cancel = parts.setTimer(look, Math.ceil(step.lookIn))
    for (const poll of step.missed) parts.missed(poll)
    for (const poll of step.ask) void ask(poll)
  }

  async function ask(poll: Poll): Promise<void> {
    // What goes wrong with a read is kept with the account; only a store that is closed throws.
    const ok = await parts.read(poll).catch(() => false)
    state = pollAnswered(state, poll, ok, parts.monotonic())
    look()
  }

  /** What a person or a renewal read meanwhile shows that the vendor answers again. */
  function recover(kind: PollKind, views: SnapshotChange['balances'] | SnapshotChange['orders']): void {
    for (const { accountId, problem, readAt } of views ?? []) {
      if (problem !== null || readAt === null) continue
      state = pollRecovered(state, { accountId, kind }, parts.monotonic())
    }
  }

  return {
    /** Reads everything now, and from now on in time. */
    start(): void {
      running = true
      look()
    },
    /** The machine woke up: everything is read now, but nothing twice within a minute. */
    wake(): void {
      state = pollsWoken(state)
      look()
    },
    /** Takes in accounts and settings that changed, and reads that others made. */
    changed({ accounts, balances, orders, settings }: SnapshotChange): void {
      recover('balance', balances)
      recover('orders', orders)
      if (accounts ?? balances ?? orders ?? settings) look()
    },
    stop(): void {
      running = false
      cancel()
    },
  }
}
