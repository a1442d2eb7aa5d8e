import { uptime } from 'node:os'
import type { Clock } from '../renewals/ports.ts'

/** Ms by which the machine's uptime may run ahead without a sleep: it comes in whole seconds. */
const uptimeGrain = 2000

/**
 * A monotonic clock that counts the machine's sleep as well. `performance.now()` stands still in it on some systems
 * (CLOCK_MONOTONIC on Linux); the uptime counts it everywhere, and no person and no network sets either. Without an
 * uptime it is the first alone. Ms from some start.
 */
export function sleepCountingClock(running: () => number, uptimeMs: () => number | null): () => number {
  let slept = 0
  const start = { running: running(), uptime: uptimeMs() }
  return () => {
    const now = running()
    const up = uptimeMs()
    if (up !== null && start.uptime !== null) {
      const ahead = up - start.uptime - (now - start.running) - slept
      if (ahead > uptimeGrain) slept += ahead
    }
    return now + slept
  }
}

function uptimeMs(): number | null {
  try {
    return uptime() * 1000
  } catch {
    // Some sandboxes do not tell it.
    return null
  }
}

/** The machine's clocks. The monotonic one is not moved by a person or by the network, and counts sleep. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: sleepCountingClock(() => performance.now(), uptimeMs),
  wait: (ms, signal) =>
    new Promise((resolve) => {
      const stop = (): void => clearTimeout(timer)
      const timer = setTimeout(() => {
        signal?.removeEventListener('abort', stop)
        resolve()
      }, ms)
      signal?.addEventListener('abort', stop, { once: true })
    }),
}

/** Runs something later (ms); gives back what calls it off. */
export function setTimer(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}
