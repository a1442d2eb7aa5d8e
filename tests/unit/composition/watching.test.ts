import { expect, test } from 'vitest'
import { createWatching } from '../../../src/main/composition/watching.ts'
import { type Forecast, forecast } from '../../../src/main/watch/forecast.ts'
import type { NotificationModel } from '../../../src/main/watch/model.ts'
import type { Snapshot } from '../../../src/shared/contract/snapshot.ts'
import { DAY, money, NOW } from '../../support/domain.ts'
import { balanceView, groupView, snapshot } from '../renderer/samples.ts'
import { account } from '../watch/records.ts'

const HOUR = DAY / 24

/** A watch on documents that outlive it, as they do a restart. */
function bench(documents = new Map<string, string>()) {
  const told: NotificationModel[] = []
  const timers: { run: () => void; ms: number }[] = []
  const nothing: Forecast = forecast({ balance: null, groups: [], now: NOW })
  const world = { now: NOW, snapshot: snapshot(), full: false, forecast: nothing }
  const watching = createWatching({
    snapshot: () => world.snapshot,
    forecast: () => world.forecast,
    documents: {
      get: (key) => documents.get(key) ?? null,
      put: (key, json) => {
        if (world.full) return { ok: false, error: { message: 'The disk is full.' } }
        documents.set(key, json)
        return { ok: true, value: undefined }
      },
    },
    now: () => world.now,
    clockWords: () => null,
    notify: (model) => told.push(model),
    setTimer: (run, ms) => {
      const timer = { run, ms }
      timers.push(timer)
      return () => void timers.splice(timers.indexOf(timer), 1)
    },
    looked: () => {},
  })
  return { told, timers, world, watching, documents, titles: () => told.splice(0).map(({ title }) => title) }
}

/** One account with one group; `readAt`: when its list was read. */
function withGroup(endsAt: number, readAt: number | null): Snapshot {
  const main = account('main', 'Main')
  const view = groupView('One', { endsAt }, main.id)
  const state = {
    count: 1,
    readAt,
    reading: false,
    problem: null,
    notUnderstood: 0,
    repeated: 0,
    ungrouped: 0,
  }
  const list = { accountId: main.id, ...state }
  const balance = { ...balanceView(main.id), readAt }
  return snapshot({ accounts: [main], groups: [view], balances: [balance], orders: [list] })
}

test('an end of an earlier run is not told before the list was read anew', () => {
  const { world, watching, titles } = bench()
  world.snapshot = withGroup(NOW - HOUR, NOW - 9 * DAY)
  watching.look()
  expect(titles()).toEqual([])
  world.snapshot = withGroup(NOW + 29 * DAY, NOW + 1)
  watching.changed({ version: 2, groups: world.snapshot.groups }, world.snapshot)
  expect(titles()).toEqual([])
  world.snapshot = withGroup(NOW - HOUR, NOW + 2)
  watching.changed({ version: 3, groups: world.snapshot.groups }, world.snapshot)
  expect(titles()).toHaveLength(1)
})

test('a shortage is told only of figures that this run has read itself: the balance, and the ends', () => {
  const { world, watching, titles } = bench()
  const one = { groupId: 'g', name: 'One', endsAt: NOW + 3 * DAY, rentPeriodDays: 30, dueDays: 3 }
  world.forecast = forecast({ balance: money(1), groups: [{ ...one, price: money(2) }], now: NOW })
  const read = (balanceAt: number | null, endsAt: number | null) => {
    const known = withGroup(NOW + 90 * DAY, endsAt)
    const balances = known.balances.map((view) => ({ ...view, readAt: balanceAt }))
    world.snapshot = { ...known, balances }
    watching.look()
    return titles()
  }
  expect(read(NOW - DAY, NOW - DAY)).toEqual([])
  expect(read(null, NOW)).toEqual([])
  expect(read(NOW, NOW - DAY)).toEqual([])
  expect(read(NOW - DAY, NOW)).toEqual([])
  expect(read(NOW, NOW)).toEqual(['Short of money for renewals: Main'])
})

test('a clock that is set back after the start silences nothing', () => {
  const { world, watching, titles } = bench()
  world.now = NOW - 8 * HOUR
  world.snapshot = withGroup(NOW - 9 * HOUR, NOW - 8 * HOUR)
  watching.look()
  expect(titles()).toHaveLength(1)
})

test('what was told is told no more after a restart, nor while the disk refuses to keep it', () => {
  const first = bench()
  first.world.full = true
  first.world.snapshot = withGroup(NOW + 20 * HOUR, NOW)
  first.watching.look()
  first.watching.look()
  expect(first.titles()).toHaveLength(1)
  first.world.full = false
  first.watching.look()
  const next = bench(first.documents)
  next.world.snapshot = withGroup(NOW + 20 * HOUR, NOW)
  next.watching.look()
  expect(next.titles()).toEqual([])
})

test('it looks by itself every few minutes, one timer at a time, and no more once it is stopped', () => {
  const { world, watching, timers, titles } = bench()
  world.snapshot = withGroup(NOW + DAY + 60_000, NOW)
  watching.look()
  titles()
  expect(timers).toHaveLength(1)
  world.now += 2 * 60_000
  timers[0]?.run()
  expect(titles()).toHaveLength(1)
  expect(timers).toHaveLength(1)
  watching.stop()
  expect(timers).toHaveLength(0)
  watching.look()
  expect(timers).toHaveLength(0)
})

test('an outage keeps its beginning over a restart, and is told once it lasts longer than a day', () => {
  const first = bench()
  const offline = withGroup(NOW + 90 * DAY, null)
  first.world.snapshot = { ...offline, balances: offline.balances.map((one) => ({ ...one, offline: true })) }
  first.watching.look()
  first.world.now += 20 * HOUR
  first.watching.look()
  expect(first.titles()).toEqual([])

  const next = bench(first.documents)
  next.world.now = NOW + 21 * HOUR
  next.world.snapshot = offline
  next.watching.look()
  next.world.snapshot = first.world.snapshot
  next.watching.look()
  expect(next.titles()).toEqual([])
  next.world.now = NOW + 25 * HOUR
  next.watching.look()
  next.watching.look()
  expect(next.titles()).toHaveLength(1)
})

test('a document that was damaged is like none', () => {
  const { world, watching, titles } = bench(
    new Map([
      ['watch', '{"groups":'],
      ['offline', '[1'],
    ]),
  )
  world.snapshot = withGroup(NOW + 20 * HOUR, NOW)
  watching.look()
  expect(titles()).toHaveLength(1)
})
