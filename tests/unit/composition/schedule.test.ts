import { expect, test } from 'vitest'
import { createSchedule } from '../../../src/main/composition/schedule.ts'
import type { BalanceView, SnapshotChange } from '../../../src/shared/contract/snapshot.ts'
import { fakeClock } from '../../support/clocks.ts'
import { NOW } from '../../support/domain.ts'
import { balanceView } from '../renderer/samples.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND

/** A schedule on a clock under the test's control, with everything that it does written down. */
function bench(...names: string[]) {
  const clock = fakeClock(NOW)
  const begun = clock.monotonic()
  const world = {
    names,
    online: true,
    heldUntil: 0,
    periods: { balance: 10 * MINUTE, orders: 30 * MINUTE },
    answer: true as boolean | 'throws' | 'never',
    /** Ms that an answer takes. */
    takes: 0,
  }
  const asked: string[] = []
  const missed: string[] = []
  const timers = { live: 0, most: 0 }
  const at = (): number => Math.round((clock.monotonic() - begun) / SECOND)
  const schedule = createSchedule({
    accounts: () =>
      world.names.map((accountId) => ({
        accountId,
        online: world.online,
        heldFor: Math.max(0, world.heldUntil - at() * SECOND),
      })),
    periods: () => world.periods,
    read: async ({ accountId, kind }) => {
      asked.push(`${accountId} ${kind} ${at()}`)
      if (world.takes > 0) await clock.wait(world.takes)
      if (world.answer === 'throws') throw new Error('The store is closed.')
      return world.answer === 'never' ? new Promise<boolean>(() => undefined) : world.answer
    },
    missed: ({ accountId, kind }) => missed.push(`${accountId} ${kind} ${at()}`),
    monotonic: clock.monotonic,
    random: () => 0.5,
    setTimer: (run, ms) => {
      let live = true
      timers.live += 1
      timers.most = Math.max(timers.most, timers.live)
      const end = (): boolean => {
        const was = live
        if (was) timers.live -= 1
        live = false
        return was
      }
      void clock.wait(ms).then(() => end() && run())
      return () => void end()
    },
  })
  return { schedule, clock, world, missed, timers, taken: () => asked.splice(0) }
}

/** A push of a balance that was read, or of one that was not. */
function pushed(patch: Partial<BalanceView>): SnapshotChange {
  return { version: 2, balances: [{ ...balanceView('a'), ...patch }] }
}

test('three accounts: all are read at start, a second apart, then spread over the period, with one timer', async () => {
  const { schedule, clock, timers, taken } = bench('a', 'b', 'c')
  schedule.start()
  expect(taken()).toEqual(['a balance 0', 'a orders 0'])
  await clock.pass(5 * SECOND)
  expect(taken()).toEqual(['b balance 1', 'b orders 1', 'c balance 2', 'c orders 2'])
  await clock.pass(20 * MINUTE)
  expect(taken().filter((line) => line.includes('balance'))).toEqual([
    'a balance 200',
    'b balance 401',
    'c balance 602',
    'a balance 800',
    'b balance 1001',
    'c balance 1202',
  ])
  expect(timers).toEqual({ live: 1, most: 1 })
})

test('nothing is read before the start, and nothing after the stop, whatever comes', async () => {
  const { schedule, clock, world, timers, taken } = bench('a')
  schedule.wake()
  schedule.changed({ version: 1, accounts: [] })
  await clock.pass(MINUTE)
  expect(taken()).toEqual([])
  schedule.start()
  world.answer = 'throws'
  await clock.pass(11 * MINUTE)
  expect(taken()).not.toEqual([])
  schedule.stop()
  expect(timers.live).toBe(0)
  schedule.wake()
  schedule.changed(pushed({}))
  await clock.pass(60 * MINUTE)
  expect(taken()).toEqual([])
  expect(timers).toEqual({ live: 0, most: 1 })
})

test('an answer that comes after the stop starts nothing', async () => {
  const { schedule, clock, timers, taken } = bench('a')
  schedule.start()
  schedule.stop()
  await clock.pass(60 * MINUTE)
  expect(taken()).toHaveLength(2)
  expect(timers.live).toBe(0)
})

test('a failing vendor is asked less and less, and as usual once it answers', async () => {
  const { schedule, clock, world, taken } = bench('a')
  world.answer = false
  world.periods = { balance: 10 * MINUTE, orders: 24 * 60 * MINUTE }
  schedule.start()
  await clock.pass(200 * MINUTE)
  const minutes = (): number[] =>
    taken()
      .filter((line) => line.includes('balance'))
      .map((line) => Number(line.split(' ')[2]) / 60)
  expect(minutes()).toEqual([0, 10, 30, 70, 130, 190])
  world.answer = true
  await clock.pass(75 * MINUTE)
  expect(minutes()).toEqual([250, 260, 270])
})

