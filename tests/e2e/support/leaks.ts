import { randomBytes } from 'node:crypto'
import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Page } from '@playwright/test'
import type { LaunchedApp } from '../../support/desktop/launch.ts'

/** A key that stands nowhere in the sources, with characters that are written differently in an address. */
export interface Canary {
  readonly key: string
  /** Parts of it that every way of writing it leaves as they are; a key's last four characters may be shown. */
  readonly parts: readonly string[]
}

/** Makes a canary. */
export function makeCanary(): Canary {
  const part = () => randomBytes(9).toString('hex')
  const parts = [part(), part()]
  return { key: `${parts.join('/ü?#% &')}/tail`, parts }
}

/** The fault of a paid call that answers with an error page, the key in it, as a proxy before the vendor does. */
export function keyInErrorPage({ key }: Canary) {
  const path = `/client/api/v1/${encodeURIComponent(key)}/extend/order`
  return {
    kind: 'raw',
    status: 500,
    text: `<html><pre>Cannot POST ${path}</pre><p>${key}</p></html>`,
    contentType: 'text/html',
    endpoint: 'extend/order',
    acts: false,
  } as const
}

/** True when bytes hold a part of the key, as UTF-8, as UTF-16 of either order, or in Base64. */
export function holdsKey(bytes: Buffer, { parts }: Canary): boolean {
  return parts.some((part) => {
    const wide = Buffer.from(part, 'utf16le')
    const forms = [Buffer.from(part), wide, Buffer.from(wide).swap16(), ...base64Of(part)]
    return forms.some((form) => bytes.includes(form))
  })
}

/** What Base64 makes of a text wherever in a longer one it stands; the characters that depend on its neighbours cut off. */
function base64Of(text: string): Buffer[] {
  return [0, 1, 2].map((offset) => {
    const whole = Buffer.concat([Buffer.alloc(offset), Buffer.from(text)]).toString('base64')
    return Buffer.from(whole.slice(offset === 0 ? 0 : 4, -4))
  })
}

/** The files below a folder that hold a part of the key; what cannot be read (a socket, a gone file) is left out. */
export function filesWithKey(folder: string, canary: Canary): string[] {
  const found: string[] = []
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) found.push(...filesWithKey(path, canary))
    else if (entry.isFile() && lstatSync(path).size < 1e9 && holdsKey(readIfThere(path), canary))
      found.push(path)
  }
  return found
}

function readIfThere(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch {
    return Buffer.alloc(0)
  }
}

/** The private desktop's own folder: home with its cache, runtime folder, temporary files with the apps' data. */
export function desktopFolder(): string {
  const { HOME, LEASEBAR_DESKTOP } = process.env
  if (HOME === undefined || LEASEBAR_DESKTOP === undefined) throw new Error('this needs a private desktop')
  return dirname(HOME)
}

/** The renderer's heap as V8 writes it down, collected first. */
export async function heapOf(page: Page): Promise<Buffer> {
  const session = await page.context().newCDPSession(page)
  const chunks: string[] = []
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk))
  await session.send('HeapProfiler.enable')
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.takeHeapSnapshot', { captureNumericValue: true })
  await session.detach()
  return Buffer.from(chunks.join(''))
}

/** The document as it stands, with what is in its fields. */
export function documentOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const fields = [...document.querySelectorAll('input, textarea')].map((field) =>
      field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value : '',
    )
    return [document.documentElement.outerHTML, document.title, ...fields].join('\n')
  })
}

/** Writes down everything that crosses between main and windows, from now on. */
export async function recordMessages({ app }: LaunchedApp): Promise<void> {
  await app.evaluate(({ BrowserWindow, ipcMain }) => {
    const messages: { channel: string; way: 'in' | 'out'; text: string }[] = []
    Object.assign(globalThis, { recordedMessages: messages })
    const write = (channel: string, way: 'in' | 'out', value: unknown) =>
      messages.push({ channel, way, text: JSON.stringify(value) ?? '' })
    // Electron keeps the handlers in a Map of its own; there is no other place that sees every message.
    const handlers: Map<string, (event: unknown, ...sent: unknown[]) => Promise<unknown>> = Reflect.get(
      ipcMain,
      '_invokeHandlers',
    )
    for (const [channel, handler] of handlers) {
      handlers.set(channel, async (event, ...sent) => {
        write(channel, 'in', sent)
        const reply = await handler(event, ...sent)
        write(channel, 'out', reply)
        return reply
      })
    }
    for (const { webContents } of BrowserWindow.getAllWindows()) {
      const send = webContents.send.bind(webContents)
      webContents.send = (channel, ...sent) => {
        write(channel, 'out', sent)
        send(channel, ...sent)
      }
    }
  })
}

/** What was written down. */
export function recordedMessages({ app }: LaunchedApp) {
  return app.evaluate(() => {
    const messages: { channel: string; way: 'in' | 'out'; text: string }[] = Reflect.get(
      globalThis,
      'recordedMessages',
    )
    return messages
  })
}
