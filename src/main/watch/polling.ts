/**
 * When to read what of the vendor by itself: which polls are to be asked for now, and when to look again. A pure
 * function of its state, the settings and the monotonic clock; `src/main/composition/schedule.ts` keeps the time.
 */

/** What is polled of an account. */
export type PollKind = 'balance' | 'orders'

/** One thing that is polled: an account's balance, or its orders. */
export interface Poll {
  readonly accountId: string
  readonly kind: PollKind
}

/** An account as polling sees it now. */
export interface PollAccount {
  readonly accountId: string
  /** False while nothing can reach its vendor, because the machine is offline. */
  readonly online: boolean
  /** Ms for which the vendor asked to send nothing; 0: not at all. */
  readonly heldFor: number
}

/** What decides, beside the state. */
export interface PollInput {
  /** Every account there is, in their order. */
  readonly accounts: readonly PollAccount[]
  /** Ms between two polls, as set now. */
  readonly periods: Readonly<Record<PollKind, number>>
  /** Ms by the monotonic clock, which no person and no network sets. */
  readonly now: number
  /** From 0 up to 1. */
  readonly random: () => number
}

/** How one thing stands. All times are ms by the monotonic clock. */
interface Thing {
  /** From when its period counts: when it was last asked for, or last failed, or was first seen. */
  readonly from: number
  /** The part of a period after which it is next due: less than one right after waking, to spread the accounts. */
  readonly share: number
  /** By how much of that it comes later (up to 0.1) or earlier (down to -0.1). */
  readonly jitter: number
  /** When it was last asked for; null: not yet. */
  readonly askedAt: number | null
  readonly asking: boolean
  /** Failures since the last success. */
  readonly failures: number
  /** It is to be read at once, whatever its period. */
  readonly woken: boolean
  /** Its vendor was out of reach at the last look. */
  readonly offline: boolean
  /** It was due while out of reach, and that was told. */
  readonly missed: boolean
}

/** How polling stands. */
export interface PollState {
  /** False until the first look, which reads everything at once. */
  readonly begun: boolean
  readonly things: ReadonlyMap<string, Thing>
  /** The account that was asked last. */
  readonly last: { readonly accountId: string; readonly at: number } | null
}

/** What a look comes to. */
export interface PollStep {
  readonly state: PollState
  /** To be asked for now; the answer to each goes to `pollAnswered`. */
  readonly ask: readonly Poll[]
  /** Would have been asked for now if the machine were online; each is named once for each time it is offline. */
  readonly missed: readonly Poll[]
  /** Ms until the next look. */
  readonly lookIn: number
}

const kinds: readonly PollKind[] = ['balance', 'orders']

/** Never less between two polls of one thing, whatever wakes it up; ms. */
const leastGap = 60_000
/** Ms between two accounts, so that they are never asked all at once. */
const accountGap = 1000
/** Failures double the period up to this, in ms; a period that is longer stays as it is. */
const longestBackoff = 60 * 60_000
/** How much earlier or later a poll comes, as a part of its period. */
const jitterPart = 0.1
/** Ms between two looks while the machine is offline: nothing tells main that it is back. */
const offlineLook = 5000
/** Ms between two looks at most: a sleep that nobody told of stops timers, and going offline should be noticed. */
const longestLook = 60_000

/** Before the first look. */
export const noPolls: PollState = { begun: false, things: new Map(), last: null }

