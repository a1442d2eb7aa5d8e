/** Random numbers that repeat with their seed (mulberry32). */
export interface Random {
  /** Below 1, not below 0. */
  readonly next: () => number
  /** A whole number from `low` to `high`, both included. */
  readonly between: (low: number, high: number) => number
  /** True with this probability. */
  readonly chance: (probability: number) => boolean
  /** One of several, by weight. */
  readonly pick: <T>(choices: readonly (readonly [weight: number, choice: T])[]) => T
}

/** Makes the random numbers of a seed. */
export function randomFrom(seed: number): Random {
  let state = seed | 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    next,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (probability) => next() < probability,
    pick: (choices) => {
      let at = next() * choices.reduce((sum, [weight]) => sum + weight, 0)
      for (const [weight, choice] of choices) {
        at -= weight
        if (at < 0) return choice
      }
      const last = choices.at(-1)
      if (last === undefined) throw new Error('nothing to pick from')
      return last[1]
    },
  }
}
