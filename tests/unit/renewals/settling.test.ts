import { expect, test } from 'vitest'
import { checkDelays } from '../../../src/main/renewals/settling.ts'
import type { Settlement } from '../../../src/shared/domain/renewal.ts'
import { settled } from '../../support/clocks.ts'
import { aResult, DAY, money, NOW, uuid } from '../../support/domain.ts'
import { bench, minute, problem, unknownRow } from './settlingBench.ts'

const times = [0, 0.25, 1, 5, 15, 30].map((minutes) => minutes * minute)

test('it looks at once, after 15 s, 1, 5, 15 and 30 minutes, and no more where looks cannot help', async () => {
  expect(checkDelays).toEqual(times)
  const { settling, clock, vendor, row } = bench([unknownRow(1)])
  vendor.move('11', 3 * DAY)
  settling.begin()
  await clock.pass(0)
  expect(vendor.looks).toEqual([0])
  await clock.pass(14_999)
  expect(vendor.looks).toEqual([0])
  await clock.pass(1)
  expect(vendor.looks).toEqual([0, 15_000])
  await clock.pass(300 * minute)
  expect(vendor.looks).toEqual(times)
  expect(row(1)).toMatchObject({ settlement: null, check: { orders: [{ movement: 'odd' }] } })
  expect(settling.watching()).toBe(1)
})

test('one that was given up is looked at when a person asks, and followed again where that helps', async () => {
  const { settling, clock, vendor, row } = bench([unknownRow(1)])
  vendor.move('11', 3 * DAY)
  settling.begin()
  await clock.pass(120 * minute)
  expect(vendor.looks).toHaveLength(times.length)
  vendor.move('11', -3 * DAY)
  expect(await settling.check(uuid(1))).toMatchObject({ ok: true, value: { settlement: null } })
  await clock.pass(30 * minute)
  expect(row(1).settlement).toMatchObject({ outcome: 'not renewed', by: 'evidence' })
})

test('it goes on every 15 minutes while the vendor cannot be read, and settles when it can', async () => {
  const { settling, clock, vendor, row } = bench([unknownRow(1)])
  vendor.problem = problem({ message: 'No connection.' })
  settling.begin()
  await clock.pass(75 * minute)
  expect(vendor.looks).toEqual([...times, 45 * minute, 60 * minute, 75 * minute])
  expect(row(1)).toMatchObject({ settlement: null, check: null })
  vendor.problem = null
  vendor.move('11', 30 * DAY)
  await clock.pass(15 * minute)
  expect(row(1).settlement).toMatchObject({ outcome: 'renewed', by: 'evidence' })
  await clock.pass(300 * minute)
  expect(vendor.looks).toHaveLength(times.length + 4)
  expect(settling.watching()).toBe(0)
})

test('it goes on while nothing moves and one more look may settle it: money that keeps coming in', async () => {
  const { settling, clock, vendor, row } = bench([unknownRow(1)])
  settling.begin()
  for (const [at, sum] of [110, 120, 130].entries()) {
    await clock.pass(at === 0 ? 14 * minute : 15 * minute)
    vendor.balance = money(sum)
  }
  // Seen at 45 minutes for the first time; 15 minutes of the same balance are over at 60.
  await clock.pass(15 * minute)
  expect(vendor.looks).toEqual([...times, 45 * minute])
  expect(row(1).settlement).toBeNull()
  await clock.pass(minute)
  expect(row(1).settlement).toMatchObject({ outcome: 'not renewed' })
  expect(vendor.looks.at(-1)).toBe(60 * minute)
})

test('not renewed after 15 minutes, told once, and never looked at again', async () => {
  const { settling, clock, vendor, row, events } = bench([unknownRow(1)])
  settling.begin()
  await clock.pass(15 * minute - 1)
  expect(row(1).settlement).toBeNull()
  await clock.pass(1)
  expect(row(1).settlement).toMatchObject({ outcome: 'not renewed', at: NOW + 15 * minute })
  await clock.pass(600 * minute)
  expect(vendor.looks).toEqual(times.slice(0, 5))
  expect(events.settled).toHaveLength(1)
  expect(events.checked).toHaveLength(4)
})

