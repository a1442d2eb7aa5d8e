import { expect, test } from 'vitest'
import { createClockWatch } from '../../../src/main/composition/clockWatch.ts'
import { createNotices } from '../../../src/main/composition/notices.ts'
import { DAY, NOW } from '../../support/domain.ts'

const HOUR = DAY / 24

function bench() {
  const world = { now: NOW, monotonic: 7000, accountIds: ['a', 'b'], changes: 0 }
  const notices = createNotices(() => {
    world.changes += 1
  })
  const watch = createClockWatch({
    clock: { now: () => world.now, monotonic: () => world.monotonic },
    notices,
    accountIds: () => world.accountIds,
  })
  const pass = (ms: number): void => {
    world.now += ms
    world.monotonic += ms
  }
  return { world, notices, watch, pass, titles: () => notices.list().map(({ title }) => title) }
}

const dayBehind = 'This computer’s clock is 1 day behind the vendor’s'

test('a clock a day behind is said once, however many replies say it, and is over when a reply says so', () => {
  const { world, watch, pass, titles, notices } = bench()
  watch.told('a', NOW + DAY)
  expect(titles()).toEqual([dayBehind])
  expect(watch.words()).toBe(dayBehind)
  const said = notices.list()
  pass(10 * 60_000)
  watch.told('a', world.now + DAY - 900)
  watch.look()
  expect(notices.list()).toEqual(said)
  expect(world.changes).toBe(1)
  world.now += DAY
  watch.told('a', world.now)
  expect(titles()).toEqual([])
  expect(watch.words()).toBeNull()
})

test('a clock that is put right is noticed without a reply; one that is set wrong waits for one', () => {
  const { world, watch, pass, titles } = bench()
  watch.told('a', NOW + DAY)
  pass(HOUR)
  world.now += DAY
  watch.look()
  expect(titles()).toEqual([])
  world.now -= DAY
  watch.look()
  expect(titles()).toEqual([])
  watch.told('a', world.now + DAY)
  expect(titles()).toEqual([dayBehind])
})

test('sent away it stays away while the same holds, and comes again when it is another', () => {
  const { watch, world, titles, notices } = bench()
  watch.told('a', NOW + DAY)
  notices.dismiss('clock')
  watch.told('a', NOW + DAY)
  expect(titles()).toEqual([])
  world.now -= DAY
  watch.told('a', NOW + DAY)
  expect(titles()).toEqual(['This computer’s clock is 2 days behind the vendor’s'])
})

test.each([
  ['exactly three hours, as after a wrong time zone', 3],
  ['half an hour between two whole ones, as of India’s', 5.5],
])('a clock that is off by %s is said once: a second more or less is no other', (_what, hours) => {
  for (const way of [1, -1]) {
    const { watch, world, pass, notices } = bench()
    for (const jitter of [400, -700, 900, -300, 0]) {
      pass(10 * 60_000)
      watch.told('a', world.now + way * hours * HOUR + jitter)
      watch.look()
      if (jitter === 400) notices.dismiss('clock')
    }
    expect(watch.words()).not.toBeNull()
    expect(notices.list()).toEqual([])
    expect(world.changes).toBe(2)
  }
})

test('one vendor of two that is wrong itself says nothing, until the other’s account is removed', () => {
  const { watch, world, titles } = bench()
  watch.told('b', NOW)
  watch.told('a', NOW + DAY)
  expect(titles()).toEqual([])
  world.accountIds = ['a']
  watch.told('a', NOW + DAY)
  expect(titles()).toEqual([dayBehind])
  world.accountIds = []
  watch.look()
  expect(titles()).toEqual([])
})
