#!/usr/bin/env node
/**
 * Sees to it that what a private desktop and Electron need of Debian or Ubuntu is installed: as root by
 * installing it, otherwise by printing the one command that does. Does nothing on other systems than Linux.
 */
import { execFile, spawn } from 'node:child_process'
import { access } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Each entry is a package, or the names it goes by in different releases, the newest first. */
const PACKAGES = [
  // the screen, and looking at it
  ['xvfb'],
  ['xauth'],
  ['x11-utils'],
  ['xdotool'],
  ['imagemagick'],
  ['fonts-dejavu-core'],
  // the session: bus, keychain, window manager, notifications, tray
  ['dbus'],
  ['dbus-x11'],
  ['gnome-keyring'],
  ['libsecret-1-0'],
  ['libsecret-tools'],
  ['openbox'],
  ['dunst'],
  ['systemd'], // its busctl is what dunstctl reads the history with; it is not started
  ['xfce4-panel'],
  ['desktop-file-utils'], // its desktop-file-validate reads the launcher's entry
  ['python3-dbus'],
  // what Electron links with
  ['libgtk-3-0t64', 'libgtk-3-0'],
  ['libnss3'],
  ['libasound2t64', 'libasound2'],
  ['libgbm1'],
  ['libxss1'],
  ['libxtst6'],
  ['libnotify4'],
  ['libatk-bridge2.0-0t64', 'libatk-bridge2.0-0'],
  ['at-spi2-core'],
]

/**
 * Installs the missing packages, or throws an Error whose message is the command to run. Says on stderr what
 * it installs; with nothing missing it says nothing and takes some ten milliseconds.
 * @returns {Promise<void>}
 */
export async function ensureDesktop() {
  if (process.platform !== 'linux') return
  if (!(await exists('/usr/bin/dpkg-query')) || !(await exists('/usr/bin/apt-get'))) {
    process.stderr.write(
      'desktop: not a Debian or Ubuntu: what Leasebar needs of the system is not checked\n',
    )
    return
  }
  const missing = await missingPackages()
  if (missing.length === 0) return
  if (process.getuid?.() !== 0) {
    throw new Error(
      `these packages are missing; install them with\n  ${command(missing.map(oldestName), 'sudo ')}`,
    )
  }
  process.stderr.write(`desktop: installing what is missing: ${missing.map(oldestName).join(' ')}\n`)
  await aptGet(['update', '-qq'])
  const names = await Promise.all(missing.map(knownName))
  await aptGet(['install', '-y', '-qq', '--no-install-recommends', ...names])
  const still = await missingPackages()
  if (still.length > 0) throw new Error(`apt-get left out ${still.map(oldestName).join(' ')}`)
}

/** The entries of PACKAGES of which no name is installed. */
async function missingPackages() {
  const format = ['Package', 'db:Status-Status'].map((field) => `$\{${field}}`).join(' ')
  const args = ['-W', '-f', `${format}\\n`, ...PACKAGES.flat()]
  // dpkg-query fails when it does not know one of the names, and still prints the others.
  const { stdout } = await run('dpkg-query', args).catch((error) => ({ stdout: String(error.stdout ?? '') }))
  const installed = new Set(
    stdout
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.split(' ')[0]),
  )
  return PACKAGES.filter((names) => !names.some((name) => installed.has(name)))
}

/** The first of the names that this release of the system has a package for. */
async function knownName(names) {
  for (const name of names.slice(0, -1)) {
    const known = await run('apt-cache', ['show', '--no-all-versions', name]).then(
      ({ stdout }) => stdout.includes(`Package: ${name}\n`),
      () => false,
    )
    if (known) return name
  }
  return oldestName(names)
}

function oldestName(names) {
  return names.at(-1)
}

function command(names, sudo) {
  return `${sudo}apt-get update && ${sudo}apt-get install -y --no-install-recommends ${names.join(' ')}`
}

/** Its output goes to stderr, so that scripts that print an answer on stdout stay readable by others. */
function aptGet(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const child = spawn('apt-get', ['-o', 'Dpkg::Use-Pty=0', '-o', 'DPkg::Lock::Timeout=300', ...args], {
    env,
    stdio: ['ignore', 2, 2],
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve(undefined)
      else reject(new Error(`apt-get ${args[0]} ended with ${code}; by hand: apt-get ${args.join(' ')}`))
    })
  })
}

function exists(path) {
  return access(path).then(
    () => true,
    () => false,
  )
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    await ensureDesktop()
  } catch (error) {
    process.stderr.write(`desktop: ${error.message}\n`)
    process.exitCode = 1
  }
}
