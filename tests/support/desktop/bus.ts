import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const HELPER = fileURLToPath(new URL('./session_bus.py', import.meta.url))
const Answer = z.tuple([z.number(), z.boolean(), z.unknown()])

interface Call {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
}

interface Helper {
  readonly child: ChildProcessWithoutNullStreams
  readonly waiting: Map<number, Call>
}

let running: Helper | undefined
let lastCall = 0

/**
 * One call of `session_bus.py` (see there for the calls) on the session bus of this desktop, checked against
 * `schema`. The helper is started at the first call and ends with this process. Throws when the call fails.
 */
export async function callBus<T>(call: string, values: object, schema: z.ZodType<T>): Promise<T> {
  running ??= startHelper()
  const { child, waiting } = running
  lastCall += 1
  const number = lastCall
  const answer = new Promise<unknown>((resolve, reject) => waiting.set(number, { resolve, reject }))
  child.stdin.write(`${JSON.stringify([number, call, values])}\n`)
  return schema.parse(await answer)
}

function startHelper(): Helper {
  // Debian's own Python: another one on the PATH would not have python3-dbus.
  const child = spawn('/usr/bin/python3', [HELPER, 'serve'])
  const helper: Helper = { child, waiting: new Map() }
  let lastWords = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    lastWords = text
  })
  const gone = (error: Error): void => {
    running = undefined
    for (const { reject } of helper.waiting.values()) reject(error)
    helper.waiting.clear()
  }
  child.on('error', gone)
  child.on('exit', () => gone(new Error(`the D-Bus helper ended: ${lastWords.trim()}`)))
  child.stdin.on('error', () => {})
  createInterface({ input: child.stdout }).on('line', (line) => {
    const [number, worked, value] = Answer.parse(JSON.parse(line))
    const call = helper.waiting.get(number)
    helper.waiting.delete(number)
    if (worked) call?.resolve(value)
    else call?.reject(new Error(String(value)))
  })
  return helper
}

/** Ends the helper, so that a process that has nothing else to do can end. The next call starts a new one. */
export function releaseBus(): void {
  running?.child.stdin.end()
}
