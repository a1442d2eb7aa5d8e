/** Settling while something else happens: a person decides, the machine sleeps, the app closes, the disk refuses. */
import { expect, test } from 'vitest'
import type { Settlement } from '../../../src/shared/domain/renewal.ts'
import { settled } from '../../support/clocks.ts'
import { aRenewal, aResult, DAY, money, NOW, uuid } from '../../support/domain.ts'
import { accountId, bench, minute, problem, unknownRow } from './settlingBench.ts'

test('a person who decides while the vendor is asked has the last word', async () => {
  const { settling, clock, vendor, journal, row, events } = bench([unknownRow(1)])
  vendor.move('11', 30 * DAY)
  vendor.shut()
  settling.begin()
  await clock.pass(0)
  const settlement: Settlement = { outcome: 'not renewed', by: 'person', at: NOW, evidence: ['A word.'] }
  journal.settle(uuid(1), settlement)
  vendor.open()
  await clock.pass(60 * minute)
  expect(row(1)).toMatchObject({ settlement, check: null })
  expect(events.settled).toEqual([])
  expect(settling.watching()).toBe(0)
  expect(vendor.looks).toEqual([0])
})

test('an answer asked for before the machine slept counts nowhere; waking asks anew', async () => {
  const { settling, clock, vendor, row } = bench([unknownRow(1)])
  vendor.move('11', 30 * DAY)
  vendor.shut()
  settling.begin()
  await clock.pass(1)
  // What was true before is not true any more: whoever read the old answer would settle it.
  vendor.move('11', -30 * DAY)
  settling.wake()
  expect(vendor.looks).toEqual([0])
  vendor.open()
  await settled()
  expect(vendor.looks).toEqual([0, 1])
  expect(row(1)).toMatchObject({ settlement: null, check: { orders: [{ movement: 'unmoved' }] } })
})

test('looks from before a sleep do not count towards not renewed', async () => {
  const { settling, clock, vendor, row } = bench([unknownRow(1)])
  settling.begin()
  await clock.pass(14 * minute)
  settling.wake()
  await clock.pass(minute)
  expect(vendor.looks).toEqual([0, 15_000, minute, 5 * minute, 14 * minute, 15 * minute])
  expect(row(1).settlement).toBeNull()
  await clock.pass(15 * minute)
  expect(row(1).settlement).toMatchObject({ outcome: 'not renewed', at: NOW + 30 * minute })
})

test('after a sleep the 15 minutes begin anew: a request that was stuck may have gone out only now', async () => {
  const { settling, clock, row } = bench([unknownRow(1)])
  settling.begin()
  await clock.pass(60_000)
  await clock.pass(14 * minute - 1)
  settling.wake()
  await clock.pass(6 * minute)
  expect(await settling.check(uuid(1))).toMatchObject({ ok: true, value: { settlement: null } })
  await clock.pass(8 * minute)
  expect(row(1).settlement).toBeNull()
  await clock.pass(2 * minute)
  expect(row(1).settlement).toMatchObject({ outcome: 'not renewed' })
})

test('money that was missing before a restart is not forgotten by it, nor is a top-up', async () => {
  for (const [before, after] of [
    [97.2, 147.2],
    [150, 147.2],
  ] as const) {
    const first = bench([unknownRow(1)])
    first.vendor.balance = money(before)
    first.settling.begin()
    await first.clock.pass(2 * minute)
    first.settling.stop()
    const next = bench([first.row(1)])
    next.vendor.balance = money(after)
    next.settling.begin()
    await next.clock.pass(120 * minute)
    expect(next.row(1).settlement).toBeNull()
  }
})

test('what one came to explains the money that another was short of: it is looked at again', async () => {
  const other = unknownRow(2, {
    startedAt: NOW + 1000,
    request: { proxyType: 'IPv4', orderIds: ['22'], rentPeriodDays: 30 },
    endsBefore: [{ orderId: '22', endsAt: NOW + 10 * DAY }],
  })
  const { settling, clock, vendor, row, beside } = bench([unknownRow(1), other])
  beside.after.push([uuid(1), uuid(2)])
  vendor.balance = money(97.2)
  settling.begin()
  await clock.pass(32 * minute)
  expect([row(1).settlement, row(2).settlement]).toEqual([null, null])
  vendor.move('22', 30 * DAY)
  await settling.check(uuid(2))
  expect(row(2).settlement).toMatchObject({ outcome: 'renewed' })
  await clock.pass(30 * minute)
  expect(row(1).settlement).toMatchObject({ outcome: 'not renewed' })
})

