/**
 * Runs a work for each key one round at a time. Whoever asks while one runs shares the next, which begins after their
 * asking: unlike a joined read it can show nothing older than that.
 */
export function createRounds<T>(work: (key: string) => Promise<T>) {
  const running = new Map<string, Promise<T>>()
  const next = new Map<string, Promise<T>>()

  async function after(before: Promise<T> | undefined, key: string): Promise<T> {
    await before?.catch(() => undefined)
    const round = next.get(key)
    next.delete(key)
    if (round) running.set(key, round)
    try {
      return await work(key)
    } finally {
      if (running.get(key) === round) running.delete(key)
    }
  }

  return {
    /** A round that begins after this call. */
    ask(key: string): Promise<T> {
      const waiting = next.get(key)
      if (waiting) return waiting
      const round = after(running.get(key), key)
      next.set(key, round)
      return round
    },
  }
}
