import type { LaunchedApp } from '../../support/desktop/launch.ts'

/** Time that a test lets pass: the built app's own clocks, both of them. Timers stand where they stood. */
export async function letPass({ app }: Pick<LaunchedApp, 'app'>, ms: number): Promise<void> {
  await app.evaluate((_electron, passed) => {
    const { now } = Date
    const monotonic = performance.now.bind(performance)
    Date.now = () => now() + passed
    performance.now = () => monotonic() + passed
  }, ms)
}
