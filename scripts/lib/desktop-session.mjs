import { execFile, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { chmod, chown, mkdir, mkdtemp, open, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { giveTo, writeDesktop } from './desktop-config.mjs'
import { endMarked } from './processes.mjs'

const run = promisify(execFile)
const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const DBUS_HELPER = join(ROOT, 'tests', 'support', 'desktop', 'session_bus.py')
const READY_MS = 30_000
/** So that screenshots show where a window ends. */
const BACKGROUND = '#3a4656'

/** The password of the private keychain, which holds nothing but what a test puts there. */
export const KEYCHAIN_PASSWORD = 'private-desktop'

/**
 * Starts a desktop of its own: X server, session bus, keychain, window manager, notifications, tray. Every
 * wait is for the part itself (the display's number, the owner of a bus name), none for a time. Several may
 * run at once: the X server picks the display number, everything else lies in a folder of its own.
 * @param {import('./desktop-session.d.mts').SessionOptions} options
 * @returns {Promise<import('./desktop-session.d.mts').Session>} throws Error with the failing part's last words
 */
export async function startSession(options) {
  const id = randomUUID()
  const dir = await mkdtemp(join(tmpdir(), 'lb-'))
  const session = new Parts(id, dir, options.uid)
  try {
    const files = await writeDesktop(dir, { prompter: options.prompter })
    session.log = files.log
    session.env = baseEnv(id, files)
    if (options.uid !== undefined) await giveTo(dir, options.uid)
    session.env.DISPLAY = await startScreen(session, options.screen, files.authority)
    if (options.bus) await startBusParts(session, options, files)
    await session.start('openbox', ['openbox'])
    await session.until('the window manager', () => windowManagerRuns(session))
    // It paints the root window and ends with 1 all the same.
    await session
      .ask(['display', '-window', 'root', '-size', options.screen, `xc:${BACKGROUND}`])
      .catch(notYet)
  } catch (error) {
    const words = await session.lastWords()
    await session.stop()
    throw new Error(`${error.message}${words}`)
  }
  return { id, dir, env: session.env, prefix: session.prefix, stop: () => session.stop() }
}

/** The running parts of one desktop. */
class Parts {
  env = {}
  log = ''
  ended = []

  constructor(id, dir, uid) {
    this.id = id
    this.dir = dir
    const as = uid === undefined ? [] : [`--reuid=${uid}`, `--regid=${uid}`, '--clear-groups']
    // The signal is for the case that this process is killed and cannot clean up.
    this.prefix = ['setpriv', ...as, '--pdeathsig=TERM']
  }

  async start(name, command, { input = '', pipe = false } = {}) {
    const log = await open(join(this.log, `${name}.log`), 'w')
    const [program, ...args] = [...this.prefix, ...command]
    const stdio = ['pipe', log.fd, log.fd, pipe ? 'pipe' : 'ignore']
    const child = spawn(program, args, { env: this.env, cwd: this.dir, stdio, detached: true })
    child.on('error', () => this.ended.push(name))
    child.on('exit', () => this.ended.push(name))
    child.stdin.on('error', () => {})
    child.stdin.end(input)
    await log.close()
    return child
  }

  /** Asks again until it is so, at most READY_MS. */
  async until(what, isSo) {
    const deadline = Date.now() + READY_MS
    while (!(await isSo())) {
      if (this.ended.length > 0) throw new Error(`${this.ended[0]} ended at once`)
      if (Date.now() > deadline) throw new Error(`${what} did not come up within ${READY_MS / 1000} s`)
      await delay(30)
    }
  }

  /** Runs a short command as the desktop's user, answers its output. */
  async ask(command) {
    const [program, ...args] = [...this.prefix, ...command]
    const { stdout } = await run(program, args, { env: this.env, cwd: this.dir, timeout: READY_MS })
    return stdout
  }

  /** One call of the D-Bus helper, whose text goes in on the command line: its file may be unreadable to the user. */
  async dbus(call, values = {}) {
    const helper = await readFile(DBUS_HELPER, 'utf8')
    return JSON.parse(await this.ask(['/usr/bin/python3', '-c', helper, call, JSON.stringify(values)]))
  }

  async lastWords() {
    const name = this.ended[0]
    const text = name ? await readFile(join(this.log, `${name}.log`), 'utf8').catch(() => '') : ''
    return text === '' ? '' : `; its last words:\n${text.trim().split('\n').slice(-5).join('\n')}`
  }

  /** The app first: it must not see its desktop go away under it. */
  async stop() {
    await endMarked(`LEASEBAR_DESKTOP_APP=${this.id}`, 5_000)
    await endMarked(`LEASEBAR_DESKTOP=${this.id}`, 2_000)
    await rm(this.dir, { recursive: true, force: true, maxRetries: 3 })
  }
}

function baseEnv(id, files) {
  return {
    PATH: process.env.PATH ?? '/usr/local/bin:/usr/bin:/bin',
    LANG: 'C.UTF-8',
    HOME: files.home,
    XDG_RUNTIME_DIR: files.runtime,
    XDG_SESSION_TYPE: 'x11',
    TMPDIR: files.temp,
    XAUTHORITY: files.authority,
    // Without a bus, libraries would start one of their own; this address cannot be had.
    DBUS_SESSION_BUS_ADDRESS: `unix:path=${join(files.runtime, 'bus')}`,
    LEASEBAR_DESKTOP: id,
    LEASEBAR_NOTIFICATION_LOG: files.notificationLog,
  }
}

async function startScreen(session, screen, authority) {
  await sharedSocketFolder()
  const args = ['-screen', '0', `${screen}x24`, '-nolisten', 'tcp', '-noreset', '-auth', authority]
  const server = await session.start('Xvfb', ['Xvfb', '-displayfd', '3', ...args], { pipe: true })
  let number = ''
  server.stdio[3].on('data', (chunk) => {
    number += chunk
  })
  await session.until('the X server', () => number.endsWith('\n'))
  return `:${number.trim()}`
}

/** Where X servers of all users put their sockets. Root makes it as the system would. */
async function sharedSocketFolder() {
  if (process.getuid?.() !== 0) return
  await mkdir('/tmp/.X11-unix').then(
    async () => {
      await chown('/tmp/.X11-unix', 0, 0)
      await chmod('/tmp/.X11-unix', 0o1777)
    },
    () => {},
  )
}

async function startBusParts(session, options, files) {
  await session.start('dbus', ['dbus-daemon', `--config-file=${files.busConfig}`, '--nofork', '--nopidfile'])
  const socket = join(files.runtime, 'bus')
  await session.until('the session bus', () => session.ask(['test', '-S', socket]).then(ready, notYet))
  const names = []
  if (options.keychain !== 'none') {
    const args = ['--foreground', '--unlock', '--components=secrets']
    await session.start('keychain', ['gnome-keyring-daemon', ...args], { input: KEYCHAIN_PASSWORD })
    names.push('org.freedesktop.secrets')
  }
  if (options.notifications) {
    await session.start('dunst', ['dunst'])
    names.push('org.freedesktop.Notifications')
  }
  if (options.tray) {
    await session.start('panel', ['xfce4-panel', '--disable-wm-check'])
    names.push('org.kde.StatusNotifierWatcher')
  }
  const missing = await session.dbus('wait_names', { names, timeout: READY_MS / 1000 - 5 })
  if (missing.length > 0) throw new Error(`nobody came up as ${missing.join(', ')}`)
  if (options.keychain === 'none') return
  await session.until('the keychain', async () => (await session.dbus('keychain_state')) === 'unlocked')
  if (options.keychain === 'locked') await session.dbus('keychain_lock')
}

function windowManagerRuns(session) {
  return session
    .ask(['xprop', '-root', '_NET_SUPPORTING_WM_CHECK'])
    .then((answer) => answer.includes('window id'), notYet)
}

const ready = () => true
const notYet = () => false
