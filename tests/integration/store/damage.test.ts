import { cpSync, existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openStore } from '../../../src/main/store/open.ts'
import type { Store } from '../../../src/main/store/store.ts'
import {
  accountA,
  accountB,
  aGroup,
  anAccount,
  anIntent,
  aResult,
  crashImage,
  group2,
  must,
  opened,
  seeded,
  settled,
  temporaryFolder,
  ticking,
  usd,
} from './helpers.ts'

const rowCount = 60

/** Everything that has to survive, as a text that can be compared. */
function everything(store: Store): string {
  return JSON.stringify([
    Array.from({ length: rowCount }, (_, n) => store.journal.get(anIntent(n).id)),
    store.journal.unsettled(accountA),
    store.accounts.list(),
    store.groups.list(),
    store.settings.get(),
  ])
}

function writeRows(store: Store, from: number, to: number): void {
  for (let n = from; n < to; n += 1) {
    must(store.journal.begin(anIntent(n, { groupId: n % 2 ? group2 : aGroup().id })))
    if (n % 5 === 0) continue
    must(store.journal.finish(anIntent(n).id, aResult(n % 7 === 0 ? { outcome: 'unknown' } : {})))
    if (n % 7 === 0) {
      must(store.journal.settle(anIntent(n).id, settled('renewed', n)))
    }
    must(store.journal.addEndsAfter(anIntent(n).id, [{ orderId: '1234567890123456789', endsAt: n }]))
    store.balances.add(accountA, usd(900_000 - n), n)
  }
}

/** A store that lived through two starts, with a good copy from between; killed with half of its rows in the log. */
async function life(): Promise<{ folder: string; expected: string }> {
  const folder = temporaryFolder()
  const first = opened(folder)
  must(first.accounts.save(anAccount()))
  must(first.accounts.save(anAccount({ id: accountB, name: 'Second' })))
  must(first.groups.save(aGroup()))
  writeRows(first, 0, rowCount / 4)
  must(await first.keepGoodCopy())
  writeRows(first, rowCount / 4, rowCount / 2)
  first.close()
  const second = opened(folder)
  must(second.groups.save(aGroup({ id: group2, name: 'Paris' })))
  must(second.settings.update({ balanceMinutes: 7 }))
  writeRows(second, rowCount / 2, rowCount)
  return { folder: crashImage(folder), expected: everything(second) }
}

/** Does one kind of harm to a file, at a place and in a form that the seed chooses. */
function harm(path: string, random: () => number): string {
  const bytes = readFileSync(path)
  const at = Math.floor(random() * bytes.length)
  const kind = random()
  if (kind < 0.55) {
    bytes[at] = (bytes[at] ?? 0) ^ (1 + Math.floor(random() * 255))
    writeFileSync(path, bytes)
    return `byte ${at}`
  }
  if (kind < 0.7) {
    const length = 1 + Math.floor(random() * 4096)
    for (let n = at; n < Math.min(bytes.length, at + length); n += 1) bytes[n] = Math.floor(random() * 256)
    writeFileSync(path, bytes)
    return `noise from ${at}, ${length} long`
  }
  if (kind < 0.85) {
    // A lost sector: a block of zeros.
    const block = at - (at % 512)
    if (bytes.subarray(block, block + 512).every((byte) => byte === 0)) bytes.write('no longer zeros', block)
    else bytes.fill(0, block, Math.min(bytes.length, block + 512))
    writeFileSync(path, bytes)
    return `sector at ${block}`
  }
  truncateSync(path, at)
  return `cut at ${at}`
}

/** Opens a store and closes it again when the look at it is done. */
function look<T>(folder: string, what: string, at: (store: Store) => T): T {
  const result = openStore({ folder, now: ticking() })
  if (!result.ok) throw new Error(`${what}: ${result.error.message}`)
  try {
    return at(result.value)
  } finally {
    result.value.close()
  }
}

