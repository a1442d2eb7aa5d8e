import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { ensureDesktop } from '../desktop-packages.mjs'

const run = promisify(execFile)

/**
 * Whether somebody looks at this machine's screen: Windows and macOS have one, Linux says so in the environment.
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform
 * @returns {boolean}
 */
export function hasDisplay(env = process.env, platform = process.platform) {
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}

/**
 * Sees to the system libraries that Electron links with, on Linux. A desktop has them as a rule; where one is missing,
 * the packages are installed (root on Debian or Ubuntu) or an Error says which command does that.
 * @param {string} electron path of the binary
 * @returns {Promise<void>}
 */
export async function ensureLibraries(electron) {
  if (process.platform !== 'linux') return
  const listed = await run('ldd', [electron]).then(
    ({ stdout }) => stdout,
    () => '',
  )
  if (!listed.includes('not found')) return
  await ensureDesktop()
}

/** The flags that this user's Electron needs: Chromium refuses its sandbox to root; everyone else keeps it. */
export function userFlags() {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : []
}
