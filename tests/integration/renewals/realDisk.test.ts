import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Renewal } from '../../../src/shared/domain/renewal.ts'
import { kinds } from '../../support/domain.ts'
import { groupOf, openTestWorld, type TestWorld } from '../../support/world.ts'

/** No file of this process may grow past so many bytes: what a full disk is for a file at its end. */
function noRoomPast(bytes: number | 'unlimited'): void {
  execFileSync('prlimit', ['--pid', String(process.pid), `--fsize=${bytes}:unlimited`])
}

/** A disk on which one file has no room to grow; those that are smaller have. */
function fullFor(world: TestWorld, name: string): void {
  onTestFinished(() => noRoomPast('unlimited'))
  noRoomPast(sizeOf(world, name))
}

function sizeOf(world: TestWorld, name: string): number {
  return statSync(join(world.folder, name)).size
}

/** Another program that keeps the database locked; gives what ends it. */
async function otherProgram(world: TestWorld): Promise<() => Promise<void>> {
  const script = resolve('tests/integration/store/child/holds.ts')
  const args = [script, join(world.folder, 'leasebar.db')]
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill())
  await once(child.stdout, 'data')
  return async () => {
    child.stdin.end()
    await once(child, 'exit')
  }
}

/** Nothing was sent, in words that name the cause; and the same click goes through once the disk is well again. */
async function expectNotSent(world: TestWorld, renewal: Renewal, words: string): Promise<void> {
  expect(renewal.result).toMatchObject({ outcome: 'not sent', stage: 'before-sending' })
  expect(renewal.result?.detail).toMatch(/^Nothing was sent and nothing was paid, because the journal/)
  expect(renewal.result?.detail).toContain(words)
  expect(renewal.result?.detail).toContain(world.folder)
  expect(world.vendor.requests.filter(({ endpoint }) => endpoint === 'extend/order')).toEqual([])
}

/** What was held in memory is written as soon as the disk takes it, and stays. */
async function expectWritten(world: TestWorld, renewal: Renewal): Promise<void> {
  world.core.flushUnsaved()
  expect(world.core.notices.list()).toEqual([])
  await world.restart()
  expect(world.store.report.notes).toEqual([])
  expect(world.store.journal.get(renewal.intent.id)?.result).toEqual(renewal.result)
  expect(world.store.journal.unsettled(null)).toEqual([])
}

describe('before the money moves', () => {
  test('no room for the black box: not sent, in words, and written later', async () => {
    const world = await openTestWorld()
    const group = groupOf(world, 'IPv4')
    fullFor(world, 'journal.jsonl')
    const renewal = await world.renew(group)
    await expectNotSent(world, renewal, 'The disk is full')
    expect(world.core.notices.list()).toMatchObject([{ severity: 'error', dismissible: false }])
    noRoomPast('unlimited')
    await expectWritten(world, renewal)
    expect((await world.renew(group)).result?.outcome).toBe('renewed')
    expect(world.paid()).toBe(1)
  })

  test('room for the black box and none for the database: not sent, and what the black box took counts nowhere', async () => {
    const world = await openTestWorld()
    const group = groupOf(world, 'IPv4')
    // The log is the larger of the two: it is the one that finds no room.
    expect(sizeOf(world, 'leasebar.db-wal')).toBeGreaterThan(sizeOf(world, 'journal.jsonl') + 20_000)
    fullFor(world, 'leasebar.db-wal')
    const renewal = await world.renew(group)
    await expectNotSent(world, renewal, 'disk')
    noRoomPast('unlimited')
    await expectWritten(world, renewal)
    expect((await world.renew(group)).result?.outcome).toBe('renewed')
    expect(world.paid()).toBe(1)
  })

  test('another program holds the database: not sent, in words, and written later', async () => {
    const world = await openTestWorld()
    const group = groupOf(world, 'IPv4')
    const end = await otherProgram(world)
    const renewal = await world.renew(group)
    await expectNotSent(world, renewal, 'Another program holds Leasebar')
    await end()
    await expectWritten(world, renewal)
    expect((await world.renew(group)).result?.outcome).toBe('renewed')
    expect(world.paid()).toBe(1)
  })
})

describe('after the reply', () => {
  test.each(['journal.jsonl', 'leasebar.db-wal'])(
    'no room for %s: renewed, held, and written later',
    async (name) => {
      const world = await openTestWorld()
      const group = groupOf(world, 'IPv4')
      const planned = world.fault({ kind: 'none', hold: 'beforeReply' })
      const answer = world.renew(group)
      await planned.reached
      fullFor(world, name)
      planned.release()
      const renewal = await answer
      expect(renewal).toMatchObject({ result: { outcome: 'renewed' }, unsaved: true })
      expect(world.core.notices.list()).toMatchObject([{ severity: 'error', dismissible: false }])
      expect(kinds((await world.asked(group)).findings)).toContain('unknown-before')
      noRoomPast('unlimited')
      await expectWritten(world, renewal)
      expect(world.paid()).toBe(1)
    },
  )

  test('no room, and then the end: what was paid is not forgotten, and is not paid again', async () => {
    const world = await openTestWorld({ settles: false })
    const group = groupOf(world, 'IPv4')
    const planned = world.fault({ kind: 'none', hold: 'beforeReply' })
    const answer = world.renew(group)
    await planned.reached
    fullFor(world, 'journal.jsonl')
    planned.release()
    const { intent } = await answer
    const found = await world.restart({ meanwhile: () => noRoomPast('unlimited') })
    expect(found.map((renewal) => renewal.intent.id)).toEqual([intent.id])
    expect(world.store.journal.get(intent.id)?.result?.outcome).toBe('unknown')
    expect(kinds((await world.asked(group)).findings)).toContain('unknown-before')
    expect(world.paid()).toBe(1)
  })
})

test('a damaged database: until the end dates were read again, the guard asks', async () => {
  const world = await openTestWorld()
  const group = groupOf(world, 'IPv4')
  const path = join(world.folder, 'leasebar.db')
  world.faults.plan({ endpoint: 'ipAddress', kind: 'html', status: 502, times: 50 })
  await world.restart({
    meanwhile: () => {
      const bytes = readFileSync(path)
      bytes.writeUInt8(bytes.readUInt8(9000) ^ 1, 9000)
      writeFileSync(path, bytes)
    },
  })
  expect(world.store.report.damage).not.toBeNull()
  expect(world.store.report.notes.join(' ')).toContain('asks before it renews')
  expect(kinds((await world.asked(group)).findings)).toEqual(['restored-database'])
  expect(world.paid()).toBe(0)
  world.faults.clear()
  expect((await world.renew(group)).result?.outcome).toBe('renewed')
  expect(world.paid()).toBe(1)
})
