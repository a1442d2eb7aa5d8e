import { mkdtempSync, rmSync } from 'node:fs'
import { createConnection, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The most bytes of one line. */
const mostBytes = 64 * 1024

/** What came of asking: the other side's line; `not-taken`: nobody came for it; `lost`: it was taken, no answer came. */
export type Asked =
  | { readonly kind: 'answered'; readonly line: string }
  | { readonly kind: 'not-taken' | 'lost' }

/** A question that waits for whoever is to answer it. */
export interface OpenAsk {
  /** Where it is to be fetched; only this user can get there. */
  readonly place: string
  /** Resolves with what came of it; never rejects. */
  readonly asked: Promise<Asked>
  /** Nobody will come: `not-taken` at once. */
  readonly callOff: () => void
}

/**
 * Lays out a line for the running Leasebar, which fetches it and brings one back, on a socket in a folder of its own.
 * Fetching is what decides: a question that nobody fetched within `patienceMs` cannot be taken any more, so that
 * "nothing was sent" is true.
 */
export async function layOut(
  line: string,
  patienceMs: number,
  platform = process.platform,
): Promise<OpenAsk> {
  const folder = mkdtempSync(join(tmpdir(), 'leasebar-'))
  const place =
    platform === 'win32' ? `\\\\.\\pipe\\${folder.split(/[\\/]/).at(-1)}` : join(folder, 'command')
  const server = createServer()
  let end = (_asked: Asked): void => undefined
  const asked = new Promise<Asked>((resolve) => {
    end = resolve
  }).finally(() => {
    clearTimeout(patience)
    server.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const patience = setTimeout(() => end({ kind: 'not-taken' }), patienceMs)
  server.once('connection', (socket) => {
    clearTimeout(patience)
    server.close()
    socket.write(`${line}\n`)
    void readLine(socket).then((answer) => {
      socket.destroy()
      end(answer === null ? { kind: 'lost' } : { kind: 'answered', line: answer })
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(place, resolve)
  })
  return { place, asked, callOff: () => end({ kind: 'not-taken' }) }
}

/** Fetches the line that was laid out at `place`, and brings the answer; nothing where nobody waits there any more. */
export async function fetchAndAnswer(
  place: string,
  answer: (line: string) => Promise<string>,
): Promise<void> {
  const socket = createConnection(place)
  const line = await readLine(socket)
  if (line !== null) {
    const said = await answer(line)
    await new Promise<void>((resolve) => socket.end(`${said}\n`, resolve))
  }
  socket.destroy()
}

/** The first line that comes; null where the connection ends, fails or floods before it. */
function readLine(socket: Socket): Promise<string | null> {
  return new Promise((resolve) => {
    let read = ''
    socket.setEncoding('utf8')
    socket.on('data', (part: string) => {
      read += part
      const end = read.indexOf('\n')
      if (end >= 0) resolve(read.slice(0, end))
      else if (read.length > mostBytes) resolve(null)
    })
    socket.on('close', () => resolve(null))
    // What is wrong shows as the end of the connection.
    socket.on('error', () => resolve(null))
  })
}
