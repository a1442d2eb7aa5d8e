import type { Locator, Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { ask } from '../../tests/support/desktop/ask.ts'
import type { LaunchedApp } from '../../tests/support/desktop/launch.ts'
import { quantile } from './figures.ts'
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
  }
}

/** Plays a scene in the window and writes down what it cost. */
export async function scene(
  launched: LaunchedApp,
  page: Page,
  name: string,
  play: () => Promise<void>,
): Promise<Scene> {
  await quiet(page)
  let look: { longTasks: number[]; frames: number[] } = { longTasks: [], frames: [] }
  const tasks = await traced(launched, async () => {
    await page.evaluate(() => {
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
    })
    await play()
    look = await page.evaluate(() => {
      const found = window.benchLook ?? { longTasks: [], frames: [], on: false }
      found.on = false
      return { longTasks: found.longTasks, frames: found.frames }
    })
  })
  return { name, tasks, longTasks: look.longTasks, frames: look.frames }
}

/** Nothing of the scene before is still going on. */
async function quiet(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise<void>((resolve) => requestIdleCallback(() => resolve(), { timeout: 2000 })),
  )
}

/** Turns the wheel over an element, a notch a frame, down to its end and up again. */
export async function wheelThrough(page: Page, over: Locator, scroller: Locator): Promise<void> {
  await over.hover()
  const at = (): Promise<{ top: number; end: number }> =>
    scroller.evaluate((element) => ({
      top: element.scrollTop,
      end: element.scrollHeight - element.clientHeight,
    }))
  for (const notch of [240, -240]) {
    for (let turns = 0; turns < 2000; turns += 1) {
      for (let frame = 0; frame < 10; frame += 1) await page.mouse.wheel(0, notch)
      const { top, end } = await at()
      if (notch > 0 ? top >= end - 2 : top <= 0) break
    }
  }
}

/** Types words a key at a time, as fast as a person, and takes them out again. */
export async function typeAndClear(page: Page, field: Locator, words: readonly string[]): Promise<void> {
  await field.focus()
  for (const word of words) {
    await page.keyboard.type(word, { delay: 80 })
    await page.keyboard.press('Escape')
    await expect(field).toHaveValue('')
  }
}

/** The id of the account that is connected. */
export async function firstAccount(page: Page): Promise<string> {
  const answer = await ask(page, 'snapshot.get', null)
  const id = answer.ok ? answer.value.accounts[0]?.id : undefined
  if (id === undefined) throw new Error('no account is connected')
  return id
}

/**
 * Has the vendor's list read anew, and waits for the push that tells of it. It only looks at the push's text: whole
 * snapshots asked for again and again would be the longest tasks of all, and the bench's own; so would their collection,
 * which comes scenes later.
 */
export function readAnew(page: Page, accountId: string): Promise<void> {
  return page.evaluate(
    (id) =>
      new Promise<void>((resolve, reject) => {
        const since = Date.now()
        const patience = setTimeout(() => reject(new Error('the list was not read')), 30_000)
        const stop = window.leasebar.on('state.changed', (json) => {
          const from = json.indexOf('"orders":[')
          const read = from < 0 ? null : /"readAt":(\d+)/.exec(json.slice(from, from + 2000))
          if (!read || Number(read[1]) < since) return
          clearTimeout(patience)
          stop()
          // The frame after next shows it.
          requestAnimationFrame(() => requestAnimationFrame(() => resolve()))
        })
        void window.leasebar.invoke('orders.refresh', { accountId: id })
      }),
    accountId,
  )
}

/** What the cells of a scene say. */
export const sceneHead = [
  'ms',
  'tasks > 50',
  'longtasks',
  'longest',
  '(its CPU)',
  'collection',
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
    tasks.collections[0]?.wall.toFixed(1) ?? '–',
    quantile(frames, 0.99).toFixed(1),
    ...longestCells(tasks.main),
  ]
}

function longestCells([longest]: readonly Task[]): string[] {
  return longest ? [longest.wall.toFixed(1), `(${longest.cpu.toFixed(1)})`] : ['–', '']
}

/** The longest a task of the window may take, in ms. */
export const budget = 50
