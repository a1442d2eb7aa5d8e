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

/** Sets the clock on the wall by so many ms, as a person or a flat battery does; no time passes. */
export async function setClock({ app }: Pick<LaunchedApp, 'app'>, by: number): Promise<void> {
  await app.evaluate((_electron, moved) => {
    const { now } = Date
    Date.now = () => now() + moved
  }, by)
}
