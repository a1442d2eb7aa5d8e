import type { Clock } from '../renewals/ports.ts'
import {
  type ClockTold,
  clockNotice,
  clockNoticeId,
  clockOff,
  clockWords,
  isSameOff,
} from '../watch/clockOff.ts'
import type { Notices } from './notices.ts'

/** What the watch over this computer's clock needs of the rest. */
export interface ClockWatchParts {
  readonly clock: Pick<Clock, 'now' | 'monotonic'>
  readonly notices: Notices
  /** Every account whose vendor has a clock of its own; the practice vendor has ours. */
  readonly accountIds: () => readonly string[]
}

/**
 * Compares this computer's clock with the vendor's, and says so where it is wrong. Nothing is corrected by it: which of
 * the two is right only a person can know. (The guard counts with both: src/main/renewals/times.ts.)
 */
export function createClockWatch({ clock, notices, accountIds }: ClockWatchParts) {
  const told = new Map<string, ClockTold>()
  /** By how much it is said to be wrong, or was said and sent away, in ms. */
  let said: number | null = null

  function off(): number | null {
    const known = accountIds().flatMap((id) => told.get(id) ?? [])
    return clockOff(known, { now: clock.now(), monotonic: clock.monotonic() })
  }

  function isRight(): void {
    said = null
    notices.clear(clockNoticeId)
  }

  return {
    /** A reply of an account's vendor told its time, in ms since the epoch. */
    told(accountId: string, vendorAt: number): void {
      told.set(accountId, { vendorAt, monotonic: clock.monotonic() })
      const wrong = off()
      if (wrong === null) isRight()
      // Said once, not anew with each reply: the words stay as long as they hold.
      else if (said === null || !isSameOff(said, wrong)) {
        said = wrong
        notices.put(clockNotice(wrong, clock.now()))
      }
    },
    /** Time has passed, or somebody set the clock: takes back what no longer holds. Only a reply makes it said. */
    look(): void {
      if (said !== null && off() === null) isRight()
    },
    /** The sentence while the clock is wrong, for notifications that depend on it; null: it is right. */
    words: (): string | null => (said === null ? null : clockWords(said)),
  }
}
