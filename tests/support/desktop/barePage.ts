import { type MessageEvent, WebSocket } from 'undici'
import { z } from 'zod'
import type { BareApp } from './launch.ts'
import { until } from './until.ts'

const Targets = z.array(z.object({ type: z.string(), webSocketDebuggerUrl: z.string() }))
const Reply = z.object({
  id: z.number(),
  result: z.object({
    result: z.object({ value: z.unknown() }).partial(),
    exceptionDetails: z.object({ text: z.string() }).optional(),
  }),
})

/** The page of an app that runs by itself, as it is: Playwright would have it believe that it is always seen. */
export interface BarePage {
  /** Runs an expression in the page, awaits it, and gives its value by JSON. */
  readonly evaluate: <T>(expression: string, shape: z.ZodType<T>) => Promise<T>
  readonly close: () => void
}

/** Reaches into the page of an app that was started with `--remote-debugging-port=0`. */
export async function barePage(app: BareApp): Promise<BarePage> {
  const host = await until('the debugger’s address', async () => {
    return /DevTools listening on ws:\/\/([^/\s]+)/.exec(app.output())?.[1]
  })
  const url = await until('a page', async () => {
    const listed = Targets.parse(await (await fetch(`http://${host}/json/list`)).json())
    return listed.find(({ type }) => type === 'page')?.webSocketDebuggerUrl
  })
  const socket = new WebSocket(url)
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true })
    socket.addEventListener('error', reject, { once: true })
  })
  let last = 0
  return {
    evaluate<T>(expression: string, shape: z.ZodType<T>) {
      last += 1
      const id = last
      const params = { expression, awaitPromise: true, returnByValue: true }
      return new Promise<T>((resolve, reject) => {
        const listen = ({ data }: MessageEvent): void => {
          const reply = Reply.safeParse(JSON.parse(String(data))).data
          if (reply?.id !== id) return
          socket.removeEventListener('message', listen)
          const { result, exceptionDetails } = reply.result
          if (exceptionDetails) reject(new Error(exceptionDetails.text))
          else resolve(shape.parse(result.value))
        }
        socket.addEventListener('message', listen)
        socket.send(JSON.stringify({ id, method: 'Runtime.evaluate', params }))
      })
    },
    close: () => socket.close(),
  }
}
