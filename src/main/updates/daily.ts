import type { Settings } from '../../shared/domain/settings.ts'

/** Ms between two looks that nobody asked for. */
export const lookEvery = 24 * 3_600_000
/** Ms until the next try when the feed could not be read. */
export const tryAgainAfter = 3_600_000

/** What the daily look needs of the rest. */
export interface DailyParts {
  readonly setting: () => Settings['lookForUpdates']
  /** Looks; true: the feed was read. */
  readonly look: () => Promise<boolean>
  /** When the feed was last read, ms since the epoch, kept over restarts; null: never. */
  readonly lastAt: () => number | null
  readonly keepLastAt: (at: number) => void
  /** Ms since the epoch. */
  readonly now: () => number
  /** Runs something later (ms); gives back what calls it off. */
  readonly setTimer: (run: () => void, ms: number) => () => void
}

/**
 * Looks for a newer version once a day, where a person has said yes to that, and not otherwise. Several starts a day
 * look once.
 */
export function createDailyLook(parts: DailyParts) {
  let cancel = (): void => undefined
  let running = false
  let looking = false
  /** When the last try failed; null: it did not. */
  let failedAt: number | null = null

  function arm(): void {
    cancel()
    if (!running || looking || parts.setting() !== 'on') return
    cancel = parts.setTimer(() => void lookNow(), dueIn())
  }

  function dueIn(): number {
    const now = parts.now()
    const last = parts.lastAt()
    // A clock that was set back must not put the next look off for years.
    const byLast = last === null || last > now ? 0 : Math.max(0, last + lookEvery - now)
    const byFailure = failedAt === null || failedAt > now ? 0 : Math.max(0, failedAt + tryAgainAfter - now)
    return Math.max(byLast, byFailure)
  }

  async function lookNow(): Promise<void> {
    looking = true
    const read = await parts.look().catch(() => false)
    looking = false
    failedAt = read ? null : parts.now()
    if (read && running) parts.keepLastAt(parts.now())
    arm()
  }

  return {
    start(): void {
      running = true
      arm()
    },
    /** The setting changed, or the machine woke up. */
    again: (): void => arm(),
    stop(): void {
      running = false
      cancel()
    },
  }
}
