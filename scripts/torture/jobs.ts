/** Sequences that one process runs one after another. */
export interface Job {
  /** Fast-check's own, so that a failure can be replayed without those before it. */
  readonly seed: number
  readonly count: number
  /** From an earlier failure: that sequence alone. */
  readonly path?: string
}

/** So few that every process stays busy to the end, and that a failure costs only the rest of its own job. */
const perJob = 50

/** Cuts a run into jobs; the same for the same seed. */
export function planJobs(seed: number, count: number): Job[] {
  return Array.from({ length: Math.ceil(count / perJob) }, (_, index) => ({
    seed: seedOf(seed, index),
    count: Math.min(perJob, count - index * perJob),
  }))
}

/** One sequence that failed, alone; `seed` and `path` as the failure printed them. */
export function replayJob(seed: number, path: string): Job {
  return { seed, count: 1, path }
}

/** Fast-check takes 32 bits. */
function seedOf(seed: number, index: number): number {
  return (seed * 1000 + index) % 0x7fff_ffff
}
