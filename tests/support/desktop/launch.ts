import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { electronPath } from '../../../scripts/electron-path.mjs'
import { PATIENCE_MS } from './until.ts'

const OUTPUT = 'output.log'

/** How to start the built app. */
export interface LaunchOptions {
  /** Where this run keeps all its data. */
  readonly userDataDir: string
  /** Flags of the app itself, e.g. `--practice`, `--hidden`. */
  readonly args?: readonly string[]
  /** Added to the environment of this process. */
  readonly env?: Readonly<Record<string, string>>
  /** The main script; default: the built app's. Null: the program has its own, as a packed one. */
  readonly entry?: string | null
  /** The program that is Electron, or runs it; default: the one that the tests found. */
  readonly electron?: string
  /** A CommonJS file that the main process runs before the main script. */
  readonly preload?: string
}

/** An app under test. */
export interface LaunchedApp {
  readonly app: ElectronApplication
  /** Its main process; Playwright forgets it when the app ends. */
  readonly child: ChildProcess
  /** Of the main process: the one the tray item belongs to. */
  readonly pid: number
  /** Everything it and its children wrote on stdout and stderr so far, from the first byte on. */
  output(): string
}

/**
 * Starts the app under Playwright, with the Chromium sandbox on; as root, where Chromium cannot have it,
 * without. Answers as soon as the main process runs: an app started hidden has no window, so nothing is waited
 * for here (see firstWindow).
 */
export async function launchApp(options: LaunchOptions): Promise<LaunchedApp> {
  const isRoot = process.getuid?.() === 0
  const entry = entryOf(options)
  const flags = [`--user-data-dir=${options.userDataDir}`, ...(isRoot ? ['--no-sandbox'] : [])]
  const folder = await mkdtemp(join(tmpdir(), 'leasebar-run-'))
  const app = await _electron.launch({
    executablePath: await recordingElectron(folder, options.electron ?? (await electronPath())),
    chromiumSandbox: !isRoot,
    args: [...before(options), ...entry, ...flags, ...(options.args ?? [])],
    env: { ...ownEnv(), ...options.env },
  })
  const child = app.process()
  const { pid } = child
  if (pid === undefined) throw new Error('the app has no process')
  return { app, child, pid, output: () => readFileSync(join(folder, OUTPUT), 'utf8') }
}

/** An app that runs by itself. */
export interface BareApp {
  readonly child: ChildProcess
  readonly pid: number
  /** Everything it and its children wrote on stdout and stderr so far. */
  output(): string
}

/**
 * Starts the app without Playwright: a debugger that is attached keeps a process from ending that exits at once.
 * Nothing is waited for.
 */
export async function startBare(options: LaunchOptions): Promise<BareApp> {
  const flags = [
    `--user-data-dir=${options.userDataDir}`,
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ]
  const entry = entryOf(options)
  const args = [...before(options), ...entry, ...flags, ...(options.args ?? [])]
  const child = spawn(options.electron ?? (await electronPath()), args, {
    env: { ...ownEnv(), ...options.env },
  })
  let written = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      written += text
    })
  }
  await once(child, 'spawn')
  return { child, pid: child.pid ?? 0, output: () => written }
}

/**
 * Electron, with all it writes copied into a file: Playwright hands its streams over only after the start, and
 * what was written before would be lost. The process is Electron's own, the shell replaces itself.
 */
async function recordingElectron(folder: string, electron: string): Promise<string> {
  const script = join(folder, 'electron')
  const output = join(folder, OUTPUT)
  await writeFile(output, '')
  const copying = `> >(exec tee -a '${output}') 2> >(exec tee -a '${output}' >&2)`
  await writeFile(script, `#!/bin/bash\nexec '${electron}' "$@" ${copying}\n`, { mode: 0o755 })
  return script
}

/** The window that is there, or the next one to open; throws when none does in time. */
export async function firstWindow({ app }: LaunchedApp, timeoutMs = PATIENCE_MS): Promise<Page> {
  return app.windows()[0] ?? (await app.waitForEvent('window', { timeout: timeoutMs }))
}

/**
 * Quits the app as its menu would, and answers its exit code, or the signal that it died of; one that does not quit in time
 * is killed and an Error.
 */
export async function quitApp(
  { app, child }: LaunchedApp,
  timeoutMs = PATIENCE_MS,
): Promise<number | NodeJS.Signals | null> {
  if (child.exitCode !== null) return child.exitCode
  const ended = once(child, 'exit', { signal: AbortSignal.timeout(timeoutMs) })
  void app.evaluate(({ app: electron }) => electron.quit()).catch(() => {})
  try {
    await ended
  } catch {
    child.kill('SIGKILL')
    throw new Error(`the app did not quit within ${timeoutMs} ms`)
  }
  return child.exitCode ?? child.signalCode
}

/** Kills the app as a power cut would: no handler of it runs. */
export async function killApp({ child }: LaunchedApp): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}

function entryOf({ entry }: LaunchOptions): string[] {
  return entry === null ? [] : [resolve(entry ?? 'out/main/index.js')]
}

function before({ preload }: LaunchOptions): string[] {
  return preload === undefined ? [] : ['-r', preload]
}

function ownEnv(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}
