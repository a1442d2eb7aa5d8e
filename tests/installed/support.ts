import { execFileSync, spawn } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { until } from '../support/desktop/until.ts'

/** What the package puts on the PATH. */
export const installed = '/usr/bin/leasebar'
/** The binary behind it. */
export const installedBinary = '/opt/leasebar/leasebar-bin'

/** A copy of what is installed, with nothing changed but the inspect fuse, which Playwright needs. */
export function inspectable(): string {
  const folder = process.env.LEASEBAR_INSPECTABLE
  if (folder === undefined) throw new Error('run this by npm run test:installed')
  return join(folder, 'leasebar')
}

/** The main process of the installed Leasebar on a data folder; undefined: none runs. */
export function runningOn(folder: string): number | undefined {
  return processesOf(folder).find((pid) => !commandOf(pid).includes('--type='))
}

/** Every process of the installed Leasebar on a data folder, or of another binary on it. */
export function processesOf(folder: string, binary = installedBinary): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => programOf(pid) === binary && commandOf(pid).includes(folder))
}

/** What `ps` shows of a process, and its environment. */
export function commandAndEnvironment(pid: number): string {
  return `${commandOf(pid)}\n${readFileSync(`/proc/${pid}/environ`, 'utf8')}`
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

function programOf(pid: number): string {
  try {
    return readlinkSync(`/proc/${pid}/exe`)
  } catch {
    return ''
  }
}

/** Starts a command line as a session does, and forgets it. */
export function startLine(line: string, env: Readonly<Record<string, string>> = {}): void {
  spawn('sh', ['-c', `exec ${line}`], {
    detached: true,
    stdio: 'ignore',
    env: { ...process.env, ...env },
  }).unref()
}

/** True when a window of Leasebar is on the screen. */
export function isWindowShown(): boolean {
  try {
    return (
      execFileSync('xdotool', ['search', '--onlyvisible', '--name', '^Leasebar$'], { encoding: 'utf8' }) !==
      ''
    )
  } catch {
    return false
  }
}

/** Waits until no process of the installed Leasebar is left on a data folder. */
export function waitForEnd(folder: string): Promise<true> {
  return until('end of Leasebar', async () => (processesOf(folder).length === 0 ? true : undefined))
}

/** The rights of a file or folder, as in `600`. */
export function rightsOf(path: string): string {
  return (statSync(path).mode & 0o777).toString(8)
}
