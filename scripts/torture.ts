/**
 * `npm run torture`: random sequences of everything that a person, the network, the disk and the vendor can do, on the
 * real client, store and core against the embedded vendor (tests/torture), a process for each core. Ends with 0 only
 * when nothing was paid twice, no outcome lost, no renewal settled wrongly, and nothing else misbehaved.
 *
 *     npm run torture -- --sequences 20000 --seed 42
 *     npm run torture -- --seed 42000017 --path 3:1:4     one that failed, alone
 */
import { randomInt } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { runJobs } from './torture/crew.ts'
import { type Job, planJobs, replayJob } from './torture/jobs.ts'
import { Report } from './torture/report.ts'

const HELP = `npm run torture -- [options]
  --sequences 10000   how many
  --seed N            decides everything that chance decides; default: a new one, printed
  --path P            with --seed: one sequence alone, as a failure printed them
  --jobs N            processes at once; default: one for each core
  --folder DIR        where the data folders lie; default: a disk in memory where there is one
`

const OPTIONS = {
  sequences: { type: 'string', default: '10000' },
  seed: { type: 'string', default: String(randomInt(1_000_000)) },
  path: { type: 'string' },
  jobs: { type: 'string', default: String(availableParallelism()) },
  folder: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const

/** A killed process loses nothing that it wrote, synced or not, so memory will do, and is faster. */
function usualFolder(): string {
  return existsSync('/dev/shm') ? '/dev/shm' : tmpdir()
}

function wholeNumber(option: string, text: string, least: number): number {
  const number = Number(text)
  if (text.trim() === '' || !Number.isSafeInteger(number) || number < least)
    throw new Error(`--${option} ${text}: a whole number from ${least} on is wanted\n${HELP}`)
  return number
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: OPTIONS })
  if (values.help) {
    console.log(HELP)
    return 0
  }
  const seed = wholeNumber('seed', values.seed, 0)
  const count = wholeNumber('sequences', values.sequences, 1)
  const crew = wholeNumber('jobs', values.jobs, 1)
  const jobs: readonly Job[] =
    values.path === undefined ? planJobs(seed, count) : [replayJob(seed, values.path)]
  const base = mkdtempSync(join(values.folder ?? usualFolder(), 'leasebar-torture-'))
  const report = new Report({ count: values.path === undefined ? count : 1, seed, path: values.path })
  try {
    report.begin(crew, base)
    await runJobs({ jobs, crew, base }, (result) => report.took(result))
  } finally {
    rmSync(base, { recursive: true, force: true, maxRetries: 5 })
  }
  report.end()
  return report.isClean() ? 0 : 1
}

try {
  process.exitCode = await main()
} catch (error) {
  console.error(`torture: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
}
