import type { Clock } from '../../src/main/renewals/ports.ts'

/** One minute in ms. */
export const MINUTE = 60_000
/** One hour in ms. */
export const HOUR = 60 * MINUTE
/** One day in ms. */
export const DAY = 24 * HOUR

/** When every sequence begins, ms since the epoch. */
const begin = Date.UTC(2026, 0, 15, 12)

/** Something that is due in `left` ms: the machine's timers stand still while it sleeps, the vendor's do not. */
interface Due {
  readonly side: 'machine' | 'vendor'
  left: number
  readonly run: () => void
}

/**
 * Time as it is and as the machine has it. Nothing passes by itself: waits cost no real time. `truth` is the vendor's
 * clock; the machine's wall clock is off from it by every jump so far. Its monotonic one counts its sleep, as the app's
 * does.
 */
export interface Timeline {
  /** The true time, ms since the epoch. */
  readonly truth: () => number
  /** The clocks of one run of Leasebar; once it is not alive any more its waits never end. */
  readonly clockOf: (alive: () => boolean) => Clock
  /** Runs something at the vendor's side after `ms` of true time. */
  readonly atVendor: (ms: number, run: () => void) => void
  /** Lets `ms` pass; whatever is due runs in its order. Ends early where `done` says so. */
  readonly pass: (ms: number, done?: () => boolean) => Promise<void>
  /** The machine is suspended for `ms`: every clock goes on, and its timers take up where they stood. */
  readonly sleep: (ms: number) => Promise<void>
  /** Moves the machine's wall clock alone, as a person or the network does. */
  readonly jump: (ms: number) => void
}

/** Makes a timeline. `quiet` resolves once everything has happened that happens without time passing. */
export function createTimeline(quiet: () => Promise<void>): Timeline {
  let truth = begin
  let monotonic = 5000
  let off = 0
  let due: Due[] = []

  function soonestOf(sides: readonly Due['side'][]): Due | null {
    let first: Due | null = null
    for (const one of due) {
      if (sides.includes(one.side) && (first === null || one.left < first.left)) first = one
    }
    return first
  }

  function moved(ms: number, sides: readonly Due['side'][]): void {
    truth += ms
    monotonic += ms
    for (const one of due) if (sides.includes(one.side)) one.left -= ms
  }

  async function run(ms: number, sides: readonly Due['side'][], done: () => boolean): Promise<void> {
    for (let remaining = ms; ; ) {
      await quiet()
      if (done()) return
      const next = soonestOf(sides)
      if (next === null || next.left > remaining) {
        moved(remaining, sides)
        return quiet()
      }
      const by = Math.max(0, next.left)
      remaining -= by
      moved(by, sides)
      due = due.filter((one) => one !== next)
      next.run()
    }
  }

  return {
    truth: () => truth,
    clockOf: (alive) => ({
      now: () => truth + off,
      monotonic: () => monotonic,
      wait: (ms, signal) =>
        new Promise((resolve) => {
          if (signal?.aborted) return
          const one: Due = { side: 'machine', left: ms, run: () => alive() && resolve() }
          due.push(one)
          signal?.addEventListener('abort', () => {
            due = due.filter((other) => other !== one)
          })
        }),
    }),
    atVendor(ms, run) {
      due.push({ side: 'vendor', left: ms, run })
    },
    pass: (ms, done = () => false) => run(ms, ['machine', 'vendor'], done),
    sleep: (ms) => run(ms, ['vendor'], () => false),
    jump(ms) {
      off += ms
    },
  }
}
