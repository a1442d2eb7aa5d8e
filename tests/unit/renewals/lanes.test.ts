import { expect, test } from 'vitest'
import { createLanes, paidGap } from '../../../src/main/renewals/lanes.ts'
import { fakeClock, settled } from '../../support/clocks.ts'
import { DAY, NOW, uuid } from '../../support/domain.ts'

/** Work that ends when a test says so, and notes when it began. */
function gated(log: string[], name: string) {
  let end: () => void = () => {}
  const gate = new Promise<void>((resolve) => {
    end = resolve
  })
  const work = async () => {
    log.push(name)
    await gate
    return name
  }
  return { work, end: () => end() }
}

test('an account’s work runs one after another, in the order of asking', async () => {
  const lanes = createLanes(fakeClock(NOW))
  const log: string[] = []
  const parts = ['one', 'two', 'three'].map((name) => gated(log, name))
  const ends = parts.map(({ work }) => lanes.run('a', work))
  await settled()
  expect(log).toEqual(['one'])
  parts[1]?.end()
  await settled()
  expect(log).toEqual(['one'])
  parts[0]?.end()
  await settled()
  expect(log).toEqual(['one', 'two', 'three'])
  parts[2]?.end()
  expect(await Promise.all(ends)).toEqual(['one', 'two', 'three'])
})

test('accounts do not wait for each other', async () => {
  const lanes = createLanes(fakeClock(NOW))
  const log: string[] = []
  const parts = ['a', 'b'].map((name) => gated(log, name))
  const ends = parts.map(({ work }, at) => lanes.run(String(at), work))
  await settled()
  expect(log).toEqual(['a', 'b'])
  for (const part of parts) part.end()
  await Promise.all(ends)
})

test('what fails tells its own asker and does not block the next', async () => {
  const lanes = createLanes(fakeClock(NOW))
  const failing = lanes.run('a', () => Promise.reject(new Error('first')))
  const throwing = lanes.run('a', () => {
    throw new Error('second')
  })
  const fine = lanes.run('a', async () => 'third')
  await expect(failing).rejects.toThrow('first')
  await expect(throwing).rejects.toThrow('second')
  expect(await fine).toBe('third')
  expect(await lanes.run('a', async () => 'later')).toBe('later')
})

test('paid calls of one account are two seconds apart, from the end of one to the next', async () => {
  expect(paidGap).toBe(2000)
  const clock = fakeClock(NOW)
  const lanes = createLanes(clock)
  await lanes.spaced('a')
  lanes.paid('a', uuid(1))
  let free = false
  void lanes.spaced('a').then(() => {
    free = true
  })
  await clock.pass(1999)
  expect(free).toBe(false)
  await clock.pass(1)
  expect(free).toBe(true)
})

test('the gap is the account’s own, and time already passed counts', async () => {
  const clock = fakeClock(NOW)
  const lanes = createLanes(clock)
  lanes.paid('a', uuid(1))
  await lanes.spaced('b')
  await clock.pass(2000)
  await lanes.spaced('a')
  expect(clock.waiting()).toBe(0)
})

test('a wall clock that jumps neither shortens nor lengthens the gap', async () => {
  for (const jump of [-100_000_000, 100_000_000]) {
    const clock = fakeClock(NOW)
    const lanes = createLanes(clock)
    lanes.paid('a', uuid(1))
    clock.setWall(NOW + jump)
    let free = false
    void lanes.spaced('a').then(() => {
      free = true
    })
    await clock.pass(1999)
    expect(free).toBe(false)
    await clock.pass(1)
    expect(free).toBe(true)
  }
})

test('the gap is kept over a restart too, by the journal, and from a time in the future it is the whole gap', async () => {
  const cases = [
    { ended: null, waits: 0 },
    { ended: NOW - 500, waits: 1500 },
    { ended: NOW - 2000, waits: 0 },
    { ended: NOW - DAY, waits: 0 },
    { ended: NOW + DAY, waits: 2000 },
  ]
  for (const { ended, waits } of cases) {
    const clock = fakeClock(NOW)
    const lanes = createLanes(clock, paidGap, (accountId) => (accountId === 'a' ? ended : null))
    let free = false
    void lanes.spaced('a').then(() => {
      free = true
    })
    await lanes.spaced('b')
    await settled()
    expect(free, String(ended)).toBe(waits === 0)
    await clock.pass(Math.max(0, waits - 1))
    expect(free, String(ended)).toBe(waits === 0)
    await clock.pass(1)
    expect(free, String(ended)).toBe(true)
  }
})

test('what this run sent is remembered for a day of the monotonic clock, wherever the wall clock is set', async () => {
  const clock = fakeClock(NOW)
  const lanes = createLanes(clock)
  lanes.paid('a', uuid(1))
  clock.setWall(NOW + 400 * DAY)
  await clock.pass(DAY / 2)
  lanes.paid('b', uuid(2))
  expect([...lanes.sentLately()]).toEqual([uuid(1), uuid(2)])
  await clock.pass(DAY / 2 + 1)
  clock.setWall(NOW - 400 * DAY)
  expect([...lanes.sentLately()]).toEqual([uuid(2)])
})
