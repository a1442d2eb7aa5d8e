import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { describe, expect, test } from 'vitest'
import { encodeLine } from '../../../src/main/store/changes.ts'
import { Database } from '../../../src/main/store/database.ts'
import { migrations, targetVersion } from '../../../src/main/store/migrations.ts'
import { openStore } from '../../../src/main/store/open.ts'
import {
  aGroup,
  anAccount,
  anIntent,
  aResult,
  contents,
  crashImage,
  must,
  opened,
  startOfTime,
  temporaryFolder,
  ticking,
  uuid,
} from './helpers.ts'

function filled(folder: string) {
  const store = opened(folder)
  must(store.accounts.save(anAccount()))
  must(store.groups.save(aGroup()))
  must(store.settings.update({ theme: 'dark' }))
  must(store.journal.begin(anIntent(1)))
  must(store.journal.finish(anIntent(1).id, aResult()))
  must(store.journal.begin(anIntent(2)))
  return store
}

function expectEverything(store: ReturnType<typeof opened>) {
  expect(store.accounts.list()).toEqual([anAccount()])
  expect(store.groups.list()).toEqual([aGroup()])
  expect(store.settings.get().theme).toBe('dark')
  expect(store.journal.get(anIntent(1).id)?.result).toEqual(aResult())
  expect(store.journal.sending().map((row) => row.intent)).toEqual([anIntent(2)])
}

