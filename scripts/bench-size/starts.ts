import type { ChildProcess } from 'node:child_process'
import { firstWindow, killApp, launchApp, quitApp, startBare } from '../../tests/support/desktop/launch.ts'
import { median, spreadWords, tableWords } from './figures.ts'
import { watchTray } from './trayWatch.ts'

/** A data folder that is started on again and again. */
export interface Size {
  readonly name: string
  readonly folder: string
  readonly url: string
}

/** What the starts took, in ms: one figure a round. */
export interface Starts {
  /** From the spawn to the icon in the tray. */
  readonly tray: readonly number[]
  /** From the launch, its driver's own part included, to the first frame with a group's row in it. */
  readonly rows: readonly number[]
}

/** Starts both sizes by turns, changing which goes first; a start before them warms the disk's cache. */
export async function measureStarts(
  sizes: readonly Size[],
  rounds: number,
): Promise<ReadonlyMap<string, Starts>> {
  const found = new Map(sizes.map(({ name }) => [name, { tray: [] as number[], rows: [] as number[] }]))
  for (const size of sizes) await startToTray(size)
  for (let round = 0; round < rounds; round += 1) {
    for (const size of round % 2 === 0 ? sizes : sizes.toReversed()) {
      found.get(size.name)?.tray.push(await startToTray(size))
      found.get(size.name)?.rows.push(await startToRows(size))
    }
  }
  return found
}

async function startToTray({ folder, url }: Size): Promise<number> {
  const watch = await watchTray()
  const shown = watch.next()
  const begin = epochNow()
  const app = await startBare({ userDataDir: folder, env: { LEASEBAR_API_URL: url } })
  try {
    return (await shown) - begin
  } finally {
    watch.end()
    await ended(app.child)
  }
}

/** Asked to end as the system asks at logging out, so that the next start finds everything closed. */
async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await gone
}

async function startToRows({ folder, url }: Size): Promise<number> {
  const begin = epochNow()
  const launched = await launchApp({ userDataDir: folder, env: { LEASEBAR_API_URL: url } })
  try {
    const page = await firstWindow(launched)
    await page.locator('.row-name').first().waitFor()
    // The frame after the one that has the row: by then it is painted.
    const painted = await page.evaluate(async () => {
      await new Promise<void>((resolve) => requestAnimationFrame(() => resolve()))
      return performance.timeOrigin + performance.now()
    })
    await quitApp(launched)
    return painted - begin
  } finally {
    await killApp(launched)
  }
}

function epochNow(): number {
  return performance.timeOrigin + performance.now()
}

/** The figures as a table, and how many times as long the large one takes. */
export function startWords(starts: ReadonlyMap<string, Starts>): string {
  const [small, large] = [...starts.values()]
  const rows = [...starts].map(([name, { tray, rows }]) => [name, spreadWords(tray), spreadWords(rows)])
  const ratios = (['tray', 'rows'] as const).map((kind) =>
    ratio(small?.[kind] ?? [], large?.[kind] ?? []).toFixed(2),
  )
  return tableWords([['', 'spawn → tray', 'launch → rows painted'], ...rows, ['ratio', ...ratios]])
}

/** How many times as long. */
export function ratio(small: readonly number[], large: readonly number[]): number {
  return median(large) / median(small)
}
