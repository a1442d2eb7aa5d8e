import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openStore } from '../../../src/main/store/open.ts'
import type { Store } from '../../../src/main/store/store.ts'
import { harm } from './harms.ts'
import { accountA, anIntent, must, seeded, temporaryFolder, ticking } from './helpers.ts'
import * as lives from './lives.ts'

/** Other places in every run; a run is repeated with the seed that it printed. */
const seed = Number(process.env.LEASEBAR_DAMAGE_SEED ?? Math.floor(Math.random() * 1_000_000))
/** Damages of each file of each life. */
const tries = Number(process.env.LEASEBAR_DAMAGE_TRIES ?? 8)

// Nothing here depends on a real sync, and there are thousands of them.
const quickDisk = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

test.each([
  ['killed', lives.killed],
  ['quit', lives.quit],
  ['killed while the log was moved', lives.killedMoving],
  ['killed before the new seal', lives.killedBeforeSealing],
  ['killed between black box and database', lives.killedBetweenTheTwo],
  ['killed on the first day', lives.young],
])(
  `%s, then any file damaged anywhere: it costs nothing (seed ${seed})`,
  { timeout: 3_600_000 },
  async (name, make) => {
    const life = await make()
    const files = readdirSync(life.folder)
    const random = seeded(seed)
    const noticed = files.map((file) => {
      const said = Array.from({ length: tries }, () => survives(life, file, random, name))
      return `${file} ${said.filter(Boolean).length}`
    })
    console.log(`${name}, ${tries} damages of each file; noticed: ${noticed.join(', ')}; seed ${seed}`)
  },
)

/** Damages one file of a copy, and looks at what opening makes of it. Gives whether anything was said of it. */
function survives(life: lives.Life, file: string, random: () => number, name: string): boolean {
  const folder = temporaryFolder(quickDisk)
  cpSync(life.folder, folder, { recursive: true })
  const done = harm(join(folder, file), random)
  const what = `${name}; ${file}: ${done.words}; seed ${seed}`
  const damaged = existsSync(join(folder, file)) ? readFileSync(join(folder, file)) : null
  const isDatabase = file === 'leasebar.db' && done.changed

  const said = look(folder, what, (store) => {
    const { report } = store
    expectAll(store, life, file, what)
    if (isDatabase && life.sealed) expect(report.damage, what).not.toBeNull()
    if (report.damage !== null) expect(store.orders.doubtful(accountA), what).toBe(true)
    // Without a seal SQLite itself has to look, and takes the log into the file.
    if (isDatabase && life.sealed && damaged !== null) {
      expect(readFileSync(join(folder, report.setAside[0] ?? '')).equals(damaged), what).toBe(true)
    }
    must(store.journal.begin(afterwards))
    return report.notes.length > 0
  })
  look(folder, `${what}; the next start`, (store) => {
    expect(store.report.notes, what).toEqual([])
    expectRows(store, life, file, what)
  })
  // Nothing is left standing on one leg: another accident, the worst that one file can have, costs nothing either.
  rmSync(join(folder, random() < 0.5 ? 'leasebar.db' : 'journal.jsonl'))
  look(folder, `${what}; another accident`, (store) => {
    expect(store.report.notes, what).not.toEqual([])
    expectRows(store, life, file, what)
  })
  rmSync(folder, { recursive: true, force: true })
  return said
}

/** A renewal begun after the damage: the store is as good as new. */
const afterwards = anIntent(1_000_000)

function expectAll(store: Store, life: lives.Life, file: string, what: string): void {
  const found = lives.everything(store)
  expect(store.unreadable(), what).toEqual([])
  if (life.late === null || file !== 'journal.jsonl') {
    expect(found, what).toEqual(life.expected)
    return
  }
  const { late } = life
  expect(found.rows.toSpliced(late, 1), what).toEqual(life.expected.rows.toSpliced(late, 1))
  // Its result stood in the black box alone: then the row is `sending`, which is unknown at the start.
  const row = store.journal.get(anIntent(late).id)
  expect(row?.intent, what).toEqual(anIntent(late, { groupId: row?.intent.groupId ?? '' }))
  if (row?.result) expect(found.rows[late], what).toBe(life.expected.rows[late])
}

function expectRows(store: Store, life: lives.Life, file: string, what: string): void {
  const { rows } = lives.everything(store)
  const late = file === 'journal.jsonl' ? life.late : null
  expect(
    rows.filter((_, n) => n !== late),
    what,
  ).toEqual(life.expected.rows.filter((_, n) => n !== late))
  if (late !== null) expect(rows[late], what).not.toBe('null')
  expect(store.journal.get(afterwards.id)?.intent, what).toEqual(afterwards)
}

/** Opens a store and closes it again when the look at it is done. */
function look<T>(folder: string, what: string, at: (store: Store) => T): T {
  const result = openStore({ folder, now: ticking() })
  if (!result.ok) throw new Error(`${what}: ${result.error.kind}: ${result.error.message}`)
  try {
    return at(result.value)
  } finally {
    result.value.close()
  }
}
