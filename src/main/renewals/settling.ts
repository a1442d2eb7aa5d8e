import type { Renewal } from '../../shared/domain/renewal.ts'
import { err, ok, type Result } from '../../shared/domain/result.ts'
import { currentOutcome } from '../../shared/domain/rules/outcomes.ts'
import { words } from '../../shared/words/words.ts'
import { type CheckProblem, createLooks, type SettlingParts, type Watched } from './looks.ts'
import { lateness } from './otherRenewals.ts'
import { createRounds } from './rounds.ts'
import { trailFrom } from './settle.ts'

export type { CheckProblem } from './looks.ts'

/** When an `unknown` is looked at by itself, in ms since its exchange ended, or since this start. */
export const checkDelays: readonly number[] = [0, 15_000, 60_000, 5 * 60_000, lateness, 30 * 60_000]

/** Reads balance and ends for every `unknown`, at once and again later, until the evidence settles it. */
export function createSettling(parts: SettlingParts) {
  const { clock, journal } = parts
  const watched = new Map<string, Watched>()
  const stopped = new AbortController()
  const looks = createLooks(parts, watched, stopped.signal)
  const rounds = createRounds(round)

  function watch(renewal: Renewal): void {
    const { id, accountId } = renewal.intent
    if (watched.has(id) || currentOutcome(renewal) !== 'unknown') return
    const origin = clock.monotonic()
    const trail = trailFrom(renewal.check?.balances)
    watched.set(id, { accountId, origin, from: origin, trail, read: false, isFollowed: true })
    void follow(id, 0).catch(parts.events.failed)
  }

  /** Looks at one in its time; on and on while nothing could be read, or while one more look may settle it. */
  async function follow(id: string, first: number): Promise<void> {
    for (let slot = first; ; slot += 1) {
      const entry = watched.get(id)
      if (!entry || stopped.signal.aborted) return
      const last = checkDelays.length - 1
      if (slot > last && isHopeless(entry)) {
        entry.isFollowed = false
        return
      }
      const due = entry.origin + (checkDelays[slot] ?? (checkDelays[last] ?? 0) + (slot - last) * lateness)
      // Times that went by while a Retry-After was waited out are not made up for.
      if (slot > 0 && due < clock.monotonic() - 1) continue
      await until(() => Math.max(due, looks.heldUntil(entry.accountId)))
      if (watched.has(id) && !stopped.signal.aborted) await rounds.ask(entry.accountId)
    }
  }

  /** A timer may end a little early, and a Retry-After may have come meanwhile: waits for what is left, too. */
  async function until(moment: () => number): Promise<void> {
    for (
      let left = moment() - clock.monotonic();
      left > 0 && !stopped.signal.aborted;
      left = moment() - clock.monotonic()
    ) {
      await clock.wait(left, stopped.signal)
    }
  }

  /** A look at an account. One that was given up is followed again where another look may help. */
  async function round(accountId: string): Promise<Result<null, CheckProblem>> {
    const looked = await looks.at(accountId)
    for (const [id, entry] of watched) {
      if (entry.accountId !== accountId || entry.isFollowed || isHopeless(entry)) continue
      entry.isFollowed = true
      void follow(id, checkDelays.length).catch(parts.events.failed)
    }
    if (!looked.ok) return looked
    // What one came to may explain the money that another is short of.
    if (looked.value.settled > 0 && ofAccount(accountId).length > 0) void rounds.ask(accountId)
    return ok(null)
  }

  function ofAccount(accountId: string): Watched[] {
    return [...watched.values()].filter((entry) => entry.accountId === accountId)
  }

  return {
    /** An `unknown` has just come about: looked at now and later. */
    watch,
    /** At start: every `unknown` of the accounts that are there. */
    begin(): void {
      for (const row of journal.unsettled(null)) {
        // What a crash left behind may be in memory only, where the disk refuses.
        if (parts.accounts.get(row.intent.accountId) !== null) watch(parts.unsaved.overlay(row))
      }
    },
    /** `Check again`: looks now. Gives the renewal as it stands afterwards. */
    async check(renewalId: string): Promise<Result<Renewal, CheckProblem>> {
      parts.unsaved.flush()
      const row = journal.get(renewalId)
      if (row === null) return err({ kind: 'not-found', message: words().renewals.notInJournal })
      if (row.result === null) {
        return err({ kind: 'disk', message: words().settling.refusals.noResult })
      }
      if (currentOutcome(row) !== 'unknown') return ok(row)
      if (parts.accounts.get(row.intent.accountId) === null) {
        return err({
          kind: 'not-found',
          message: words().settling.refusals.accountGone(row.intent.accountName),
        })
      }
      watch(row)
      const looked = await rounds.ask(row.intent.accountId)
      if (!looked.ok) return looked
      return ok(journal.get(renewalId) ?? row)
    },
    /**
     * The machine woke up: whoever waits is looked at now. A request that was stuck in the machine may go out only
     * now, so that looks from before count no more, and the waiting begins anew.
     */
    wake(): void {
      for (const entry of watched.values()) {
        entry.from = clock.monotonic()
        entry.trail = { ...entry.trail, still: null }
      }
      const accountIds = new Set([...watched.values()].map(({ accountId }) => accountId))
      for (const accountId of accountIds) void rounds.ask(accountId)
    },
    /** The vendor's wait is over, and what could not be read may be read now: whoever waits for that is looked at. */
    lookAgain(accountId: string): void {
      looks.release(accountId)
      if (ofAccount(accountId).some(({ read }) => !read)) void rounds.ask(accountId)
    },
    /** Nothing is read or written any more. */
    stop(): void {
      stopped.abort()
    },
    /** How many this run keeps an eye on. */
    watching: (): number => watched.size,
  }
}

/** Settling, as others call it. */
export type Settling = ReturnType<typeof createSettling>

/** The vendor could be read, and what it shows is not what more looks could settle. */
function isHopeless({ read, trail }: Watched): boolean {
  return read && trail.still === null
}
