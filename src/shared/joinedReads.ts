/**
 * Runs at most one read for each key at a time: a second call meanwhile joins the first. `changed` is told when one
 * begins and when it ends, so that "reading…" can be shown.
 */
export function createJoinedReads<T>(changed: () => void) {
  const running = new Map<string, Promise<T>>()
  return {
    /** True while a read of this key is under way. */
    isRunning: (key: string): boolean => running.has(key),
    /** Starts a read, or joins the one that is under way. */
    join(key: string, read: () => Promise<T>): Promise<T> {
      const before = running.get(key)
      if (before) return before
      const started = read().finally(() => {
        running.delete(key)
        changed()
      })
      running.set(key, started)
      changed()
      return started
    },
  }
}
