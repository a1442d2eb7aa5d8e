import type { QuoteAnswer } from '../../shared/domain/exchange.ts'

/** Ms by which two machines' clocks may differ without either being wrong. */
const tolerance = 10 * 60_000

/** What time it may be, ms since the epoch: our clock and the vendor's own need not agree. */
export interface Times {
  readonly earliest: number
  readonly latest: number
}

/**
 * The time, with the clock that answered the quote as a second witness: a person, a flat battery or the network may
 * have set ours. The guard counts from the earlier of the two what was renewed or spent lately, and from the later what
 * is about to happen, so that a clock set either way makes it ask more, never less. Without a price it asks anyway.
 *
 * Its limit: a renewal made while our clock stood more than a day slow counts as old once the clock is put right and
 * Leasebar was started again (within one run the monotonic clock remembers it).
 */
export function timesOf(now: number, answer: QuoteAnswer): Times {
  const vendorAt = answer.kind === 'quoted' ? (answer.vendorAt ?? now) : now
  if (Math.abs(vendorAt - now) <= tolerance) return { earliest: now, latest: now }
  return { earliest: Math.min(now, vendorAt), latest: Math.max(now, vendorAt) }
}
