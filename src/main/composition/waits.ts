import type { VendorAccess } from '../../shared/domain/exchange.ts'
import type { Result } from '../../shared/domain/result.ts'
import type { Clock } from '../renewals/ports.ts'
import type { Pacing } from '../vendor/pacing.ts'

/** What the waits need of the rest. */
export interface WaitsParts {
  readonly pacing: Pacing
  readonly clock: Clock
  /** The wait of an account is over: what could not be read is read now. */
  readonly readAgain: (accountId: string) => Promise<unknown>
  readonly changed: () => void
}

interface Waiting {
  /** Ms since the epoch at which the wait ends, for showing; fixed when it begins, so that it does not flicker. */
  readonly nextTryAt: number
  /** The same by the monotonic clock, which decides. */
  readonly until: number
  readonly stop: AbortController
}

/**
 * What the vendor asked each account to wait for (HTTP 429, Retry-After): shown with the time of the next try, which
 * happens by itself. The client keeps to it anyway; this knows which account an access belongs to.
 */
export function createWaits(parts: WaitsParts) {
  const { pacing, clock } = parts
  /** Until when each account's access is held back, by the monotonic clock. */
  const untils = new Map<string, () => number>()
  const waiting = new Map<string, Waiting>()
  let ended = false

  function look(accountId: string): void {
    const until = untils.get(accountId)?.() ?? 0
    const left = until - clock.monotonic()
    const before = waiting.get(accountId)
    // The same wait, seen by another request.
    if (ended || left <= 0 || before?.until === until) return
    before?.stop.abort()
    const stop = new AbortController()
    waiting.set(accountId, { nextTryAt: clock.now() + left, until, stop })
    void over(accountId, stop.signal)
    parts.changed()
  }

  async function over(accountId: string, signal: AbortSignal): Promise<void> {
    // A timer may end a little early.
    for (let left = heldFor(accountId); left > 0; left = heldFor(accountId)) {
      await clock.wait(left, signal)
      if (signal.aborted) return
    }
    waiting.delete(accountId)
    parts.changed()
    // What goes wrong with a read is kept with the account; only a store that is closed throws.
    await parts.readAgain(accountId).catch(() => undefined)
  }

  function heldFor(accountId: string): number {
    const until = untils.get(accountId)?.()
    return until === undefined ? 0 : Math.max(0, until - clock.monotonic())
  }

  pacing.onHold(() => {
    for (const accountId of untils.keys()) look(accountId)
  })

  return {
    /** The way to an account's vendor, remembered by what the vendor asks of it. */
    noting<E>(access: (accountId: string) => Promise<Result<VendorAccess, E>>): typeof access {
      return async (accountId) => {
        const got = await access(accountId)
        if (got.ok) {
          untils.set(accountId, pacing.watched(got.value))
          look(accountId)
        }
        return got
      }
    },
    /** Ms that reads of an account are held back still; 0: not at all. */
    heldFor,
    /** When an account's reads go out again, ms since the epoch, for showing; null: they are not held back. */
    nextTryAt: (accountId: string): number | null =>
      heldFor(accountId) > 0 ? (waiting.get(accountId)?.nextTryAt ?? null) : null,
    /** Repeats a read until the vendor no longer asks to wait; its last answer. Nothing more is read after `end`. */
    async patiently<T>(
      accountId: string,
      read: () => Promise<Result<T, string>>,
    ): Promise<Result<T, string>> {
      for (;;) {
        const answer = await read()
        const left = heldFor(accountId)
        if (answer.ok || left === 0 || ended) return answer
        await clock.wait(left)
        if (ended) return answer
      }
    },
    /** Before the end: nothing is read again any more. */
    end(): void {
      ended = true
      for (const { stop } of waiting.values()) stop.abort()
    },
  }
}

/** The waits, as others call them. */
export type Waits = ReturnType<typeof createWaits>
