import { expect, test } from 'vitest'
import type { JournalPort } from '../../../src/main/renewals/ports.ts'
import { recoverSending } from '../../../src/main/renewals/recover.ts'
import { createUnsaved } from '../../../src/main/renewals/unsaved.ts'
import type { Renewal, RenewalResult } from '../../../src/shared/domain/renewal.ts'
import { err, ok, type Result } from '../../../src/shared/domain/result.ts'
import { anIntent, aRenewal, aResult, NOW, uuid } from '../../support/domain.ts'

/** A journal on a disk that can be full. */
function memoryJournal(rows: readonly Renewal[] = []) {
  const written = new Map(rows.map((row) => [row.intent.id, row]))
  const disk = { full: false, tries: 0 }
  function write(id: string, change: Partial<Renewal>): Result<void, { message: string }> {
    disk.tries += 1
    if (disk.full) return err({ message: 'The disk is full.' })
    written.set(id, {
      ...aRenewal({ intent: anIntent({ id }), result: null }),
      ...written.get(id),
      ...change,
    })
    return ok(undefined)
  }
  const journal: JournalPort = {
    begin: (intent) => write(intent.id, { intent, result: null }),
    finish: (id, result) => write(id, { result }),
    record: (intent, result) => write(intent.id, { intent, result }),
    settle: (id, settlement) => write(id, { settlement }),
    addEndsAfter: () => ok(undefined),
    addCheck: () => ok(undefined),
    others: () => ({ before: [], after: [], whole: true }),
    get: (id) => written.get(id) ?? null,
    sending: () => [...written.values()].filter((row) => row.result === null),
    unsettled: () => [],
    renewedSince: () => [],
    spentSince: () => [],
  }
  return { journal, disk, written }
}

const sending = (number: number) => aRenewal({ intent: anIntent({ id: uuid(number) }), result: null })
const renewed: RenewalResult = aResult('renewed', { detail: 'Paid.' })

test('a result that the disk takes is not held', () => {
  const { journal, written } = memoryJournal([sending(1)])
  const unsaved = createUnsaved(journal)
  expect(unsaved.finish(uuid(1), renewed)).toEqual({ ok: true, value: undefined })
  expect(unsaved.count()).toBe(0)
  expect(written.get(uuid(1))?.result).toEqual(renewed)
  expect(unsaved.overlay(sending(1)).unsaved).toBe(false)
})

test('a result that the disk refuses is shown, held and written when it can be', () => {
  const { journal, disk, written } = memoryJournal([sending(1), sending(2)])
  const unsaved = createUnsaved(journal)
  disk.full = true
  expect(unsaved.finish(uuid(1), renewed)).toMatchObject({
    ok: false,
    error: { message: 'The disk is full.' },
  })
  unsaved.finish(uuid(2), aResult('unknown'))
  expect(unsaved.count()).toBe(2)
  expect(written.get(uuid(1))?.result).toBeNull()
  expect(unsaved.overlay(sending(1))).toMatchObject({ result: renewed, unsaved: true })
  expect(unsaved.overlay(sending(3))).toMatchObject({ result: null, unsaved: false })
  expect(unsaved.flush()).toEqual([])
  expect(unsaved.count()).toBe(2)
  disk.full = false
  expect(unsaved.flush()).toEqual([uuid(1), uuid(2)])
  expect(unsaved.count()).toBe(0)
  expect(written.get(uuid(1))?.result).toEqual(renewed)
  disk.tries = 0
  expect(unsaved.flush()).toEqual([])
  expect(disk.tries).toBe(0)
})

test('an attempt of which nothing was sent is held just the same', () => {
  const { journal, disk, written } = memoryJournal()
  const unsaved = createUnsaved(journal)
  disk.full = true
  const intent = anIntent({ id: uuid(4) })
  expect(unsaved.record(intent, aResult('refused')).ok).toBe(false)
  expect(written.size).toBe(0)
  disk.full = false
  expect(unsaved.flush()).toEqual([uuid(4)])
  expect(written.get(uuid(4))).toMatchObject({ intent, result: { outcome: 'refused' } })
})

test('at start every row still sending becomes unknown, and says why', () => {
  const done = aRenewal({ intent: anIntent({ id: uuid(3) }), result: renewed })
  const { journal, written } = memoryJournal([sending(1), done, sending(2)])
  expect(recoverSending(journal, createUnsaved(journal), NOW + 5).map((row) => row.intent.id)).toEqual([
    uuid(1),
    uuid(2),
  ])
  for (const id of [uuid(1), uuid(2)]) {
    expect(written.get(id)?.result).toMatchObject({ outcome: 'unknown', stage: 'exchange', endedAt: NOW + 5 })
    expect(written.get(id)?.result?.detail).toContain('may or may not have been paid')
  }
  expect(written.get(uuid(3))).toEqual(done)
  expect(recoverSending(journal, createUnsaved(journal), NOW + 9)).toEqual([])
})

test('a disk that is still full at start leaves the rows sending, so that they are found again', () => {
  const { journal, disk } = memoryJournal([sending(1)])
  disk.full = true
  const unsaved = createUnsaved(journal)
  expect(recoverSending(journal, unsaved, NOW)).toMatchObject([
    { result: { outcome: 'unknown' }, unsaved: true },
  ])
  expect(recoverSending(journal, createUnsaved(journal), NOW)).toHaveLength(1)
  disk.full = false
  expect(unsaved.flush()).toEqual([uuid(1)])
  expect(recoverSending(journal, unsaved, NOW)).toEqual([])
})

test('a disk that fails in a way nobody listed loses no result: an exception is held like a refusal', () => {
  const { journal, written } = memoryJournal([sending(1)])
  let failing = true
  const torn = {
    ...journal,
    finish: (...args: Parameters<typeof journal.finish>) => {
      if (failing) throw new Error('ESTALE')
      return journal.finish(...args)
    },
  }
  const unsaved = createUnsaved(torn)
  expect(unsaved.finish(uuid(1), renewed)).toMatchObject({ ok: false })
  expect(unsaved.flush()).toEqual([])
  failing = false
  expect(unsaved.flush()).toEqual([uuid(1)])
  expect(written.get(uuid(1))?.result).toEqual(renewed)
})
