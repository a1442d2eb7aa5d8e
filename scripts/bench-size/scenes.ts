import { setTimeout as pause } from 'node:timers/promises'
import { quantile } from './figures.ts'
import type { Find, Player } from './player.ts'
import { type Task, type Tasks, traced } from './trace.ts'

/** What one scene cost. Times in ms. */
export interface Scene {
  readonly name: string
  /** Every task that Chromium ran for it. */
  readonly tasks: Tasks
  /** Tasks over 50 ms as the page itself is told of them (PerformanceObserver, `longtask`). */
  readonly longTasks: readonly number[]
  /** Between one frame and the next, as the page saw them. */
  readonly frames: readonly number[]
}

declare global {
  interface Window {
    benchLook?: { longTasks: number[]; frames: number[]; on: boolean }
    benchList?: Promise<null>
  }
}

/** Plays a scene in the window and writes down what it cost. */
export async function scene(player: Player, name: string, acts: () => Promise<void>): Promise<Scene> {
  await player.page(quiet, null)
  let look: { longTasks: number[]; frames: number[] } = { longTasks: [], frames: [] }
  const tasks = await traced(player, async () => {
    await player.page(beginLook, null)
    await acts()
    look = await player.page(endLook, null)
  })
  return { name, tasks, longTasks: look.longTasks, frames: look.frames }
}

// These run in the page.

/** Nothing of the scene before is still going on. */
function quiet(): Promise<null> {
  return new Promise((resolve) => requestIdleCallback(() => resolve(null), { timeout: 2000 }))
}

function beginLook(): void {
  const look = { longTasks: [] as number[], frames: [] as number[], on: true }
  window.benchLook = look
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) look.longTasks.push(duration)
  }).observe({ type: 'longtask' })
  let before = performance.now()
  const frame = () => {
    const now = performance.now()
    look.frames.push(now - before)
    before = now
    if (look.on) requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)
}

function endLook(): { longTasks: number[]; frames: number[] } {
  const found = window.benchLook ?? { longTasks: [], frames: [], on: false }
  found.on = false
  return { longTasks: found.longTasks, frames: found.frames }
}

function scrolled(css: string): { top: number; end: number } {
  const element = document.querySelector(css)
  if (!element) throw new Error(`${css} is not there`)
  return { top: element.scrollTop, end: element.scrollHeight - element.clientHeight }
}

function fieldValue(css: string): string | null {
  const field = document.querySelector(css)
  return field instanceof HTMLInputElement ? field.value : null
}

/** Turns the wheel over an element down to the end of what scrolls, and up again. */
export async function wheelThrough(player: Player, over: Find, scroller: string): Promise<void> {
  await player.hover(over)
  for (const direction of ['down', 'up'] as const) {
    for (let turns = 0; ; turns += 1) {
      if (turns === 200) throw new Error(`${scroller} does not come to its end`)
      await player.wheel(direction, 25)
      const { top, end } = await player.page(scrolled, scroller)
      if (direction === 'down' ? top >= end - 2 : top <= 0) break
    }
  }
}

/** Types words a key at a time, as fast as a person, and takes them out again. */
export async function typeAndClear(player: Player, css: string, words: readonly string[]): Promise<void> {
  await player.click({ css })
  const becomes = async (value: string): Promise<void> => {
    for (let tries = 0; (await player.page(fieldValue, css)) !== value; tries += 1) {
      if (tries === 100) throw new Error(`${css} does not become ${JSON.stringify(value)}`)
      await pause(50)
    }
  }
  for (const word of words) {
    await player.type(word)
    await becomes(word)
    await player.press('Escape')
    await becomes('')
  }
}

/** Has the vendor's list read, and waits for the answer. */
export async function readList(player: Player): Promise<void> {
  await player.page(refreshOrders, null)
}

/**
 * Has the vendor's list read anew, and waits until the page was told what is new in it. It only looks at the push's text:
 * whole snapshots asked for again and again would be the longest tasks of all, and the bench's own.
 */
export async function readAnew(player: Player): Promise<void> {
  await player.page(listenForList, null)
  await readList(player)
  await player.page(() => window.benchList ?? null, null)
}

async function refreshOrders(): Promise<void> {
  const { value } = JSON.parse(await window.leasebar.invoke('snapshot.get', null))
  await window.leasebar.invoke('orders.refresh', { accountId: value.accounts[0].id })
}

function listenForList(): void {
  window.benchList = new Promise((resolve, reject) => {
    const since = Date.now()
    const patience = setTimeout(() => reject(new Error('the list was not read')), 30_000)
    const stop = window.leasebar.on('state.changed', (json) => {
      const from = json.indexOf('"orders":[')
      const read = from < 0 ? null : /"readAt":(\d+)/.exec(json.slice(from, from + 2000))
      if (!read || Number(read[1]) < since) return
      clearTimeout(patience)
      stop()
      // The frame after next shows it.
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(null)))
    })
  })
}

/** What the cells of a scene say. */
export const sceneHead = [
  'ms',
  'tasks > 50',
  'longtasks',
  'longest',
  '(its CPU)',
  'p99 frame',
  'main’s longest',
  '(its CPU)',
]

/** A scene in one line: tasks over 50 ms, the longest, the slowest frame of a hundred, main's longest task. */
export function sceneCells({ name, tasks, frames, longTasks }: Scene): string[] {
  const over = tasks.window.filter(({ wall }) => wall > budget).length
  return [
    name,
    String(over),
    String(longTasks.length),
    ...longestCells(tasks.window),
    quantile(frames, 0.99).toFixed(1),
    ...longestCells(tasks.main),
  ]
}

function longestCells([longest]: readonly Task[]): string[] {
  return longest ? [longest.wall.toFixed(1), `(${longest.cpu.toFixed(1)})`] : ['–', '']
}

/** The longest a task of the window may take, in ms. */
export const budget = 50
