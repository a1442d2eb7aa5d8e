import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type OpenOptions, openStore } from '../../../src/main/store/open.ts'
import type { Store } from '../../../src/main/store/store.ts'
import { startOfTime } from './makers.ts'

export * from './makers.ts'

/** A folder of this test's own, removed afterwards. */
export function temporaryFolder(under = tmpdir()): string {
  const folder = mkdtempSync(join(under, 'leasebar-store-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'data')
}

/** A clock that goes on by a second a look. */
export function ticking(from = startOfTime): () => number {
  let now = from
  return () => {
    now += 1000
    return now
  }
}

/** Opens a store that has to open; closed at the test's end at the latest. */
export function opened(folder: string, options: Partial<OpenOptions> = {}): Store {
  const result = openStore({ folder, now: ticking(), ...options })
  if (!result.ok) throw new Error(`${result.error.kind}: ${result.error.message}`)
  onTestFinished(() => result.value.close())
  return result.value
}

/** What a killed app leaves behind: the files as they are while the store is open. */
export function crashImage(folder: string): string {
  const copy = temporaryFolder()
  cpSync(folder, copy, { recursive: true })
  return copy
}

/** Every file of a folder with its bytes. */
export function contents(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name)).toString('base64')]),
  )
}

/** Random numbers below 1 that repeat with their seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