/** Looks at what is due. At most one account is asked in a look; the next one's turn comes a second later. */
export function pollStep(state: PollState, input: PollInput): PollStep {
  const { accounts, now } = input
  const seen = accounts.flatMap((account, rank) =>
    kinds.map((kind) => {
      const poll: Poll = { accountId: account.accountId, kind }
      const thing = noticed(state.things.get(keyOf(poll)) ?? newThing(state, input), account.online)
      const heldUntil = account.heldFor > 0 ? now + account.heldFor : 0
      const dueAt = Math.max(dueOf(thing, input.periods[kind]), heldUntil)
      return { poll, thing, dueAt, share: (rank + 1) / accounts.length }
    }),
  )
  const due = seen.filter(({ thing, dueAt }) => !thing.asking && dueAt <= now)
  const missed = due.filter(({ thing }) => thing.offline && !thing.missed).map(({ poll }) => poll)
  const ready = due.filter(({ thing }) => !thing.offline).sort((a, b) => a.dueAt - b.dueAt)
  const turn = ready.find(({ poll }) => turnAt(state, poll) <= now)?.poll.accountId
  const asked = ready.filter(({ poll }) => poll.accountId === turn)
  const last = turn === undefined ? state.last : { accountId: turn, at: now }

  const things = new Map(seen.map(({ poll, thing }) => [keyOf(poll), thing]))
  for (const { poll, thing, share } of asked) {
    things.set(keyOf(poll), {
      ...thing,
      from: now,
      share: thing.woken ? share : 1,
      jitter: jitterOf(input),
      askedAt: now,
      asking: true,
      woken: false,
    })
  }
  for (const { poll, thing } of due) if (thing.offline) things.set(keyOf(poll), { ...thing, missed: true })

  const next: PollState = { begun: true, things, last }
  const waits = seen
    .filter((one) => !one.thing.asking && !one.thing.offline && !asked.includes(one))
    .map(({ poll, dueAt }) => Math.max(dueAt, turnAt(next, poll)) - now)
  const anyOffline = accounts.some(({ online }) => !online)
  const lookIn = Math.min(anyOffline ? offlineLook : longestLook, ...waits)
  return { state: next, ask: asked.map(({ poll }) => poll), missed, lookIn }
}

/** Takes in how a poll went, at `now`. A failure counts from now on, so that a slow one is not repeated at once. */
export function pollAnswered(state: PollState, poll: Poll, ok: boolean, now: number): PollState {
  return changed(state, poll, (thing) =>
    ok
      ? { ...thing, asking: false, failures: 0 }
      : { ...thing, asking: false, failures: thing.failures + 1, from: now },
  )
}

/** Somebody else read it with success, at `now`: a person, a renewal. It is polled as often as usual again. */
export function pollRecovered(state: PollState, poll: Poll, now: number): PollState {
  return changed(state, poll, (thing) =>
    thing.failures === 0 ? thing : { ...thing, failures: 0, from: now, share: 1 },
  )
}

/** Everything is to be read at once: the machine woke up. */
export function pollsWoken(state: PollState): PollState {
  return { ...state, things: new Map([...state.things].map(([key, thing]) => [key, woken(thing)])) }
}

function changed(state: PollState, poll: Poll, change: (thing: Thing) => Thing): PollState {
  const thing = state.things.get(keyOf(poll))
  // Its account may be gone by now.
  return thing ? { ...state, things: new Map(state.things).set(keyOf(poll), change(thing)) } : state
}

/** What is there at the first look is read at once; connecting an account later reads everything by itself. */
function newThing(state: PollState, input: PollInput): Thing {
  return {
    from: input.now,
    share: 1,
    jitter: jitterOf(input),
    askedAt: null,
    asking: false,
    failures: 0,
    woken: !state.begun,
    offline: false,
    missed: false,
  }
}

/** Back online, everything is read at once: what it was before says little by now. */
function noticed(thing: Thing, online: boolean): Thing {
  if (!online) return { ...thing, offline: true }
  return thing.offline ? { ...woken(thing), offline: false, missed: false } : thing
}

const woken = (thing: Thing): Thing => ({ ...thing, woken: true })

/** When it is due by itself. */
function dueOf(thing: Thing, period: number): number {
  const wait =
    thing.failures === 0
      ? period * thing.share
      : Math.max(period, Math.min(longestBackoff, period * 2 ** (thing.failures - 1)))
  const planned = thing.from + (thing.woken ? 0 : wait * (1 + thing.jitter))
  return Math.max(planned, thing.askedAt === null ? planned : thing.askedAt + leastGap)
}

/** When the turn of an account comes, after the one asked last. */
function turnAt({ last }: PollState, { accountId }: Poll): number {
  return last === null || last.accountId === accountId ? Number.NEGATIVE_INFINITY : last.at + accountGap
}

function jitterOf({ random }: PollInput): number {
  return (random() * 2 - 1) * jitterPart
}

function keyOf({ accountId, kind }: Poll): string {
  return `${accountId} ${kind}`
}
