import type { Dispatcher } from 'undici'
import { err, ok, type Result } from '../../shared/domain/result.ts'
import { words } from '../../shared/words/words.ts'
import { isUsableProxy } from '../vendor/connection.ts'
import { isInsecure } from '../vendor/trouble.ts'

/** What reading from the feed needs of the world. */
export interface HttpsWires {
  /** The proxy's URL for an address, or null: straight. */
  readonly proxyFor: (url: string) => Promise<string | null>
  /** PEM of the only authorities to trust; absent: Node's own. */
  readonly ca?: string | undefined
}

/** Ms without a byte after which a read is given up. */
const silenceMs = 30_000

/**
 * Reads an https address, each part as it comes: no other scheme, no redirect followed, no certificate waved through.
 * `take` may refuse a part by throwing. An error is for a person; a read that `signal` ends is one too.
 */
export async function readHttps(
  wires: HttpsWires,
  url: string,
  take: (part: Buffer) => Promise<void> | void,
  signal: AbortSignal,
): Promise<Result<null, string>> {
  const said = words().updates
  const { protocol, origin, pathname, host } = new URL(url)
  if (protocol !== 'https:') return err(said.notHttps)
  let dispatcher: Dispatcher | null = null
  try {
    const proxy = await wires.proxyFor(`${origin}/`)
    if (proxy !== null && !isUsableProxy(proxy)) return err(said.proxy)
    dispatcher = await open(origin, proxy, wires.ca)
    const headers = { accept: '*/*', 'accept-encoding': 'identity', 'user-agent': 'Leasebar' }
    const response = await dispatcher.request({ origin, path: pathname, method: 'GET', headers, signal })
    if (response.statusCode !== 200) return err(said.status(response.statusCode))
    for await (const part of response.body as AsyncIterable<Buffer>) await take(part)
    return ok(null)
  } catch (error) {
    if (error instanceof Refusal) return err(error.message)
    if (signal.aborted) return err(said.stopped)
    return err(isInsecure(error) ? said.insecure(host) : said.notReached(host))
  } finally {
    await dispatcher?.destroy().catch(() => {})
  }
}

/** A part that is not taken, with words for a person. */
export class Refusal extends Error {}

/** Reads an https address whole, up to so many bytes. */
export async function readHttpsText(
  wires: HttpsWires,
  url: string,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Result<string, string>> {
  const parts: Buffer[] = []
  let size = 0
  const read = await readHttps(
    wires,
    url,
    (part) => {
      size += part.length
      if (size > maxBytes) throw new Refusal(words().updates.unreadable)
      parts.push(part)
    },
    signal,
  )
  return read.ok ? ok(new TextDecoder().decode(Buffer.concat(parts))) : read
}

async function open(origin: string, proxy: string | null, ca: string | undefined): Promise<Dispatcher> {
  // Loaded at the first read and not at start: it is large.
  const { Client, ProxyAgent } = await import('undici')
  // Said here, or NODE_TLS_REJECT_UNAUTHORIZED=0 in the environment would have everyone trusted.
  const tls = { rejectUnauthorized: true, timeout: silenceMs, ...(ca === undefined ? {} : { ca }) }
  const limits = { headersTimeout: silenceMs, bodyTimeout: silenceMs, allowH2: false } as const
  return proxy === null
    ? new Client(origin, { ...limits, connect: tls })
    : new ProxyAgent({ ...limits, uri: proxy, requestTls: tls, proxyTls: tls })
}
