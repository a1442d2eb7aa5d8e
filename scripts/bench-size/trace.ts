import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import type { Player } from './player.ts'

/** How long a task took, in ms: by the clock on the wall, and of that by its own thread's work (the rest it waited). */
export interface Task {
  readonly wall: number
  readonly cpu: number
}

/** The tasks of a thread, the longest first. */
export interface Tasks {
  /** The window's main thread: script, style, layout, paint, and V8's collections. */
  readonly window: readonly Task[]
  /** Main's own: everything that Leasebar does outside of the window. */
  readonly main: readonly Task[]
}

const Trace = z.object({
  traceEvents: z.array(
    z.looseObject({
      name: z.string(),
      ph: z.string(),
      pid: z.number(),
      tid: z.number(),
      dur: z.number().optional(),
      tdur: z.number().optional(),
      args: z.looseObject({ name: z.string().optional() }).optional(),
    }),
  ),
})

/** Chromium's own record of every task that its threads ran: none is too short, none is left out. */
const categories = ['toplevel', '__metadata']
const taskName = /RunTask$/

/** Runs something while Chromium writes down every task of all processes. */
export async function traced(player: Player, work: () => Promise<void>): Promise<Tasks> {
  const folder = mkdtempSync(join(tmpdir(), 'leasebar-trace-'))
  const file = join(folder, 'trace.json')
  try {
    await player.record(categories)
    await work()
    await player.stop(file)
    return tasksOf(readFileSync(file, 'utf8'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function tasksOf(text: string): Tasks {
  const { traceEvents } = Trace.parse(JSON.parse(text))
  const named = (name: string): Set<string> =>
    new Set(
      traceEvents
        .filter((event) => event.name === 'thread_name' && event.args?.name === name)
        .map(({ pid, tid }) => `${pid} ${tid}`),
    )
  const windows = named('CrRendererMain')
  const mains = named('CrBrowserMain')
  if (windows.size === 0 || mains.size === 0) throw new Error('the trace names no threads')
  const tasksIn = (threads: ReadonlySet<string>): Task[] =>
    traceEvents
      .filter(({ name, ph, pid, tid }) => ph === 'X' && taskName.test(name) && threads.has(`${pid} ${tid}`))
      .map(({ dur = 0, tdur = 0 }) => ({ wall: dur / 1000, cpu: tdur / 1000 }))
      .sort((a, b) => b.wall - a.wall)
  return { window: tasksIn(windows), main: tasksIn(mains) }
}
