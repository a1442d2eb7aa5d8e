import { setTimeout as delay } from 'node:timers/promises'

/** How long a helper waits for something a person would see at once, and how often it looks. */
export const PATIENCE_MS = 10_000
const LOOK_EVERY_MS = 50

/**
 * Looks again until `look` answers something else than undefined; throws after `timeoutMs`, telling what was
 * waited for and, if `seen` is given, what was there instead. For things outside this process that give no
 * event; everything else is awaited directly.
 */
export async function until<T>(
  what: string,
  look: () => Promise<T | undefined>,
  timeoutMs: number = PATIENCE_MS,
  seen?: () => Promise<string>,
): Promise<T> {
  const deadline = performance.now() + timeoutMs
  for (;;) {
    const found = await look()
    if (found !== undefined) return found
    if (performance.now() > deadline) {
      throw new Error(
        `no ${what} within ${timeoutMs} ms${seen === undefined ? '' : `; there is ${await seen()}`}`,
      )
    }
    await delay(LOOK_EVERY_MS)
  }
}

/** Whether a text is the one meant, or matches the pattern meant. */
export function fits(meant: string | RegExp, text: string): boolean {
  return typeof meant === 'string' ? text === meant : meant.test(text)
}