describe('opening', () => {
  test('makes the database where there is none, and says nothing about it', () => {
    const store = opened(temporaryFolder())
    expect(store.report).toMatchObject({ database: 'created', damage: null, restored: false, notes: [] })
  })

  test('finds everything again after closing', () => {
    const folder = temporaryFolder()
    filled(folder).close()
    const store = opened(folder)
    expect(store.report).toMatchObject({ database: 'opened', damage: null, restored: false, notes: [] })
    expectEverything(store)
  })

  test('finds everything again after a kill, and says nothing about it', () => {
    const folder = temporaryFolder()
    filled(folder)
    const store = opened(crashImage(folder))
    expect(store.report).toMatchObject({ database: 'opened', damage: null, restored: false, notes: [] })
    expectEverything(store)
  })

  test('keeps folder and files to their owner', () => {
    const folder = temporaryFolder()
    filled(folder)
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    for (const name of readdirSync(folder)) {
      expect([name, (statSync(join(folder, name)).mode & 0o777).toString(8)]).toEqual([name, '600'])
    }
  })

  test('refuses a folder that another Leasebar has open, until that one ends', () => {
    const folder = temporaryFolder()
    const first = opened(folder)
    const second = openStore({ folder, now: ticking() })
    expect(second).toMatchObject({ ok: false, error: { kind: 'locked' } })
    first.close()
    opened(folder)
  })

  test('refuses the database of a newer app with words and touches nothing', () => {
    const folder = temporaryFolder()
    filled(folder).close()
    const raw = new DatabaseSync(join(folder, 'leasebar.db'))
    raw.exec('PRAGMA user_version = 7')
    raw.close()
    // The newer app would have sealed it; without a seal there is no telling damage from news.
    rmSync(join(folder, 'leasebar.seal'))
    const before = contents(folder)
    const refused = openStore({ folder, now: ticking() })
    expect(refused).toMatchObject({ ok: false, error: { kind: 'newer' } })
    expect(refused.ok ? '' : refused.error.message).toContain(folder)
    expect(contents(folder)).toEqual(before)
  })

  test('refuses a black box of a newer app when the database is gone', () => {
    const folder = temporaryFolder()
    const next = { to: targetVersion(migrations) + 1, up: () => undefined }
    const steps = [...migrations, next]
    filled(folder).close()
    const newer = opened(folder, { steps })
    must(newer.settings.update({ theme: 'light' }))
    newer.close()
    rmSync(join(folder, 'leasebar.db'))
    const before = contents(folder)
    expect(openStore({ folder, now: ticking() })).toMatchObject({ ok: false, error: { kind: 'newer' } })
    expect(contents(folder)).toEqual(before)
  })

  test.each(['leasebar.db', 'leasebar.seal', 'journal.jsonl', 'leasebar.good.db', 'leasebar.lock'])(
    'goes on when %s was deleted',
    async (name) => {
      const folder = temporaryFolder()
      const before = filled(folder)
      must(await before.keepGoodCopy())
      before.close()
      rmSync(join(folder, name))
      const store = opened(folder)
      expectEverything(store)
      expect(store.report.restored).toBe(name === 'leasebar.db')
      store.close()
      expect(opened(folder).report.notes).toEqual([])
    },
  )

  test('says that a database was gone, and casts doubt on the end dates until they are read', () => {
    const folder = temporaryFolder()
    filled(folder).close()
    rmSync(join(folder, 'leasebar.db'))
    const store = opened(folder)
    expect(store.report).toMatchObject({ database: 'rebuilt', damage: 'it was gone', base: 'nothing' })
    expect(store.report.notes.join(' ')).toContain('asks before it renews')
    expect(store.orders.doubtful(anAccount().id)).toBe(true)
    store.close()
    const again = opened(folder)
    expect(again.report.restored).toBe(false)
    expect(again.orders.doubtful(anAccount().id)).toBe(true)
    again.orders.clearDoubt(anAccount().id)
    again.close()
    expect(opened(folder).orders.doubtful(anAccount().id)).toBe(false)
  })

  test('casts doubt when the log with the last changes was deleted after a kill', () => {
    const folder = temporaryFolder()
    filled(folder)
    const image = crashImage(folder)
    rmSync(join(image, 'leasebar.db-wal'))
    const store = opened(image)
    expectEverything(store)
    expect(store.report).toMatchObject({ restored: true, replayed: 6 })
    expect(store.orders.doubtful(anAccount().id)).toBe(true)
  })

  test('takes a database that is not its own for damage', () => {
    const folder = temporaryFolder()
    filled(folder).close()
    rmSync(join(folder, 'leasebar.db'))
    rmSync(join(folder, 'leasebar.seal'))
    const raw = new DatabaseSync(join(folder, 'leasebar.db'))
    raw.exec('CREATE TABLE theirs (a)')
    raw.close()
    const store = opened(folder)
    expect(store.report.damage).toBe('it is no database of Leasebar')
    expect(store.report.setAside).toEqual(['leasebar.damaged-20260131T120001Z.db'])
    expectEverything(store)
  })

  test('reads past a line of the black box that a kill cut short, and overwrites it', () => {
    const folder = temporaryFolder()
    filled(folder).close()
    const path = join(folder, 'journal.jsonl')
    const whole = readFileSync(path, 'utf8')
    writeFileSync(path, `${whole}{"v":1,"seq":99,"at":1,"table":"renewals","id":"${'x'.repeat(5000)}`)
    const store = opened(folder)
    expect(store.report.notes).toEqual([])
    must(store.groups.save(aGroup({ id: uuid(7), name: 'After', createdAt: startOfTime + 1 })))
    store.close()
    const lines = readFileSync(path, 'utf8').split('\n')
    expect(lines.filter((line) => line.includes('"seq":99'))).toEqual([])
    rmSync(join(folder, 'leasebar.db'))
    const rebuilt = opened(folder)
    expect(rebuilt.report.skippedLines).toBe(0)
    expect(rebuilt.groups.list().map((group) => group.name)).toEqual(['Berlin', 'After'])
  })

  test('an opening that is refused half way leaves the database of a killed app whole', () => {
    const folder = temporaryFolder()
    filled(folder)
    const image = crashImage(folder)
    const path = join(image, 'journal.jsonl')
    const whole = readFileSync(path)
    const newer = encodeLine({ v: 9, seq: 99, at: 1, table: 'groups', id: 'a', drop: true })
    writeFileSync(path, `${whole}${newer}\n`)
    expect(openStore({ folder: image, now: ticking() })).toMatchObject({
      ok: false,
      error: { kind: 'newer' },
    })
    writeFileSync(path, whole)
    const store = opened(image)
    expect(store.report).toMatchObject({ damage: null, notes: [] })
    expectEverything(store)
  })

  test('every commit is synced: what a kill cannot show, a power cut would', () => {
    const folder = temporaryFolder()
    filled(folder).close()
    const db = new Database(join(folder, 'leasebar.db'))
    // 2 is FULL; this build's own default for a log is 1.
    expect(db.pragma('synchronous')).toBe(2)
    expect(db.get('PRAGMA journal_mode')).toMatchObject({ journal_mode: 'wal' })
    db.close()
  })
})
