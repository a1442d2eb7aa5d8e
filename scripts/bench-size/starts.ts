import { startBare } from '../../tests/support/desktop/launch.ts'
import { median, spreadWords, tableWords } from './figures.ts'
import { ended, play } from './player.ts'
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
  /** From the spawn to the frame after the first one with a group's row in it. */
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

async function startToRows({ folder, url }: Size): Promise<number> {
  const begin = epochNow()
  const player = await play({ userDataDir: folder, env: { LEASEBAR_API_URL: url } })
  try {
    return (await player.page(rowsPainted, null)) - begin
  } finally {
    await player.end()
  }
}

/** Runs in the page: when the frame after the first one with a group's row began, ms since the epoch. */
function rowsPainted(): Promise<number> {
  return new Promise((resolve) => {
    const look = () => {
      if (!document.querySelector('.row-name')) requestAnimationFrame(look)
      else requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now()))
    }
    look()
  })
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
  return tableWords([['', 'spawn → tray', 'spawn → rows painted'], ...rows, ['ratio', ...ratios]])
}

/** How many times as long. */
export function ratio(small: readonly number[], large: readonly number[]): number {
  return median(large) / median(small)
}
