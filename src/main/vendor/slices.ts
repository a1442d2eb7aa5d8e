/** Ms that a slice of a long work takes at the most, before everything else has its turn. */
const sliceMs = 8

/** Resolves when whatever waited has had its turn. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve)
  })
}

/**
 * Carries out a long work in slices: between its steps it stops every few ms, so that main answers clicks and keeps its
 * time meanwhile. A short work is over before the first stop.
 */
export async function inSlices<T>(work: Generator<void, T>): Promise<T> {
  let begun = performance.now()
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
    if (performance.now() - begun < sliceMs) continue
    await breathe()
    begun = performance.now()
  }
}
