import { type ChildProcess, execFile } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { z } from 'zod'
import { type LaunchOptions, startBare } from '../../tests/support/desktop/launch.ts'

const run = promisify(execFile)
const Answer = z.object({ id: z.number(), value: z.unknown().optional(), error: z.string().optional() })
const Bounds = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() })

/** An element of the page: the first one in sight that matches, and is called so where a name is given. */
export interface Find {
  readonly css: string
  readonly name?: string
}

/** The app, played by the screen's own mouse and keyboard, and looked into without a debugger. */
export interface Player {
  /** Runs a function in the page and gives what it gives, as JSON. It sees nothing but `given` and the page's globals. */
  readonly page: <G, V>(work: (given: G) => V | Promise<V>, given: G) => Promise<V>
  /** Chromium begins to write down what its processes do. */
  readonly record: (categories: readonly string[]) => Promise<void>
  /** It ends, and puts that into a file. */
  readonly stop: (file: string) => Promise<void>
  readonly resize: (width: number, height: number) => Promise<void>
  /** Moves the pointer over the middle of an element. */
  readonly hover: (element: Find) => Promise<void>
  readonly click: (element: Find) => Promise<void>
  /** Turns the wheel under the pointer, 8 ms a notch. */
  readonly wheel: (direction: 'down' | 'up', notches: number) => Promise<void>
  /** Types, 80 ms a key. */
  readonly type: (words: string) => Promise<void>
  readonly press: (key: string) => Promise<void>
  /** Ends the app. */
  readonly end: () => Promise<void>
}

/** Starts the built app and answers when its main process listens. */
export async function play(options: LaunchOptions): Promise<Player> {
  const folder = mkdtempSync(join(tmpdir(), 'leasebar-player-'))
  const path = join(folder, 'socket')
  const server = createServer().listen(path)
  await once(server, 'listening')
  const connected: Promise<Socket[]> = once(server, 'connection')
  const app = await startBare({
    ...options,
    preload: join(import.meta.dirname, 'inside.cjs'),
    env: { ...options.env, LEASEBAR_BENCH_SOCKET: path },
  })
  const [socket] = await connected
  if (!socket) throw new Error('the app did not call back')
  const asked = asking(socket)
  return {
    ...acting(asked),
    end: async () => {
      await ended(app.child)
      server.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

type Asked = (act: string, given: unknown) => Promise<unknown>

/** Questions and their answers, a line each. */
function asking(socket: Socket): Asked {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  let last = 0
  createInterface({ input: socket }).on('line', (line) => {
    const { id, value, error } = Answer.parse(JSON.parse(line))
    const asker = waiting.get(id)
    waiting.delete(id)
    if (error === undefined) asker?.resolve(value)
    else asker?.reject(new Error(error))
  })
  socket.on('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('the app ended'))
  })
  return (act, given) =>
    new Promise((resolve, reject) => {
      last += 1
      waiting.set(last, { resolve, reject })
      socket.write(`${JSON.stringify({ id: last, act, given })}\n`)
    })
}

function acting(asked: Asked): Omit<Player, 'end'> {
  // What the function gives has crossed as JSON, which the types cannot follow.
  const page = async <G, V>(work: (given: G) => V | Promise<V>, given: G): Promise<V> =>
    (await asked('page', `(${work})(${JSON.stringify(given)})`)) as V

  async function hover(element: Find): Promise<void> {
    const { x, y } = await page(middleOf, element)
    const frame = Bounds.parse(await asked('bounds', null))
    await run('xdotool', ['mousemove', '--sync', String(frame.x + x), String(frame.y + y)])
  }

  return {
    page,
    record: async (categories) => void (await asked('record', categories)),
    stop: async (file) => void (await asked('stop', file)),
    resize: async (width, height) => void (await asked('resize', { width, height })),
    hover,
    click: async (element) => {
      await hover(element)
      await run('xdotool', ['click', '1'])
    },
    wheel: async (direction, notches) => {
      const button = direction === 'down' ? '5' : '4'
      await run('xdotool', ['click', '--repeat', String(notches), '--delay', '8', button])
    },
    type: async (words) => void (await run('xdotool', ['type', '--delay', '80', words])),
    press: async (key) => void (await run('xdotool', ['key', key])),
  }
}

/** Runs in the page: waits until the element is there, and gives its middle in the window. */
async function middleOf({ css, name }: Find): Promise<{ x: number; y: number }> {
  const until = performance.now() + 15_000
  for (;;) {
    for (const element of document.querySelectorAll(css)) {
      const called = element.getAttribute('aria-label') ?? element.textContent?.trim()
      const { left, top, width, height } = element.getBoundingClientRect()
      if (width > 0 && height > 0 && (name === undefined || called === name))
        return { x: Math.round(left + width / 2), y: Math.round(top + height / 2) }
    }
    if (performance.now() > until) throw new Error(`${css} ${name ?? ''} is not there`)
    await new Promise((resolve) => requestAnimationFrame(resolve))
  }
}

/** Asks the app to end as the system does at logging out, so that the next start finds everything closed. */
export async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  await gone
}