test('a wall clock that jumps shortens no wait', async () => {
  const { settling, clock, row } = bench([unknownRow(1)])
  settling.begin()
  await clock.pass(minute)
  clock.setWall(NOW + 40 * DAY)
  await clock.pass(13 * minute)
  expect(await settling.check(uuid(1))).toMatchObject({ value: { settlement: null } })
  await clock.pass(minute)
  expect(row(1).settlement).toMatchObject({ outcome: 'not renewed' })
})

test('after a Retry-After nothing is read before its time, and looks that went by are not made up for', async () => {
  const { settling, clock, vendor } = bench([unknownRow(1)])
  vendor.problem = problem({ kind: 'rate-limited', retryAfter: 100_000 })
  settling.begin()
  await clock.pass(99_000)
  expect(vendor.looks).toEqual([0])
  expect(await settling.check(uuid(1))).toEqual({
    ok: false,
    error: { kind: 'vendor', message: 'The vendor asks to wait. Try again in 1 s.' },
  })
  expect(vendor.looks).toEqual([0])
  vendor.problem = null
  await clock.pass(15 * minute)
  expect(vendor.looks).toEqual([0, 100_000, 5 * minute, 15 * minute])
})

test('the Retry-After of a balance alone holds the next look back as well, and is said in minutes where long', async () => {
  const { settling, clock, vendor } = bench([unknownRow(1)])
  vendor.balanceProblem = problem({ kind: 'rate-limited', retryAfter: 20 * minute })
  settling.begin()
  await clock.pass(minute)
  expect(await settling.check(uuid(1))).toMatchObject({
    error: { message: 'The vendor asks to wait. Try again in 19 min.' },
  })
  await clock.pass(19 * minute - 1)
  expect(vendor.looks).toEqual([0])
  await clock.pass(1)
  expect(vendor.looks).toEqual([0, 20 * minute])
})

test('clicks on Check again share one read, which begins after them', async () => {
  const { settling, clock, vendor } = bench([unknownRow(1)])
  vendor.shut()
  settling.begin()
  await clock.pass(0)
  const checks = [settling.check(uuid(1)), settling.check(uuid(1)), settling.check(uuid(1))]
  await settled()
  expect(vendor.looks).toHaveLength(1)
  vendor.move('11', 30 * DAY)
  vendor.open()
  for (const answer of await Promise.all(checks)) {
    expect(answer).toMatchObject({ ok: true, value: { settlement: { outcome: 'renewed' } } })
  }
  expect(vendor.looks).toHaveLength(2)
})

test('Check again has words where nothing can be read, and for what is not there or not unknown', async () => {
  const { settling, vendor, account, journal } = bench([unknownRow(1)])
  vendor.problem = problem({ message: 'No connection.' })
  expect(await settling.check(uuid(1))).toEqual({
    ok: false,
    error: { kind: 'vendor', message: 'No connection.' },
  })
  account.keyProblem = 'The keychain is locked.'
  expect(await settling.check(uuid(1))).toMatchObject({
    error: { kind: 'vendor', message: 'The keychain is locked.' },
  })
  expect(await settling.check(uuid(9))).toMatchObject({ error: { kind: 'not-found' } })
  const settlement: Settlement = { outcome: 'renewed', by: 'person', at: NOW, evidence: [] }
  journal.settle(uuid(1), settlement)
  expect(await settling.check(uuid(1))).toMatchObject({ ok: true, value: { settlement } })
})

test('a bug on the way is told, settles nothing, and does not stop the looks', async () => {
  const { settling, clock, vendor, row, events } = bench([unknownRow(1)])
  vendor.bug = new Error('a bug')
  expect(await settling.check(uuid(1))).toMatchObject({ error: { kind: 'disk' } })
  expect(events.failed).not.toHaveLength(0)
  vendor.bug = null
  vendor.move('11', 30 * DAY)
  await clock.pass(15_000)
  expect(row(1).settlement).toMatchObject({ outcome: 'renewed' })
})

test('a result of something else is not watched', async () => {
  const { settling, clock, vendor } = bench([])
  for (const outcome of ['renewed', 'refused', 'not sent'] as const) {
    settling.watch({ ...unknownRow(1), result: aResult(outcome) })
  }
  await clock.pass(minute)
  expect(settling.watching()).toBe(0)
  expect(vendor.looks).toEqual([])
})
