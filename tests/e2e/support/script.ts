import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { resolve } from 'node:path'
import { electronPath } from '../../../scripts/electron-path.mjs'
import { endMarked } from '../../../scripts/lib/processes.mjs'

/** What a script gets from a command: its exit code, and what it printed. */
export interface Ran {
  readonly code: number | null
  /** The one line of JSON. */
  readonly line: Record<string, string | null>
}

/** The environment variable by which everything that a script started is found again. */
const markName = 'LEASEBAR_TEST_SCRIPT'
const mark = randomUUID()

/** Runs Leasebar with a command, as a script does, on a data folder; answers when that has ended. */
export async function runCommand(
  folder: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  program: { readonly electron?: string; readonly entry?: string | null } = {},
): Promise<Ran> {
  const flags = [`--user-data-dir=${folder}`, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])]
  const electron = program.electron ?? (await electronPath())
  const entry = program.entry === null ? [] : [resolve('out/main/index.js')]
  const options = { env: { ...process.env, ...env, [markName]: mark }, timeout: 90_000 }
  return new Promise((done, failed) => {
    execFile(electron, [...entry, ...flags, ...args], options, (error, stdout) => {
      const lines = stdout.split('\n').filter((line) => line !== '')
      const [only] = lines
      if (only === undefined || lines.length !== 1)
        failed(new Error(`printed ${lines.length} lines: ${stdout}`))
      else done({ code: error === null ? 0 : Number(error.code), line: JSON.parse(only) })
    })
  })
}

/** Ends every Leasebar that a command has started in the tray. */
export function endStarted(): Promise<void> {
  return endMarked(`${markName}=${mark}`, 10_000)
}
