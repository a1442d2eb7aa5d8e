import { day } from '../../shared/domain/rules/ends.ts'
import type { Clock } from './ports.ts'

/** Ms between the end of one paid call of an account and the start of the next (DESIGN.md, Send). */
export const paidGap = 2000

/**
 * One lane an account: what runs in a lane runs alone, in the order of asking. The whole way of a renewal, from quote
 * to judgement, runs in its lane, so that a second group with the same order sees what the first came to.
 * `endedBefore`: when an account's last paid call of an earlier run ended (ms since the epoch), by the journal.
 */
export function createLanes(
  clock: Clock,
  gap = paidGap,
  endedBefore: (accountId: string) => number | null = () => null,
) {
  const tails = new Map<string, Promise<void>>()
  /** By the monotonic clock, as all times in here. */
  const lastPaid = new Map<string, number>()
  const sent = new Map<string, number>()

  /** Ms until the next paid call of an account may begin; the journal is asked for the first one only. */
  function left(accountId: string): number {
    const last = lastPaid.get(accountId) ?? firstOf(accountId)
    lastPaid.set(accountId, last)
    return last + gap - clock.monotonic()
  }

  function firstOf(accountId: string): number {
    const ended = endedBefore(accountId)
    // A time in the future, by a clock set back since, may have been just now.
    const age = ended === null ? gap : Math.max(0, clock.now() - ended)
    return clock.monotonic() - age
  }

  return {
    /** Runs `work` after everything asked before on this account. */
    async run<T>(accountId: string, work: () => Promise<T>): Promise<T> {
      const before = tails.get(accountId) ?? Promise.resolve()
      const turn = before.then(work)
      const tail = turn.then(
        () => undefined,
        () => undefined,
      )
      tails.set(accountId, tail)
      try {
        return await turn
      } finally {
        if (tails.get(accountId) === tail) tails.delete(accountId)
      }
    },
    /** Resolves once `gap` ms have passed since the account's last paid call ended, in this run or the one before. */
    async spaced(accountId: string): Promise<void> {
      // A timer may end a little early.
      for (let ms = left(accountId); ms > 0; ms = left(accountId)) await clock.wait(ms)
    },
    /** Notes that a paid call of the account, that of a renewal, has just ended. */
    paid(accountId: string, renewalId: string): void {
      lastPaid.set(accountId, clock.monotonic())
      sent.set(renewalId, clock.monotonic())
    },
    /** Ids of renewals whose paid call ended in the last 24 hours of this run, however the wall clock was set. */
    sentLately(): ReadonlySet<string> {
      for (const [id, at] of sent) if (clock.monotonic() - at > day) sent.delete(id)
      return new Set(sent.keys())
    },
  }
}

/** The lanes of all accounts. */
export type Lanes = ReturnType<typeof createLanes>
