import { closeSync, existsSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { expect, test } from 'vitest'
import type { Change } from '../../../src/main/store/changes.ts'
import type { Database } from '../../../src/main/store/database.ts'
import { type Migration, migrations, targetVersion } from '../../../src/main/store/migrations.ts'
import { openStore } from '../../../src/main/store/open.ts'
import { minus, plus } from '../../../src/shared/domain/rules/money.ts'
import { aSwitch, money } from '../../support/domain.ts'
import { aGroup, anIntent, aResult, must, opened, temporaryFolder, ticking } from './helpers.ts'

const settingId = 'theme'
const one = money(1).amount
/** The steps that the first release had. */
const ofVersion1 = migrations.filter(({ to }) => to === 1)

/** A later form: a table more, and settings' bodies that say who chose them. */
const now = targetVersion(migrations)
const later: Migration = {
  to: now + 1,
  up: (db: Database) => {
    db.exec('CREATE TABLE later (a INTEGER) STRICT')
    db.run('INSERT INTO later (a) VALUES (42)')
  },
  change: (change: Change) =>
    change.table === 'settings' && 'row' in change
      ? { ...change, row: { ...change.row, by: 'migrated' } }
      : change,
}
const steps = [...migrations, later]

function atThisVersion(folder: string) {
  const store = opened(folder)
  must(store.groups.save(aGroup()))
  must(store.settings.update({ [settingId]: 'dark' }))
  must(store.journal.begin(anIntent(1)))
  must(store.journal.finish(anIntent(1).id, aResult()))
  return store
}

function read(path: string, sql: string): unknown {
  const raw = new DatabaseSync(path, { readOnly: true })
  try {
    return Object.values(raw.prepare(sql).get() ?? {})[0]
  } finally {
    raw.close()
  }
}

test('an older database is copied, then brought to the newest form with all that is in it', () => {
  const folder = temporaryFolder()
  atThisVersion(folder).close()
  const store = opened(folder, { steps })
  expect(store.report).toMatchObject({ database: 'migrated', migratedFrom: now, restored: false, notes: [] })
  expect(store.journal.get(anIntent(1).id)?.result).toEqual(aResult())
  expect(store.groups.list()).toEqual([aGroup()])
  store.close()
  expect(read(join(folder, 'leasebar.db'), 'SELECT a FROM later')).toBe(42)
  expect(read(join(folder, `leasebar.before-v${now + 1}.db`), 'PRAGMA user_version')).toBe(now)
  expect(read(join(folder, `leasebar.before-v${now + 1}.db`), 'SELECT count(*) FROM renewals')).toBe(1)
  expect(opened(folder, { steps }).report).toMatchObject({ database: 'opened', notes: [] })
})

/** A folder as version 1 left it, its writes in database and black box alike. */
function leftByVersion1(folder: string): void {
  const store = opened(folder, { steps: ofVersion1 })
  must(store.groups.save(aGroup()))
  must(store.journal.record(anIntent(1), aResult()))
  store.close()
}

test('a database of version 1 counted the quote where a promo code was not honoured: it counts what was paid by now', () => {
  const folder = temporaryFolder()
  const { balanceBefore, quote } = anIntent(1)
  if (!balanceBefore || !quote) return expect.unreachable()
  const byQuote = `CREATE TRIGGER by_quote AFTER INSERT ON renewals
    BEGIN UPDATE renewals SET price_amount = ${quote.price.amount} WHERE n = new.n; END`
  const counting = ofVersion1.map(({ to, up }) => ({
    to,
    up: (db: Database) => {
      up(db)
      db.exec(byQuote)
    },
  }))
  const store = opened(folder, { steps: counting })
  const intent = { ...anIntent(1), quote: { ...quote, promoCodeStatus: 'VALID' } }
  const balanceAfter = {
    ...balanceBefore,
    amount: minus(balanceBefore.amount, plus(quote.price.amount, one)),
  }
  must(store.journal.record(intent, { ...aResult(), promoCodeStatus: 'NO_VALID', balanceAfter }))
  store.close()
  const path = join(folder, 'leasebar.db')
  expect(read(path, 'SELECT price_amount FROM renewals')).toBe(quote.price.amount)

  const next = opened(folder)
  expect(next.report).toMatchObject({ database: 'migrated', migratedFrom: 1, restored: false, notes: [] })
  next.close()
  expect(read(path, 'SELECT price_amount FROM renewals')).toBe(plus(quote.price.amount, one))
  expect(opened(folder).report).toMatchObject({ database: 'opened', notes: [] })
})

test('a database of version 1 gets the table of auto-extend, and what is written there is in both files', () => {
  const folder = temporaryFolder()
  leftByVersion1(folder)
  const store = opened(folder)
  expect(store.report).toMatchObject({ database: 'migrated', migratedFrom: 1, restored: false, notes: [] })
  expect(store.groups.list()).toEqual([aGroup()])
  must(store.autoSwitches.begin(aSwitch()))
  store.close()
  expect(opened(folder).autoSwitches.sending()).toEqual([aSwitch()])
})

// Without a seal every row is looked at: a table that version 1 did not have must not make it look damaged.
test('a database of version 1 without a seal is sound', () => {
  const folder = temporaryFolder()
  leftByVersion1(folder)
  rmSync(join(folder, 'leasebar.seal'))
  const store = opened(folder)
  expect(store.report).toMatchObject({ database: 'migrated', damage: null, notes: [] })
  expect(store.groups.list()).toEqual([aGroup()])
})

test('a database of version 1 whose price is not what was written is damaged, and counts what was', () => {
  const folder = temporaryFolder()
  leftByVersion1(folder)
  rmSync(join(folder, 'leasebar.seal'))
  const path = join(folder, 'leasebar.db')
  const raw = new DatabaseSync(path)
  raw.exec('UPDATE renewals SET price_amount = 1')
  raw.close()
  const store = opened(folder)
  expect(store.report).toMatchObject({ database: 'rebuilt' })
  store.close()
  expect(read(path, 'SELECT price_amount FROM renewals')).toBe(anIntent(1).quote?.price.amount)
})

test('a good copy of version 1 is good enough to rebuild from', async () => {
  const folder = temporaryFolder()
  leftByVersion1(folder)
  const before = opened(folder, { steps: ofVersion1 })
  must(await before.keepGoodCopy())
  before.close()
  rmSync(join(folder, 'leasebar.db'))
  const store = opened(folder)
  expect(store.report).toMatchObject({ database: 'rebuilt', base: 'goodCopy', migratedFrom: 1 })
  expect(store.journal.get(anIntent(1).id)?.result).toEqual(aResult())
})

test('a migration that fails leaves the database as it was', () => {
  const folder = temporaryFolder()
  atThisVersion(folder).close()
  const failing: Migration = {
    to: now + 1,
    up: (db) => {
      db.exec('CREATE TABLE later (a INTEGER) STRICT')
      throw new Error('a bug')
    },
  }
  expect(() => openStore({ folder, now: ticking(), steps: [...migrations, failing] })).toThrow('a bug')
  const store = opened(folder)
  expect(store.report).toMatchObject({ database: 'opened', notes: [] })
  expect(store.groups.list()).toEqual([aGroup()])
})

test('a good copy and black box lines of an older form rebuild a database of the newer one', async () => {
  const folder = temporaryFolder()
  const store = atThisVersion(folder)
  must(await store.keepGoodCopy())
  must(store.settings.update({ [settingId]: 'light' }))
  must(store.journal.begin(anIntent(2)))
  store.close()
  rmSync(join(folder, 'leasebar.db'))
  const rebuilt = opened(folder, { steps })
  expect(rebuilt.report).toMatchObject({
    database: 'rebuilt',
    base: 'goodCopy',
    migratedFrom: now,
    replayed: 2,
  })
  expect(rebuilt.journal.get(anIntent(1).id)?.result).toEqual(aResult())
  expect(rebuilt.journal.sending()).toHaveLength(1)
  expect(rebuilt.settings.get().theme).toBe('light')
  rebuilt.close()
  expect(String(read(join(folder, 'leasebar.db'), 'SELECT body FROM settings'))).toContain('"by":"migrated"')
})

test('the daily good copy is made once a day', async () => {
  const folder = temporaryFolder()
  let time = 1_800_000_000_000
  const store = opened(folder, { now: () => time })
  const path = join(folder, 'leasebar.good.db')
  const rows = () => read(path, 'SELECT count(*) FROM renewals')
  must(await store.keepGoodCopy())
  expect(rows()).toBe(0)
  must(store.journal.begin(anIntent(1)))
  time += 23 * 3_600_000
  must(await store.keepGoodCopy())
  expect(rows()).toBe(0)
  time += 3_600_001
  must(await store.keepGoodCopy())
  expect(rows()).toBe(1)
  expect(existsSync(`${path}.new`)).toBe(false)
})

test('a copy that is under way when the store closes is given up, and the one before stays', async () => {
  const folder = temporaryFolder()
  const store = opened(folder)
  for (let n = 0; n < 200; n += 1)
    must(store.journal.record(anIntent(n), aResult({ reply: 'x'.repeat(30_000) })))
  const copying = store.keepGoodCopy()
  store.close()
  expect(await copying).toMatchObject({ ok: false })
  expect(existsSync(join(folder, 'leasebar.good.db'))).toBe(false)
  expect(opened(folder).report.notes).toEqual([])
})

// The first place is one that the next checkpoint writes near to, the second one that it leaves alone.
test.each([20_000, 100_000])(
  'a database that was damaged at byte %i while open does not become the good copy',
  async (at) => {
    const folder = temporaryFolder()
    const store = atThisVersion(folder)
    must(await store.keepGoodCopy())
    const good = readFileSync(join(folder, 'leasebar.good.db'))
    const fd = openSync(join(folder, 'leasebar.db'), 'r+')
    writeSync(fd, 'noise', at)
    closeSync(fd)
    rmSync(join(folder, 'leasebar.good.db'))
    expect(await store.keepGoodCopy()).toMatchObject({ ok: false })
    expect(existsSync(join(folder, 'leasebar.good.db'))).toBe(false)
    writeFileSync(join(folder, 'leasebar.good.db'), good)
    store.close()
    const again = opened(folder)
    expect(again.report).toMatchObject({ database: 'rebuilt', base: 'goodCopy' })
    expect(again.journal.get(anIntent(1).id)?.result).toEqual(aResult())
  },
)
