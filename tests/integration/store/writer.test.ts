import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { describe, expect, onTestFinished, test } from 'vitest'
import { migrations, targetVersion } from '../../../src/main/store/migrations.ts'
import {
  aGroup,
  anAccount,
  anIntent,
  aResult,
  crashImage,
  must,
  opened,
  settled,
  temporaryFolder,
  uuid,
} from './helpers.ts'

/** Keeps the database, and it alone, from being written: a viewer with an open transaction. */
function blockDatabase(folder: string): () => void {
  const raw = new DatabaseSync(join(folder, 'leasebar.db'))
  raw.exec('BEGIN IMMEDIATE')
  onTestFinished(() => {
    if (raw.isOpen) raw.close()
  })
  return () => raw.close()
}

/** What is found when the app is killed now, and again with its database gone. */
function afterKill(folder: string) {
  const image = crashImage(folder)
  const rebuilt = crashImage(folder)
  rmSync(join(rebuilt, 'leasebar.db'))
  return [opened(image), opened(rebuilt)]
}

describe('a database that refuses while the black box takes it', () => {
  test('begin fails with words, and the intent counts nowhere, not even after a rebuild', () => {
    const folder = temporaryFolder()
    const store = opened(folder)
    must(store.accounts.save(anAccount()))
    const free = blockDatabase(folder)
    const begun = store.journal.begin(anIntent(1))
    expect(begun).toMatchObject({ ok: false })
    expect(begun.ok ? '' : begun.error.message).toContain(folder)
    free()
    for (const later of afterKill(folder)) expect(later.journal.get(anIntent(1).id)).toBeNull()
    must(store.journal.begin(anIntent(2)))
    for (const later of [store, ...afterKill(folder)]) {
      expect(later.journal.sending().map((row) => row.intent.id)).toEqual([anIntent(2).id])
    }
  })

  test('an attempt whose begin failed can still be recorded as not sent', () => {
    const folder = temporaryFolder()
    const store = opened(folder)
    const free = blockDatabase(folder)
    expect(store.journal.begin(anIntent(1)).ok).toBe(false)
    free()
    const notSent = aResult({ outcome: 'not sent', stage: 'before-sending' })
    must(store.journal.record(anIntent(1), notSent))
    for (const later of [store, ...afterKill(folder)]) {
      expect(later.journal.get(anIntent(1).id)?.result).toEqual(notSent)
    }
  })

  test('a result is told as not written, stays in the black box, and is not lost by a kill', () => {
    const folder = temporaryFolder()
    const store = opened(folder)
    must(store.journal.begin(anIntent(1)))
    const free = blockDatabase(folder)
    expect(store.journal.finish(anIntent(1).id, aResult()).ok).toBe(false)
    free()
    expect(store.journal.sending()).toHaveLength(1)
    for (const later of afterKill(folder))
      expect(later.journal.get(anIntent(1).id)?.result).toEqual(aResult())
  })

  test('a result that only the black box took reaches the database with the next write', () => {
    const folder = temporaryFolder()
    const store = opened(folder)
    must(store.journal.begin(anIntent(1)))
    const free = blockDatabase(folder)
    expect(store.journal.finish(anIntent(1).id, aResult()).ok).toBe(false)
    free()
    must(store.groups.save(aGroup()))
    expect(store.journal.get(anIntent(1).id)?.result).toEqual(aResult())
    // And it may be written again, as whoever held it in memory will.
    must(store.journal.finish(anIntent(1).id, aResult()))
    store.close()
    const again = opened(folder)
    expect(again.report.notes).toEqual([])
    expect(again.journal.get(anIntent(1).id)?.result).toEqual(aResult())
  })

  test('a decision or a group that was refused does not come back later', () => {
    const folder = temporaryFolder()
    const store = opened(folder)
    must(store.journal.begin(anIntent(1)))
    const free = blockDatabase(folder)
    expect(store.journal.settle(anIntent(1).id, settled('renewed')).ok).toBe(false)
    expect(store.groups.save(aGroup()).ok).toBe(false)
    free()
    must(store.groups.save(aGroup({ id: uuid(5), name: 'Later' })))
    for (const later of [store, ...afterKill(folder)]) {
      expect(later.journal.get(anIntent(1).id)?.settlement).toBeNull()
      expect(later.groups.list().map((group) => group.name)).toEqual(['Later'])
    }
  })
})

test('the black box has the intent before the database has it, synced', () => {
  const folder = temporaryFolder()
  const store = opened(folder)
  must(store.journal.begin(anIntent(1)))
  const [line = ''] = readFileSync(join(folder, 'journal.jsonl'), 'utf8').split('\n')
  expect(JSON.parse(line)).toMatchObject({
    v: targetVersion(migrations),
    seq: 1,
    table: 'renewals',
    id: anIntent(1).id,
    row: { intent: anIntent(1), result: null },
  })
})

test('a log that has grown large is moved into the database, and nothing is seen of it', () => {
  const folder = temporaryFolder()
  const store = opened(folder)
  for (let n = 0; n < 400; n += 1)
    must(store.journal.record(anIntent(n), aResult({ reply: 'x'.repeat(20_000) })))
  expect(readFileSync(join(folder, 'leasebar.db-wal')).length).toBeLessThan(5 << 20)
  const image = opened(crashImage(folder))
  expect(image.report.notes).toEqual([])
  expect(image.journal.page({ ...every, limit: 1 }).total).toBe(400)
})

const every = { accountId: anAccount().id, groupId: null, outcome: null, search: '', offset: 0, limit: 200 }
