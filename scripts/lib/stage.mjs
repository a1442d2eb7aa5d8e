import { execFile } from 'node:child_process'
import { chmod, chown, copyFile, link, lstat, mkdir, readdir, readlink, symlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** What a run leaves behind, and what only the checkout needs. */
const LEFT_OUT = new Set(['.git', 'demo-out', 'test-results', 'coverage', 'dist'])

/**
 * Whether that user can read every one of the files.
 * @param {number} uid
 * @param {readonly string[]} files
 */
export async function isReadableFor(uid, files) {
  const as = [`--reuid=${uid}`, `--regid=${uid}`, '--clear-groups']
  const tests = files.map((file) => run('setpriv', [...as, 'test', '-r', file]))
  return Promise.all(tests).then(
    () => true,
    () => false,
  )
}

/**
 * Copies the built project, and the Electron to run it with, to where that user can read and write them.
 * Big files are linked, not copied, where the file system allows it: they keep their owner, so that the user
 * can read but not change them. The folders are the user's own.
 * @param {{root: string, into: string, uid: number, electron: string}} what `into` must not exist yet
 * @returns {Promise<{dir: string, electron: string}>} the project and the Electron binary over there
 */
export async function stageForUser({ root, into, uid, electron }) {
  const dir = join(into, 'leasebar')
  const runtime = join(into, 'electron')
  await mkdir(into, { recursive: true })
  await chown(into, uid, uid)
  await copyTree(root, dir, uid, false, LEFT_OUT)
  await copyTree(dirname(electron), runtime, uid, true)
  return { dir, electron: join(runtime, basename(electron)) }
}

/** Below node_modules and in Electron (`links`) nothing is written to; the project's own files are copied. */
async function copyTree(from, to, uid, links, leftOut = new Set()) {
  await mkdir(to)
  await chown(to, uid, uid)
  for (const entry of await readdir(from, { withFileTypes: true })) {
    if (leftOut.has(entry.name)) continue
    const source = join(from, entry.name)
    const target = join(to, entry.name)
    if (entry.isDirectory()) await copyTree(source, target, uid, links || entry.name === 'node_modules')
    else if (entry.isSymbolicLink()) await symlink(await readlink(source), target)
    else if (entry.isFile()) await copyOne(source, target, uid, links)
  }
}

async function copyOne(source, target, uid, links) {
  const { mode } = await lstat(source)
  if (links && (mode & 0o004) !== 0 && (await linked(source, target))) return
  await copyFile(source, target)
  await chmod(target, (mode & 0o755) | 0o644)
  await chown(target, uid, uid)
}

function linked(source, target) {
  return link(source, target).then(
    () => true,
    () => false,
  )
}
