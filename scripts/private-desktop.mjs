#!/usr/bin/env node
/**
 * Runs a command in a desktop of its own, with a screen nobody sees, and ends with the command's exit code:
 *
 *     node scripts/private-desktop.mjs [options] -- command [arguments]
 *
 * See HELP for the options. What is left of the command when it ends is ended too, then the desktop.
 */
import { spawn } from 'node:child_process'
import { chmod, cp, mkdtemp, rm } from 'node:fs/promises'
import { constants, tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { ensureDesktop } from './desktop-packages.mjs'
import { findElectron } from './electron-path.mjs'
import { startSession } from './lib/desktop-session.mjs'
import { isReadableFor, stageForUser } from './lib/stage.mjs'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const NOBODY = 65534

const HELP = `node scripts/private-desktop.mjs [options] -- command [arguments]
  --screen 1280x800     size of the screen
  --unprivileged        everything as user ${NOBODY} (root only); where that user cannot read the project, from a copy
  --stage               from such a copy in any case, so that the command can write into it
  --collect PATH        copy PATH of that copy back into the project afterwards (repeatable)
  --no-bus              no session bus, and so no keychain, notifications or tray
  --no-keychain         a session bus without a keychain
  --locked-keychain     a keychain that is there and locked
  --no-prompter         a locked keychain cannot ask for its password
  --no-notifications    nobody shows notifications
  --no-tray             no panel, so no tray
  --env NAME            hand this variable on (LEASEBAR_*, CI, TERM, TZ, colours and DEBUG are in any case)
`

const OPTIONS = {
  screen: { type: 'string', default: '1280x800' },
  unprivileged: { type: 'boolean', default: false },
  stage: { type: 'boolean', default: false },
  collect: { type: 'string', multiple: true, default: [] },
  'no-bus': { type: 'boolean', default: false },
  'no-keychain': { type: 'boolean', default: false },
  'locked-keychain': { type: 'boolean', default: false },
  'no-prompter': { type: 'boolean', default: false },
  'no-notifications': { type: 'boolean', default: false },
  'no-tray': { type: 'boolean', default: false },
  env: { type: 'string', multiple: true, default: [] },
  help: { type: 'boolean', default: false },
}

/**
 * Runs the command in a private desktop, see HELP.
 * @param {readonly string[]} command program and arguments
 * @param {Record<string, any>} options as parsed from the command line
 * @returns {Promise<number>} the command's exit code; 128 + n when it died of signal n
 */
export async function runInPrivateDesktop(command, options) {
  await ensureDesktop()
  const electron = await findElectron()
  process.stderr.write(`electron ${electron.version}: ${electron.why}\n`)
  const uid = options.unprivileged && process.getuid?.() === 0 ? NOBODY : undefined
  const staged = await stageIfNeeded(uid, options.stage, electron.path)
  try {
    const session = await startSession({
      uid,
      screen: options.screen,
      bus: !options['no-bus'],
      keychain: options['no-keychain'] ? 'none' : options['locked-keychain'] ? 'locked' : 'unlocked',
      prompter: !options['no-prompter'],
      notifications: !options['no-notifications'],
      tray: !options['no-tray'],
    })
    try {
      return await runCommand(command, session, staged, electron.path, options.env)
    } finally {
      await session.stop()
    }
  } finally {
    await bringBack(staged, options.collect)
  }
}

/** The copy of the project to run from, or undefined to run where it is. */
async function stageIfNeeded(uid, wanted, electron) {
  const user = uid ?? process.getuid?.() ?? 0
  if (!wanted) {
    if (uid === undefined) return undefined
    const needed = [join(ROOT, 'package.json'), join(ROOT, 'node_modules'), electron]
    if (await isReadableFor(uid, needed)) return undefined
  }
  const folder = await mkdtemp(join(tmpdir(), 'lb-stage-'))
  await chmod(folder, 0o711)
  return { folder, ...(await stageForUser({ root: ROOT, into: join(folder, 'x'), uid: user, electron })) }
}

async function bringBack(staged, paths) {
  if (staged === undefined) return
  for (const path of paths) {
    // A run that failed early may not have made it.
    await cp(join(staged.dir, path), join(ROOT, path), { recursive: true }).catch((error) => {
      if (error.code !== 'ENOENT') throw error
    })
  }
  await rm(staged.folder, { recursive: true, force: true })
}

function runCommand(command, session, staged, electron, names) {
  const there = (text) => (staged === undefined ? text : text.replaceAll(ROOT, staged.dir))
  const env = {
    ...handedOn(names),
    ...session.env,
    PATH: there(session.env.PATH),
    LEASEBAR_ELECTRON: staged?.electron ?? electron,
    LEASEBAR_DESKTOP_APP: session.id,
  }
  const [program, ...args] = [...session.prefix, ...command.map(there)]
  const inside = relative(ROOT, process.cwd())
  const cwd = staged === undefined || inside.startsWith('..') ? process.cwd() : join(staged.dir, inside)
  const child = spawn(program, args, { env, cwd, stdio: 'inherit' })
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => child.kill(name))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)))
  })
}

/** A private desktop starts from a clean environment: nothing of the caller's own session may leak in. */
function handedOn(names) {
  const wanted = /^(LEASEBAR_.*|CI|TERM|TZ|NO_COLOR|FORCE_COLOR|DEBUG|NODE_OPTIONS)$/
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => wanted.test(name) || names.includes(name)),
  )
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true })
    if (values.help || positionals.length === 0) {
      process.stderr.write(HELP)
      process.exitCode = values.help ? 0 : 2
    } else {
      process.exitCode = await runInPrivateDesktop(positionals, values)
    }
  } catch (error) {
    process.stderr.write(`private desktop: ${error.message}\n`)
    process.exitCode = 1
  }
}
