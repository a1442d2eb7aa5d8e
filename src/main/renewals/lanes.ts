import type { Clock } from './ports.ts'

/** Ms between the end of one paid call of an account and the start of the next (DESIGN.md, Send). */
export const paidGap = 2000

/**
 * One lane an account: what runs in a lane runs alone, in the order of asking. The whole way of a renewal, from quote
 * to judgement, runs in its lane, so that a second group with the same order sees what the first came to.
 */
export function createLanes(clock: Clock, gap = paidGap) {
  const tails = new Map<string, Promise<void>>()
  const lastPaid = new Map<string, number>()
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
    /** Resolves once `gap` ms have passed since the account's last paid call ended. */
    async spaced(accountId: string): Promise<void> {
      const last = lastPaid.get(accountId)
      const left = last === undefined ? 0 : last + gap - clock.monotonic()
      if (left > 0) await clock.wait(left)
    },
    /** Notes that a paid call of the account has just ended. */
    paid(accountId: string): void {
      lastPaid.set(accountId, clock.monotonic())
    },
  }
}

/** The lanes of all accounts. */
export type Lanes = ReturnType<typeof createLanes>