test('what a person read with success meanwhile ends the backoff; a failed read of theirs does not', async () => {
  const { schedule, clock, world, taken } = bench('a')
  world.answer = false
  schedule.start()
  await clock.pass(72 * MINUTE)
  taken()
  world.answer = true
  schedule.changed(pushed({ problem: 'Not reached.', readAt: NOW }))
  schedule.changed(pushed({ problem: null, readAt: null }))
  await clock.pass(12 * MINUTE)
  expect(taken().filter((line) => line.includes('balance'))).toEqual([])
  schedule.changed(pushed({ problem: null, readAt: NOW }))
  await clock.pass(11 * MINUTE)
  expect(taken().filter((line) => line.includes('balance'))).toEqual([`a balance ${94 * 60}`])
})

test('offline: nothing is sent, that is said once, and back online everything is read within seconds', async () => {
  const { schedule, clock, world, missed, timers, taken } = bench('a')
  world.online = false
  schedule.start()
  await clock.pass(60 * MINUTE)
  expect(taken()).toEqual([])
  expect(missed).toEqual(['a balance 0', 'a orders 0'])
  await clock.pass(2 * SECOND)
  world.online = true
  await clock.pass(5 * SECOND)
  expect(taken()).toEqual(['a balance 3605', 'a orders 3605'])
  expect(timers.most).toBe(1)
})

test('a storm of resumes reads each thing once a minute', async () => {
  const { schedule, clock, taken } = bench('a', 'b')
  schedule.start()
  await clock.pass(10 * SECOND)
  taken()
  for (let second = 10; second < 125; second += 1) {
    schedule.wake()
    schedule.wake()
    await clock.pass(SECOND)
  }
  const lines = taken()
  expect(lines.filter((line) => line.startsWith('a balance'))).toEqual(['a balance 60', 'a balance 120'])
  expect(lines.filter((line) => line.startsWith('b orders'))).toEqual(['b orders 61', 'b orders 121'])
})

test('settings and accounts are taken as they are now', async () => {
  const { schedule, clock, world, taken } = bench('a', 'b')
  schedule.start()
  await clock.pass(4 * MINUTE)
  taken()
  world.periods = { balance: 2 * MINUTE, orders: 60 * MINUTE }
  schedule.changed({ version: 2, settings: undefined, notices: [] })
  expect(taken()).toEqual([])
  schedule.changed({ version: 2, accounts: [] })
  expect(taken()).toEqual(['a balance 240'])
  world.names = ['b', 'c']
  schedule.changed({ version: 3, accounts: [] })
  await clock.pass(3 * MINUTE)
  expect(taken().filter((line) => line.includes('balance'))).toEqual([
    'b balance 241',
    'c balance 360',
    'b balance 361',
  ])
})

test('a wall clock that is set, by a day or to the past, moves nothing', async () => {
  const { schedule, clock, taken } = bench('a')
  schedule.start()
  for (const wall of [NOW + 24 * 60 * MINUTE, NOW - 900 * MINUTE, 0]) {
    clock.setWall(wall)
    await clock.pass(3 * MINUTE)
  }
  expect(taken()).toEqual(['a balance 0', 'a orders 0'])
  await clock.pass(MINUTE)
  expect(taken()).toEqual(['a balance 600'])
})

test('a read that never ends is asked for once, and holds up no other', async () => {
  const { schedule, clock, world, taken } = bench('a', 'b')
  world.answer = 'never'
  schedule.start()
  world.answer = true
  await clock.pass(30 * MINUTE)
  const lines = taken()
  expect(lines.filter((line) => line.startsWith('a '))).toEqual(['a balance 0', 'a orders 0'])
  expect(lines.filter((line) => line.startsWith('b balance'))).toHaveLength(3)
})

test('a slow answer does not delay what is due after it', async () => {
  const { schedule, clock, world, taken } = bench('a')
  world.periods = { balance: MINUTE, orders: 60 * MINUTE }
  world.takes = 50 * SECOND
  schedule.start()
  await clock.pass(40 * SECOND)
  schedule.changed({ version: 2, accounts: [] })
  await clock.pass(30 * SECOND)
  expect(taken()).toEqual(['a balance 0', 'a orders 0', 'a balance 60'])
})

test('while the vendor asked to wait, nothing is asked', async () => {
  const { schedule, clock, world, taken } = bench('a')
  schedule.start()
  await clock.pass(MINUTE)
  taken()
  world.heldUntil = 16 * MINUTE
  await clock.pass(14 * MINUTE)
  expect(taken()).toEqual([])
  await clock.pass(2 * MINUTE)
  expect(taken()).toEqual(['a balance 960'])
})
