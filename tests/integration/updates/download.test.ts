import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { download } from '../../../src/main/updates/download.ts'
import { type ReleaseHost, startReleaseHost, trustedAuthority } from '../../support/releaseHost.ts'

const name = 'leasebar-0.2.0-linux-x64.tar.gz'
const bytes = Buffer.alloc(300_000, 'leasebar')
const damaged =
  'The package is not what the release says it is, and was thrown away. Try again later; if it stays so, tell the makers.'

let host: ReleaseHost
let folder: string
beforeEach(async () => {
  host = await startReleaseHost()
  host.release('0.2.0', bytes)
  folder = mkdtempSync(join(tmpdir(), 'leasebar-downloads-'))
})
afterEach(async () => {
  await host.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Downloads what the release says, into the folder. */
function get({ into = folder, signal = new AbortController().signal, seen = [] as number[] } = {}) {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return download(
    { url: `${host.origin}/leasebar/${name}`, name, size: bytes.length, sha256 },
    {
      wires: { proxyFor: async () => null, ca: readFileSync(trustedAuthority, 'utf8') },
      folder: into,
      received: (size) => seen.push(size),
      signal,
    },
  )
}

it('puts the package into the folder, whole, under its name', async () => {
  const seen: number[] = []
  expect(await get({ seen })).toEqual({ ok: true, value: join(folder, name) })
  expect(readdirSync(folder)).toEqual([name])
  expect(readFileSync(join(folder, name)).equals(bytes)).toBe(true)
  // Root, or the system's installer, has to read it; nobody has to run it.
  expect((statSync(join(folder, name)).mode & 0o777).toString(8)).toBe('644')
  expect(seen.at(-1)).toBe(bytes.length)
})

it('makes the folder where there is none', async () => {
  const into = join(folder, 'not', 'there')
  expect(await get({ into })).toEqual({ ok: true, value: join(into, name) })
})

const altered = Buffer.from(bytes)
altered[1000] = 0
it.each([
  ['one byte is another', altered],
  ['a byte is missing', bytes.subarray(1)],
  ['it goes on after its end', Buffer.concat([bytes, bytes])],
  ['it is empty', Buffer.alloc(0)],
])('is thrown away when %s', async (_what, served) => {
  host.serve(`/leasebar/${name}`, served)
  expect(await get()).toEqual({ ok: false, error: damaged })
  expect(readdirSync(folder)).toEqual([])
})

it('one without an end is cut off at the size of the release', async () => {
  host.serve(`/leasebar/${name}`, (response) => {
    const more = (): void => {
      while (response.write('x'.repeat(65_536)));
      response.once('drain', more)
    }
    response.on('error', () => {})
    more()
  })
  const seen: number[] = []
  expect(await get({ seen })).toEqual({ ok: false, error: damaged })
  expect(Math.max(0, ...seen)).toBeLessThanOrEqual(bytes.length)
  expect(readdirSync(folder)).toEqual([])
})

it('one that breaks off leaves nothing', async () => {
  host.serve(`/leasebar/${name}`, (response) => {
    response.writeHead(200, { 'content-length': String(bytes.length) })
    response.write(bytes.subarray(0, 1000), () => response.destroy())
  })
  expect((await get()).ok).toBe(false)
  expect(readdirSync(folder)).toEqual([])
})

it('one that is stopped leaves nothing', async () => {
  const stopping = new AbortController()
  host.serve(`/leasebar/${name}`, (response) => {
    response.write(bytes.subarray(0, 1000), () => stopping.abort())
  })
  expect(await get({ signal: stopping.signal })).toEqual({ ok: false, error: 'It was stopped.' })
  expect(readdirSync(folder)).toEqual([])
})

it('one that lies there already is taken as it is, and nothing is asked for', async () => {
  writeFileSync(join(folder, name), bytes)
  expect(await get()).toEqual({ ok: true, value: join(folder, name) })
  expect(host.asked).toEqual([])
})

it('another file of that name is left alone', async () => {
  writeFileSync(join(folder, name), 'mine')
  const other = 'leasebar-0.2.0-linux-x64 (2).tar.gz'
  expect(await get()).toEqual({ ok: true, value: join(folder, other) })
  expect(readFileSync(join(folder, name), 'utf8')).toBe('mine')
  expect(readdirSync(folder).sort()).toEqual([other, name].sort())
})

it('a folder that takes nothing: says where, and why', async () => {
  writeFileSync(join(folder, 'file'), '')
  const got = await get({ into: join(folder, 'file') })
  expect(got).toEqual({
    ok: false,
    error: `The package could not be written to ${join(folder, 'file', `${name}.part`)} (ENOTDIR).`,
  })
})
