import type { Clock } from '../renewals/ports.ts'

/** Ms that the tray is given at the most to come up in, and once more, where the desktop is slow or does not answer. */
const longestLead = 1500

/**
 * Resolves when the tray's icon is there as far as can be told, so that nothing which takes long (groups, orders, the
 * vendor) keeps it waiting. Electron does not tell; it needs about as many round trips with the desktop as the question
 * whether there is a tray (`standing`), so that twice the time of that is enough on a slow machine and short on a fast
 * one.
 */
export async function trayUp(
  standing: Promise<unknown>,
  clock: Pick<Clock, 'monotonic' | 'wait'>,
): Promise<void> {
  const asked = clock.monotonic()
  await Promise.race([standing, clock.wait(longestLead)])
  await clock.wait(Math.min(clock.monotonic() - asked, longestLead))
}