/** Harms one file of a copy of the image, and looks at what opening makes of it. Gives whether it was noticed. */
function harmed(image: string, expected: string, name: string, seed: number): boolean {
  const folder = temporaryFolder(quickDisk)
  cpSync(image, folder, { recursive: true })
  const what = `${name}, seed ${seed}: ${harm(join(folder, name), seeded(seed))}`
  const bytes = readFileSync(join(folder, name))
  const noticed = look(folder, what, (store) => {
    expect(everything(store), what).toBe(expected)
    if (name === 'leasebar.db') {
      expect(store.report.damage, what).not.toBeNull()
      expect(store.orders.doubtful(accountA), what).toBe(true)
      expect(readFileSync(join(folder, store.report.setAside[0] ?? '')).equals(bytes), what).toBe(true)
    }
    if (name === 'journal.jsonl') expect(store.report.blackBoxReplaced, what).toBe(true)
    return store.report.notes.length > 0
  })
  look(folder, `${what}, again`, (store) => {
    expect(store.report.notes, what).toEqual([])
    expect(everything(store), what).toBe(expected)
  })
  rmSync(folder, { recursive: true, force: true })
  return noticed
}

// Nothing here depends on a real sync, and there are hundreds of them.
const quickDisk = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

describe('any single damaged file', () => {
  test('costs no journal row, no group, no account and no setting', { timeout: 120_000 }, async () => {
    const { folder, expected } = await life()
    const cases = {
      'leasebar.db': 40,
      'leasebar.db-wal': 40,
      'journal.jsonl': 40,
      'leasebar.good.db': 10,
      'leasebar.seal': 10,
    }
    const noticed = Object.entries(cases).map(([name, count]) => {
      const seeds = Array.from({ length: count }, (_, n) => n + 1)
      return [name, seeds.filter((seed) => harmed(folder, expected, name, seed)).length]
    })
    console.log('noticed:', JSON.stringify(noticed), 'of', JSON.stringify(cases))
    expect(Object.fromEntries(noticed)).toMatchObject({ 'leasebar.db': 40, 'journal.jsonl': 40 })
  })

  test('that is the log costs nothing that was in the database file either', async () => {
    const { folder } = await life()
    const log = join(folder, 'leasebar.db-wal')
    const bytes = readFileSync(log)
    bytes.writeUInt8(bytes.readUInt8(40_000) ^ 1, 40_000)
    writeFileSync(log, bytes)
    const store = opened(folder)
    expect(store.report.base).toBe('databaseFile')
    // The last balance before the database file was last sealed: newer than the good copy's.
    expect(store.balances.latest(accountA)?.at).toBe(rowCount / 2 - 1)
  })
})

describe('two damaged files', () => {
  test('database and black box: the good copy and every readable line are what is left', async () => {
    const { folder } = await life()
    for (const [name, at] of [
      ['leasebar.db', 5000],
      ['journal.jsonl', 60_000],
    ] as const) {
      const bytes = readFileSync(join(folder, name))
      bytes.fill(0x23, at, at + 100)
      writeFileSync(join(folder, name), bytes)
    }
    const store = opened(folder)
    expect(store.report).toMatchObject({ base: 'goodCopy', restored: true, blackBoxReplaced: true })
    expect(store.report.skippedLines).toBeGreaterThan(0)
    expect(store.report.notes.join(' ')).toContain('could not be read')
    const found = Array.from({ length: rowCount }, (_, n) => store.journal.get(anIntent(n).id))
    expect(found.filter((row) => row === null).length).toBeLessThanOrEqual(store.report.skippedLines)
  })

  test('database and good copy: the black box alone is enough', async () => {
    const { folder, expected } = await life()
    for (const name of ['leasebar.db', 'leasebar.good.db']) truncateSync(join(folder, name), 9000)
    const store = opened(folder)
    expect(store.report).toMatchObject({ base: 'nothing', restored: true, skippedLines: 0 })
    expect(everything(store)).toBe(expected)
  })
})
