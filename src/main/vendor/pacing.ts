import { createHash } from 'node:crypto'
import type { VendorAccess } from '../../shared/domain/exchange.ts'

/** How long to wait where the vendor asks for patience and names no time (HTTP 429 without Retry-After). */
export interface PacingTerms {
  /** Ms after the first; three times as long after each next one in a row. */
  readonly firstMs: number
  /** Never longer than this, in ms. */
  readonly longestMs: number
}

/** Half a second at first, ten minutes at the most. */
export const pacingTerms: PacingTerms = { firstMs: 500, longestMs: 600_000 }

/**
 * What the vendor asked for with HTTP 429 or Retry-After, per key and address: until that time no further request of
 * this access goes out. Ages by the monotonic clock alone, so that a wall clock that is set neither ends nor lengthens
 * a wait; the app's monotonic clock counts the machine's sleep as well.
 */
export interface Pacing {
  /** The vendor asked to wait `ms`; null: it named no time. A wait never shortens one that is longer. */
  readonly hold: (access: VendorAccess, ms: number | null) => void
  /** The vendor answered as usual: the next wait without a named time is a short one again. */
  readonly answered: (access: VendorAccess) => void
  /** Ms that requests of this access are held back still; 0: not at all. */
  readonly heldFor: (access: VendorAccess) => number
  /** Until when they are held back, by the monotonic clock, as a function to keep: it holds no key. */
  readonly watched: (access: VendorAccess) => () => number
  /** Calls a listener after each `hold`; for the one who shows it and reads again when it is over. */
  readonly onHold: (listener: () => void) => void
}

interface Wait {
  /** By the monotonic clock, in ms. */
  readonly until: number
  /** How many answers in a row named no time. */
  readonly unnamed: number
}

/** Makes it. `monotonic`: ms from some start. */
export function createPacing(clock: { readonly monotonic: () => number }, terms = pacingTerms): Pacing {
  const waits = new Map<string, Wait>()
  const listeners: (() => void)[] = []

  const untilOf = (mark: string): number => waits.get(mark)?.until ?? Number.NEGATIVE_INFINITY

  return {
    hold(access, ms) {
      const mark = markOf(access)
      const before = waits.get(mark) ?? { until: 0, unnamed: 0 }
      // A Retry-After of nothing names no time either: asked again at once, it would be said again at once.
      const named = ms !== null && ms > 0
      const wait = named ? ms : Math.min(terms.firstMs * 3 ** before.unnamed, terms.longestMs)
      const unnamed = named ? before.unnamed : before.unnamed + 1
      waits.set(mark, { until: Math.max(before.until, clock.monotonic() + wait), unnamed })
      for (const listener of listeners) listener()
    },
    answered(access) {
      const mark = markOf(access)
      const before = waits.get(mark)
      if (before) waits.set(mark, { ...before, unnamed: 0 })
    },
    heldFor: (access) => Math.max(0, untilOf(markOf(access)) - clock.monotonic()),
    watched(access) {
      const mark = markOf(access)
      return () => untilOf(mark)
    },
    onHold: (listener) => void listeners.push(listener),
  }
}

/** Tells accesses apart. A digest, because a key is held for the length of a call only. */
function markOf({ apiUrl, key }: VendorAccess): string {
  return createHash('sha256').update(`${apiUrl}\n${key}`).digest('base64')
}
