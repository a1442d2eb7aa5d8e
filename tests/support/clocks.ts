import type { Clock } from '../../src/main/renewals/ports.ts'

/** A clock that stands still until a test moves it. */
export interface FakeClock extends Clock {
  /** Lets `ms` pass on both clocks; waits that are due end, in their order. */
  readonly pass: (ms: number) => Promise<void>
  /** Sets the wall clock alone, as a person or the network does. */
  readonly setWall: (at: number) => void
  /** Waits that have not ended. */
  readonly waiting: () => number
}

/** Makes a clock at `wall` (ms since the epoch); its monotonic side begins somewhere else. */
export function fakeClock(wall: number): FakeClock {
  let now = wall
  let monotonic = 5000
  let waits: { readonly due: number; readonly end: () => void }[] = []

  return {
    now: () => now,
    monotonic: () => monotonic,
    wait: (ms) =>
      new Promise((end) => {
        waits.push({ due: monotonic + ms, end })
      }),
    async pass(ms) {
      const until = monotonic + ms
      for (;;) {
        await settled()
        const next = waits.filter((wait) => wait.due <= until).sort((a, b) => a.due - b.due)[0]
        if (!next) break
        waits = waits.filter((wait) => wait !== next)
        now += Math.max(0, next.due - monotonic)
        monotonic = Math.max(monotonic, next.due)
        next.end()
      }
      now += until - monotonic
      monotonic = until
      await settled()
    },
    setWall(at) {
      now = at
    },
    waiting: () => waits.length,
  }
}

/** Resolves when everything that only waits for promises has run. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
