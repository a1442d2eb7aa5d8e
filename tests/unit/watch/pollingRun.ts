import {
  noPolls,
  type Poll,
  type PollAccount,
  type PollKind,
  pollAnswered,
  pollStep,
  pollsWoken,
} from '../../../src/main/watch/polling.ts'

export const SECOND = 1000
export const MINUTE = 60 * SECOND

/** A poll that was asked for. `at`: ms since the run began. */
export interface Asked extends Poll {
  readonly at: number
}

/** What a run of polling goes through. All times are ms since it began. */
export interface Course {
  readonly until: number
  readonly accounts: (at: number) => readonly PollAccount[]
  readonly periods?: (at: number) => Record<PollKind, number>
  readonly answers?: (poll: Poll, at: number) => boolean
  /** How long an answer takes. */
  readonly takes?: number
  /** When the machine wakes up. */
  readonly wakes?: readonly number[]
  /** When something changes that makes the schedule look: accounts, settings. */
  readonly looks?: readonly number[]
  readonly random?: () => number
}

/** Accounts by their names, online and not held. */
export function online(...names: readonly string[]): PollAccount[] {
  return names.map((accountId) => ({ accountId, online: true, heldFor: 0 }))
}

interface Event {
  readonly at: number
  readonly kind: 'look' | 'wake' | Asked
}

/** Runs polling through a course, with a clock that begins somewhere; gives what it asked for and what it missed. */
export function run(course: Course): { asked: Asked[]; missed: Asked[]; looks: number } {
  const start = 77_777
  const { takes = 300, periods = () => ({ balance: 10 * MINUTE, orders: 30 * MINUTE }) } = course
  const asked: Asked[] = []
  const missed: Asked[] = []
  let looks = 0
  let state = noPolls
  let events: Event[] = [
    ...(course.wakes ?? []).map((at) => ({ at, kind: 'wake' as const })),
    ...(course.looks ?? []).map((at) => ({ at, kind: 'look' as const })),
  ]
  let lookAt = 0
  for (;;) {
    const first = events.reduce<Event>((a, b) => (b.at < a.at ? b : a), { at: lookAt, kind: 'look' })
    if (first.at > course.until) return { asked, missed, looks }
    events = events.filter((event) => event !== first)
    const { at, kind } = first
    if (kind === 'wake') state = pollsWoken(state)
    else if (kind !== 'look') {
      state = pollAnswered(state, kind, course.answers?.(kind, kind.at) ?? true, start + at)
    }
    const random = course.random ?? (() => 0.5)
    const step = pollStep(state, {
      accounts: course.accounts(at),
      periods: periods(at),
      now: start + at,
      random,
    })
    looks += 1
    state = step.state
    // Timers know whole ms.
    lookAt = at + Math.ceil(step.lookIn)
    missed.push(...step.missed.map((poll) => ({ ...poll, at })))
    for (const poll of step.ask) {
      asked.push({ ...poll, at })
      events.push({ at: at + takes, kind: { ...poll, at } })
    }
  }
}

/** When one thing was asked for. */
export function times(asked: readonly Asked[], accountId: string, kind: PollKind = 'balance'): number[] {
  return asked.filter((one) => one.accountId === accountId && one.kind === kind).map(({ at }) => at)
}

/** The time between each two. */
export function gaps(at: readonly number[]): number[] {
  return at.slice(1).map((time, index) => time - (at[index] ?? 0))
}
