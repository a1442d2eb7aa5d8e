/** The two clocks that a span of time is measured by. */
export interface Clocks {
  /** Ms since the epoch; a person or the network may set it. */
  readonly now: () => number
  /** Ms from some start; nobody sets it, and it may stand still while the machine sleeps. */
  readonly monotonic: () => number
}

/** A moment by both clocks, in ms. */
export interface Moment {
  readonly wall: number
  readonly monotonic: number
}

/** This moment. */
export function momentOf(clocks: Clocks): Moment {
  return { wall: clocks.now(), monotonic: clocks.monotonic() }
}

/**
 * Ms since a moment by whichever clock counted more, never less than nothing. A sleep that stops the monotonic clock
 * shows on the wall clock; a wall clock that is set back does not stretch the span. One that is set forward makes the
 * span look longer: for limits that only ever end something early, which must be harmless where this is used.
 */
export function elapsed(clocks: Clocks, since: Moment): number {
  return Math.max(clocks.monotonic() - since.monotonic, clocks.now() - since.wall, 0)
}