test('where a wait is over, only what could not be read is looked at, and nobody’s waiting begins anew', async () => {
  const { settling, clock, vendor, row } = bench([unknownRow(1)])
  settling.begin()
  await clock.pass(10 * minute)
  const before = vendor.looks.length
  settling.lookAgain(accountId)
  settling.lookAgain('another account')
  await settled()
  expect(vendor.looks).toHaveLength(before)
  await clock.pass(5 * minute)
  expect(row(1).settlement).toMatchObject({ outcome: 'not renewed' })

  const unread = bench([unknownRow(1)])
  unread.vendor.balanceProblem = problem({ kind: 'rate-limited', retryAfter: 3 * minute })
  unread.settling.begin()
  await unread.clock.pass(2 * minute)
  unread.vendor.balanceProblem = null
  const looked = unread.vendor.looks.length
  unread.settling.lookAgain('another account')
  await settled()
  expect(unread.vendor.looks).toHaveLength(looked)
  unread.settling.lookAgain(accountId)
  await settled()
  expect(unread.vendor.looks).toHaveLength(looked + 1)
})

test('waking asks each account once, however many of its renewals wait', async () => {
  const { settling, clock, vendor } = bench([unknownRow(1), unknownRow(2), unknownRow(3)])
  settling.begin()
  await clock.pass(2 * minute)
  const before = vendor.looks.length
  settling.wake()
  await clock.pass(0)
  expect(vendor.looks).toHaveLength(before + 1)
})

test('money that was missing before a sleep is not forgotten by it', async () => {
  const { settling, clock, vendor, row } = bench([unknownRow(1)])
  vendor.balance = money(97.2)
  settling.begin()
  await clock.pass(minute)
  vendor.balance = money(100)
  settling.wake()
  await clock.pass(600 * minute)
  await settling.check(uuid(1))
  expect(row(1).settlement).toBeNull()
  expect(row(1).check?.notes.join(' ')).toContain('Money was missing at an earlier look')
})

test('once it is stopped nothing is written, whatever the vendor still answers, and nothing is read', async () => {
  const { settling, clock, vendor, disk, row, events } = bench([unknownRow(1)])
  vendor.move('11', 30 * DAY)
  vendor.shut()
  settling.begin()
  await clock.pass(0)
  settling.stop()
  vendor.open()
  await clock.pass(60 * minute)
  expect(disk.writes).toBe(0)
  expect(row(1)).toMatchObject({ settlement: null, check: null })
  expect(events.settled).toEqual([])
  expect(vendor.looks).toEqual([0])
  expect(await settling.check(uuid(1))).toMatchObject({
    error: { kind: 'vendor', message: 'Leasebar is closing.' },
  })
  expect(vendor.looks).toEqual([0])
  expect(disk.writes).toBe(0)
})

test('at start every unknown of an account that is there is watched, and nothing else', async () => {
  const other = uuid(101)
  const { settling, clock, account, vendor, row } = bench([
    unknownRow(1),
    unknownRow(2, { accountId: other }),
    { ...unknownRow(3), result: aResult('renewed') },
    { ...unknownRow(4), settlement: { outcome: 'renewed', by: 'person', at: NOW, evidence: [] } },
    aRenewal({ ...unknownRow(5), result: null }),
  ])
  account.removed.add(other)
  settling.begin()
  expect(settling.watching()).toBe(1)
  settling.begin()
  expect(settling.watching()).toBe(1)
  vendor.move('11', 30 * DAY)
  await clock.pass(minute)
  expect(row(1).settlement).toMatchObject({ outcome: 'renewed' })
  for (const number of [2, 3, 5]) expect(row(number)).toMatchObject({ settlement: null, check: null })
  expect(row(4).settlement).toMatchObject({ by: 'person' })
})

