import type { Result } from '../../shared/domain/result.ts'
import { unknownKey } from '../../shared/domain/rules/vendorAdvice.ts'
import type { Clock } from './ports.ts'
import type { Preview } from './previews.ts'
import { quoteGap, quotePatience, waitAsked } from './quotePace.ts'
import type { RenewalRefusal } from './refusals.ts'

/** What the quotes of a plan need. */
export interface DueQuotesParts {
  readonly preview: (groupId: string, stop: AbortSignal) => Promise<Result<Preview, RenewalRefusal>>
  readonly clock: Clock
  /** Ms between a quote's answer and the next one of the same account; only tests set it. */
  readonly gap?: number
}

/** Told as one account's groups are asked for. */
export interface QuotesTold {
  readonly asking: (groupId: string) => void
  readonly answered: (groupId: string, preview: Result<Preview, RenewalRefusal>) => void
  /** Until when the vendor asked to wait, ms since the epoch; null: no more. */
  readonly waits: (until: number | null) => void
}

/** Asks for the quotes of a plan: one after another within an account, at a steady pace, as patient as is asked for. */
export function createDueQuotes({ preview, clock, gap = quoteGap }: DueQuotesParts) {
  /** By the monotonic clock; kept over plans, so that a new one keeps its distance from the last. */
  const lastAsked = new Map<string, number>()

  async function pause(ms: number, stop: AbortSignal): Promise<void> {
    if (!stop.aborted) await clock.wait(ms, stop)
  }

  async function pace(accountId: string, stop: AbortSignal): Promise<void> {
    const left = (): number => (lastAsked.get(accountId) ?? -Infinity) + gap - clock.monotonic()
    // A timer may end a little early.
    for (let ms = left(); ms > 0 && !stop.aborted; ms = left()) await pause(ms, stop)
  }

  async function look(accountId: string, groupId: string, stop: AbortSignal, told: QuotesTold) {
    for (let tries = 1; ; tries += 1) {
      await pace(accountId, stop)
      if (stop.aborted) return null
      // Before the answer: whoever calls off and plans again meanwhile is to keep the pace as well.
      lastAsked.set(accountId, clock.monotonic())
      const seen = await preview(groupId, stop)
      lastAsked.set(accountId, clock.monotonic())
      const ms = seen.ok ? waitAsked(seen.value.answer) : null
      if (ms === null || tries > quotePatience) return seen
      told.waits(clock.now() + ms)
      await pause(ms, stop)
      if (stop.aborted) return null
      told.waits(null)
    }
  }

  /**
   * Asks for an account's groups in their order. Whoever stops it need not wait: a wait then never ends, and what is on
   * its way is not told any more.
   */
  return async (
    accountId: string,
    groupIds: readonly string[],
    stop: AbortSignal,
    told: QuotesTold,
  ): Promise<void> => {
    let keyless: Preview | null = null
    for (const groupId of groupIds) {
      told.asking(groupId)
      // Without a key, or with one that the vendor does not know, every further answer is the same.
      const seen: Result<Preview, RenewalRefusal> | null = keyless
        ? { ok: true, value: keyless }
        : await look(accountId, groupId, stop, told)
      if (seen === null || stop.aborted) return
      told.answered(groupId, seen)
      if (seen.ok && lacksKey(seen.value)) keyless = seen.value
    }
  }
}

function lacksKey({ answer }: Preview): boolean {
  return answer.kind === 'no-key' || (answer.kind === 'refused' && answer.error.code === unknownKey)
}
