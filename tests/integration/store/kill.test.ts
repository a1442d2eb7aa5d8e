import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { anIntent, aResult, opened, seeded, temporaryFolder } from './helpers.ts'

const child = join(import.meta.dirname, 'child', 'begins.ts')

/** Runs the child until it has said `lines` lines, kills it in the middle of whatever it does, and gives all it said. */
async function killAfter(folder: string, first: number, lines: number): Promise<string[]> {
  const running = spawn(process.execPath, [child, folder, String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const said: string[] = []
  for await (const line of createInterface({ input: running.stdout })) {
    said.push(line)
    if (said.length === lines) running.kill('SIGKILL')
  }
  if (running.exitCode === null && running.signalCode === null) await once(running, 'exit')
  expect(running.signalCode).toBe('SIGKILL')
  return said.filter((line) => line !== 'ready')
}

test('every row that was begun or finished is there after kill -9', { timeout: 120_000 }, async () => {
  const folder = temporaryFolder()
  const random = seeded(42)
  const begun = new Set<number>()
  const finished = new Set<number>()
  for (let round = 0; round < 8; round += 1) {
    const said = await killAfter(folder, round * 1000, 3 + Math.floor(random() * 60))
    for (const line of said) {
      const [word, n = ''] = line.split(' ')
      ;(word === 'begun' ? begun : finished).add(Number(n))
    }
    const store = opened(folder)
    expect(store.report).toMatchObject({ damage: null, restored: false, notes: [] })
    for (const n of begun) expect(store.journal.get(anIntent(n).id)?.intent).toEqual(anIntent(n))
    for (const n of finished) expect(store.journal.get(anIntent(n).id)?.result).toEqual(aResult())
    store.close()
  }
  expect(begun.size).toBeGreaterThan(20)
  console.log(`kill -9: ${begun.size} begun, ${finished.size} finished, none lost`)
})
