import { expect, test } from 'vitest'
import type { Store } from '../../../src/main/store/store.ts'
import { accountA, accountB, opened, seeded, startOfTime, temporaryFolder, usd } from './helpers.ts'

const hour = 3_600_000
const day = 24 * hour
const start = Math.floor(startOfTime / day) * day

const times = (store: Store, account = accountA) => store.balances.since(account, 0).map(({ at }) => at)

test('every change of 30 days is kept, of each day before only its last figure', () => {
  const store = opened(temporaryFolder())
  const kept = [0.5 * hour, 23 * hour, day + hour, day + 2 * hour, 2 * day + hour].map((at) => start + at)
  for (const [index, at] of kept.entries()) store.balances.add(accountA, usd(100 - index), at)
  store.balances.add(accountB, usd(1), start + 5)
  store.balances.add(accountB, usd(2), start + 6)
  expect(times(store)).toEqual(kept)

  // Thirty days and a day after the second day: two days are thinned, the third is still whole.
  const later = start + 32 * day + hour
  for (const at of [later - day, later]) store.balances.add(accountA, usd(at % 97), at)
  const left = [start + 23 * hour, start + day + 2 * hour, start + 2 * day + hour]
  expect(times(store)).toEqual([...left, later - day, later])
  expect(times(store, accountB)).toEqual([start + 5, start + 6])
})

test('a day is UTC’s: 23:59:59.999 and midnight are two of them', () => {
  const store = opened(temporaryFolder())
  for (const at of [start, start + day - 1, start + day, start + 2 * day - 1, start + 2 * day]) {
    store.balances.add(accountA, usd(at - start), at)
  }
  const late = [start + 60 * day, start + 61 * day]
  for (const at of late) store.balances.add(accountA, usd(at), at)
  expect(times(store)).toEqual([start + day - 1, start + 2 * day - 1, start + 2 * day, ...late])
})

test('the newest figure stays, however old it is and whatever the clock does', () => {
  const folder = temporaryFolder()
  const store = opened(folder)
  const ahead = start + 400 * day
  for (const at of [start, start + 1, ahead, start + 2, start + 3])
    store.balances.add(accountA, usd(at % 97), at)
  expect(store.balances.latest(accountA)?.money).toEqual(usd((start + 3) % 97))
  store.close()
  const again = opened(folder)
  again.balances.add(accountA, usd(7), start + 4)
  expect(again.balances.latest(accountA)?.money).toEqual(usd(7))
})

test('a clock that jumps ahead for a while thins nothing out that is not old', () => {
  const store = opened(temporaryFolder())
  const kept = [hour, 2 * hour, 3 * hour].map((at) => start + at)
  for (const [index, at] of kept.entries()) store.balances.add(accountA, usd(index), at)
  store.balances.add(accountA, usd(50), start + 400 * day)
  store.balances.add(accountA, usd(51), start + 4 * hour)
  expect(times(store).slice(0, 3)).toEqual(kept)
  expect(store.balances.latest(accountA)?.money).toEqual(usd(51))
})

test('what held when a stretch begins is told with it', () => {
  const store = opened(temporaryFolder())
  for (const at of [10, 20, 30]) store.balances.add(accountA, usd(at), at)
  const from = (since: number) => store.balances.since(accountA, since).map(({ at }) => at)
  expect(from(5)).toEqual([10, 20, 30])
  expect(from(25)).toEqual([20, 30])
  expect(from(30)).toEqual([30])
  expect(from(99)).toEqual([30])
})

test('a year of changes stays small, quick, and true to the day', () => {
  const store = opened(temporaryFolder())
  const random = seeded(9)
  const lastOfDay = new Map<number, number>()
  let longest = 0
  for (let at = start; at < start + 365 * day; at += 6 * hour) {
    const sum = Math.floor(random() * 1_000_000)
    lastOfDay.set(Math.floor(at / day), sum)
    const began = performance.now()
    store.balances.add(accountA, usd(sum), at)
    longest = Math.max(longest, performance.now() - began)
  }
  const points = store.balances.since(accountA, 0)
  console.log(`a year of 1,460 changes: ${points.length} points, longest add ${longest.toFixed(1)} ms`)
  expect(points.length).toBeLessThanOrEqual(335 + 31 * 4)
  for (const { at, amount } of points.filter((point) => point.at < start + 334 * day)) {
    expect(amount).toBe(lastOfDay.get(Math.floor(at / day)))
  }
  expect(new Set(points.map(({ at }) => Math.floor(at / day))).size).toBe(365)
})