test('one whose outcome only memory has is settled once the disk took it', async () => {
  const { settling, clock, disk, unsaved, vendor, row } = bench([
    aRenewal({ ...unknownRow(1), result: null }),
  ])
  disk.refusesResults = true
  unsaved.finish(uuid(1), aResult('unknown'))
  settling.begin()
  expect(settling.watching()).toBe(1)
  vendor.move('11', 30 * DAY)
  await clock.pass(10_000)
  expect(row(1)).toMatchObject({ result: null, settlement: null, check: null })
  expect(await settling.check(uuid(1))).toMatchObject({ error: { kind: 'disk' } })
  disk.refusesResults = false
  await clock.pass(5000)
  expect(row(1)).toMatchObject({ result: { outcome: 'unknown' }, settlement: { outcome: 'renewed' } })
})

test('an account that was removed is read no more, and Check again says so', async () => {
  const { settling, clock, vendor, account, row } = bench([unknownRow(1)])
  settling.begin()
  await clock.pass(2 * minute)
  const before = vendor.looks.length
  account.removed.add(accountId)
  await clock.pass(600 * minute)
  expect(vendor.looks).toHaveLength(before)
  expect(settling.watching()).toBe(0)
  expect(row(1).settlement).toBeNull()
  const checked = await settling.check(uuid(1))
  expect(checked).toMatchObject({ ok: false, error: { kind: 'not-found' } })
  expect(checked.ok ? '' : checked.error.message).toContain('The account Main was removed')
  expect(vendor.looks).toHaveLength(before)
})

test('a disk that refuses the settlement leaves it unknown and says so; the next look settles it', async () => {
  const { settling, clock, vendor, disk, row, events } = bench([unknownRow(1)])
  vendor.move('11', 30 * DAY)
  disk.refusesSettlements = true
  settling.begin()
  await clock.pass(0)
  expect(row(1).settlement).toBeNull()
  expect(row(1).check?.notes.at(-1)).toBe(
    'The disk refused to keep that, so it stays unknown until the next look: The disk is full.',
  )
  expect(events).toMatchObject({ settled: [], checked: [{ settlement: null }] })
  disk.refusesSettlements = false
  await clock.pass(15_000)
  expect(row(1).settlement).toMatchObject({ outcome: 'renewed', by: 'evidence' })
  expect(row(1).check?.notes.join(' ')).not.toContain('The disk refused')
  expect(events.settled).toHaveLength(1)
})

test('a settlement that the disk refuses for hours is tried until it takes it', async () => {
  const { settling, clock, vendor, row, disk } = bench([unknownRow(1)])
  disk.refusesSettlements = true
  vendor.move('11', 30 * DAY)
  settling.begin()
  await clock.pass(120 * minute)
  expect(row(1).settlement).toBeNull()
  disk.refusesSettlements = false
  await clock.pass(15 * minute)
  expect(row(1).settlement).toMatchObject({ outcome: 'renewed' })
})

test('a key that cannot be read is asked for again and again, and the looks begin when it can', async () => {
  const { settling, clock, vendor, account, row } = bench([unknownRow(1)])
  account.keyProblem = 'The keychain is locked.'
  settling.begin()
  await clock.pass(120 * minute)
  expect(vendor.looks).toEqual([])
  account.keyProblem = null
  await clock.pass(15 * minute)
  expect(vendor.looks).toEqual([135 * minute])
  // The first reading of all: one alone settles nothing.
  expect(row(1).settlement).toBeNull()
  await clock.pass(15 * minute)
  expect(row(1).settlement).toMatchObject({ outcome: 'not renewed' })
})

test('a balance that cannot be read settles nothing as not renewed, and does not begin the wait anew', async () => {
  const { settling, clock, vendor, row } = bench([unknownRow(1)])
  settling.begin()
  await clock.pass(5 * minute)
  vendor.balanceProblem = problem({ message: 'No balance.' })
  await clock.pass(10 * minute)
  expect(row(1)).toMatchObject({ settlement: null, check: { balance: null } })
  vendor.balanceProblem = null
  await clock.pass(15 * minute)
  expect(row(1).settlement).toMatchObject({ outcome: 'not renewed' })
})
