import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { anIntent, opened, temporaryFolder, ticking } from './helpers.ts'

const children = join(import.meta.dirname, 'child')

/** Whether this machine lets a person mount a disk of their own, in a namespace of their own. */
function canMount(): boolean {
  const tried = spawnSync('unshare', ['-rm', 'sh', '-c', 'mount -t tmpfs none /tmp'])
  return tried.status === 0
}

/** Runs a shell line in which `$@` is a child program with its arguments, in a mount namespace or not. */
function run(line: string, child: string, args: readonly string[], prefix: readonly string[] = []): unknown {
  const shell = [...prefix, 'sh', '-c', line, 'sh', process.execPath, join(children, child), ...args]
  const [command = 'sh', ...rest] = shell
  const output = execFileSync(command, rest, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
  return JSON.parse(output)
}

interface Filled {
  readonly begun: number
  readonly refused: readonly string[]
  readonly lateId: string
  readonly after: boolean | null
}

/** Fills a disk of 2 MB; where none can be mounted, files that may not grow past 1 MB stand for it. */
function fill(folder: string, copy: string): Filled {
  mkdirSync(folder, { recursive: true })
  if (!canMount()) return run('ulimit -f 2048 && exec "$@"', 'fills.ts', [folder, copy]) as Filled
  const line = `mount -t tmpfs -o size=2500k none "${folder}" && exec "$@"`
  const ballast = join(folder, 'ballast')
  return run(line, 'fills.ts', [join(folder, 'data'), copy, ballast], ['unshare', '-rm']) as Filled
}

test('a full disk: begin fails with words, nothing refused comes back, nothing written is lost', () => {
  const copy = temporaryFolder()
  const filled = fill(temporaryFolder(), copy)
  expect(filled.begun).toBeGreaterThan(10)
  expect(filled.refused).toHaveLength(2)
  for (const message of filled.refused) expect(message).toMatch(/(disk is full|reported an error).*data/)
  const store = opened(copy)
  for (let n = 0; n < filled.begun; n += 1)
    expect(store.journal.get(anIntent(n).id), `row ${n}`).not.toBeNull()
  expect(store.journal.get(filled.lateId)).toBeNull()
  expect(store.report.damage).toBeNull()
  // With room again it goes on; known only where the disk could be mounted.
  expect(filled.after).not.toBe(false)
})

/** Opens a folder that cannot be written, as someone for whom modes hold. */
function openReadOnly(folder: string): unknown {
  if (canMount()) {
    const line = `mount --bind "${folder}" "${folder}" && mount -o remount,ro,bind "${folder}" && exec "$@"`
    return run(line, 'opens.ts', [folder], ['unshare', '-rm'])
  }
  chmodSync(folder, 0o500)
  onTestFinished(() => chmodSync(folder, 0o700))
  if (process.getuid?.() !== 0) return run('exec "$@"', 'opens.ts', [folder])
  chmodSync(dirname(folder), 0o755)
  const nobody = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups']
  return run('exec "$@"', 'opens.ts', [folder], nobody)
}

test('a folder that cannot be written is refused with words, and is fine afterwards', () => {
  const folder = temporaryFolder()
  opened(folder).close()
  const refused = openReadOnly(folder)
  expect(refused).toMatchObject({ kind: 'unwritable' })
  expect(JSON.stringify(refused)).toContain(`not allowed to write to ${folder}`)
  expect(opened(folder, { now: ticking() }).report).toMatchObject({ database: 'opened', notes: [] })
})
