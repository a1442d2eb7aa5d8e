/** The way of the paid calls to the vendor: a relay that can break a connection at any byte. */
import { createServer, connect as dial, type Socket } from 'node:net'
import type { Ending, WireFault } from './faults.ts'
import type { Ports } from './routes.ts'

/** The relay of one sequence. */
export interface Wire {
  readonly port: number
  /** Numbers of the calls whose connection stands still until Leasebar gives up. */
  readonly stuck: () => readonly number[]
  /** Numbers of the calls that have a connection. */
  readonly open: () => readonly number[]
  readonly close: () => Promise<void>
}

/** What the relay is opened with. */
export interface WireParts {
  readonly vendorPort: number
  readonly ports: Ports
  /** What befalls a call's next connection here; asked once for each. */
  readonly faultOf: (tag: number) => WireFault | null
}

/** One connection through the relay. */
interface Line {
  readonly client: Socket
  readonly tag: number
  readonly fault: WireFault | null
  /** Makes the connection to the vendor. */
  readonly dial: () => Socket
  upstream: Socket | null
  /** Bytes of the request that are not sent on yet. */
  waiting: Buffer
  /** Bytes of the reply so far. */
  replied: number
  stuck: boolean
  /** True once the vendor has all of a request whose sender is cut off: it goes on by itself. */
  left: boolean
}

/** Opens a relay to the vendor. */
export async function openWire({ vendorPort, ports, faultOf }: WireParts): Promise<Wire> {
  const lines = new Set<Line>()
  const clients = new Set<Socket>()
  const server = createServer({ pauseOnConnect: true, noDelay: true }, (client) => {
    clients.add(client)
    client.on('error', () => client.destroy())
    client.once('close', () => clients.delete(client))
    void known(client, ports).then((tag) => {
      const line: Line = {
        client,
        tag,
        fault: faultOf(tag),
        dial: () => {
          const upstream = dial({ port: vendorPort, host: '127.0.0.1', noDelay: true })
          ports.follow(upstream, tag)
          return upstream
        },
        upstream: null,
        waiting: Buffer.alloc(0),
        replied: 0,
        stuck: false,
        left: false,
      }
      lines.add(line)
      serve(line, () => lines.delete(line))
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    stuck: () => [...lines].filter(({ stuck }) => stuck).map(({ tag }) => tag),
    open: () => [...lines].map(({ tag }) => tag),
    close() {
      for (const client of clients) client.destroy()
      for (const { upstream } of lines) upstream?.destroy()
      return new Promise((resolve) => {
        server.close(() => resolve())
      })
    },
  }
}

/** The other end of a connection in this very process hears of it a moment later or earlier. */
async function known(client: Socket, ports: Ports): Promise<number> {
  for (;;) {
    const tag = ports.tagOf(client)
    if (tag !== undefined) return tag
    if (client.destroyed) return 0
    await new Promise<void>((resolve) => setImmediate(resolve))
  }
}

function serve(line: Line, over: () => void): void {
  const { client, fault } = line
  if (client.destroyed) {
    over()
    return
  }
  client.once('close', () => {
    if (!line.left) line.upstream?.destroy()
    if (line.upstream === null || line.upstream.closed) over()
    else line.upstream.once('close', over)
  })
  client.on('data', (chunk) => {
    if (line.stuck) return
    line.waiting = Buffer.concat([line.waiting, chunk])
    const length = lengthOf(line.waiting)
    if (length === null || line.waiting.length < length) return
    const request = line.waiting
    line.waiting = Buffer.alloc(0)
    forward(line, request)
  })
  client.resume()
  if (fault?.at === 'accepted') end(line, fault.ending)
}

/** A whole request has come from Leasebar: as much of it goes on as the fault says. */
function forward(line: Line, request: Buffer): void {
  const { fault } = line
  const share = fault?.at === 'request' ? fault.share : 1
  line.upstream ??= upstreamOf(line)
  const { upstream } = line
  upstream.write(request.subarray(0, Math.floor(request.length * share)), () => {
    if (fault?.at !== 'request') return
    line.left = share === 1 && fault.ending !== 'stall'
    if (share < 1 && fault.ending !== 'stall') upstream.destroy()
    end(line, fault.ending)
  })
}

function upstreamOf(line: Line): Socket {
  const { client } = line
  const upstream = line.dial()
  upstream.on('error', () => upstream.destroy())
  upstream.on('data', (chunk) => reply(line, chunk))
  upstream.once('close', () => {
    if (!line.stuck && !client.destroyed) client.end(() => client.destroy())
  })
  return upstream
}

/** Bytes of the vendor's reply, on their way to Leasebar. */
function reply(line: Line, chunk: Buffer): void {
  const { client, fault } = line
  if (line.stuck || client.destroyed) return
  const room = fault?.at === 'reply' ? fault.bytes - line.replied : chunk.length
  const cut = fault?.at === 'reply' && room <= chunk.length
  line.replied += chunk.length
  client.write(chunk.subarray(0, Math.max(0, room)), () => {
    if (cut) end(line, fault.ending)
  })
}

/** Ends what Leasebar sees of a connection, or leaves it standing. */
function end(line: Line, ending: Ending): void {
  if (ending === 'stall') line.stuck = true
  else if (ending === 'reset') line.client.resetAndDestroy()
  else line.client.end(() => line.client.destroy())
}

/** Bytes of a request, its head included; null while its head is not whole. */
function lengthOf(bytes: Buffer): number | null {
  const end = bytes.indexOf('\r\n\r\n')
  if (end < 0) return null
  const head = bytes.toString('latin1', 0, end)
  return end + 4 + Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0)
}
