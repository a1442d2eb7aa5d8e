import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { releaseBus } from '../../tests/support/desktop/bus.ts'
import { tableWords } from './figures.ts'
import { budget, type Scene, sceneCells, sceneHead } from './scenes.ts'
import { seedFolder } from './seed.ts'
import { openShop, type Shop } from './shop.ts'
import { measureStarts, ratio, type Size, type Starts, startWords } from './starts.ts'
import { measureWindow } from './window.ts'

/** What is asked for on the command line. */
export interface Wish {
  readonly rounds: number
  readonly parts: readonly string[]
  /** Where the figures are put as JSON. */
  readonly out: string
}

/** How many times as long as with one group the tray may take. */
const mostRatio = 1.15

/** Measures and prints. Answers 0 when everything is within its budget. */
export async function run({ rounds, parts, out }: Wish): Promise<number> {
  const scratch = mkdtempSync(join(tmpdir(), 'leasebar-bench-'))
  const shops = [await openShop(1), await openShop(500)]
  try {
    const sizes: Size[] = []
    for (const [at, shop] of shops.entries()) sizes.push(await seeded(shop, join(scratch, String(at))))
    console.log(`${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(2)} at the beginning\n`)
    const starts = parts.includes('starts') ? await measureStarts(sizes, rounds) : null
    if (starts) console.log(`Start, ${rounds} rounds by turns: median (middle half)\n${startWords(starts)}\n`)
    const [large] = sizes.toReversed()
    const [shop] = shops.toReversed()
    const scenes = parts.includes('window') && large && shop ? await measureWindow(large, shop) : []
    if (scenes.length > 0) console.log(sceneTable(scenes))
    mkdirSync(out, { recursive: true })
    const figures = { starts: starts && Object.fromEntries(starts), scenes: scenes.map(worth) }
    writeFileSync(join(out, 'figures.json'), JSON.stringify(figures, null, 1))
    return verdict(starts, scenes)
  } finally {
    for (const shop of shops) await shop.close()
    releaseBus()
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function seeded(shop: Shop, folder: string): Promise<Size> {
  mkdirSync(folder)
  await seedFolder(folder, shop)
  const groups = shop.groups.length === 1 ? '1 group' : `${shop.groups.length} groups`
  return { name: `${groups}, ${shop.addresses.toLocaleString('en-US')} addresses`, folder, url: shop.url }
}

function sceneTable(scenes: readonly Scene[]): string {
  return tableWords([sceneHead, ...scenes.map(sceneCells)])
}

/** Of thousands of tasks the hundred longest say enough. */
function worth({ tasks, ...rest }: Scene): Scene {
  return { ...rest, tasks: { window: tasks.window.slice(0, 100), main: tasks.main.slice(0, 100) } }
}

/** What is held to the budget: every list, scrolled and searched. The other scenes are shown beside it. */
function isHeld({ name }: Scene): boolean {
  return /: (scroll|search)/.test(name)
}

/** Says what is over its budget. */
function verdict(starts: ReadonlyMap<string, Starts> | null, scenes: readonly Scene[]): number {
  const [small, large] = [...(starts?.values() ?? [])]
  const times = small && large ? ratio(small.tray, large.tray) : 0
  const over = [
    ...(times > mostRatio
      ? [`the start takes ${times.toFixed(2)} × as long, at most ${mostRatio} is wanted`]
      : []),
    ...scenes.filter(isHeld).flatMap(({ name, tasks, longTasks }) => {
      const longest = Math.max(0, ...longTasks, tasks.window[0]?.wall ?? 0)
      return longest > budget ? [`${name}: a task of ${longest.toFixed(0)} ms`] : []
    }),
  ]
  for (const line of over) console.log(`over its budget: ${line}`)
  console.log(over.length === 0 ? '\nEverything is within its budget.' : '')
  return over.length === 0 ? 0 : 1
}
