import { expect, it } from 'vitest'
import { createDailyLook, lookEvery, tryAgainAfter } from '../../../src/main/updates/daily.ts'

const start = 1_800_000_000_000

/** A daily look on a clock of its own: `pass` runs what is due meanwhile. */
function setup({ setting = 'on' as 'on' | 'off' | 'unasked', lastAt = null as number | null } = {}) {
  const world = { now: start, setting, lastAt, answers: true, looks: [] as number[] }
  let timer: { at: number; run: () => void } | null = null
  const daily = createDailyLook({
    setting: () => world.setting,
    look: async () => {
      world.looks.push(world.now)
      return world.answers
    },
    lastAt: () => world.lastAt,
    keepLastAt: (at) => {
      world.lastAt = at
    },
    now: () => world.now,
    setTimer: (run, ms) => {
      const mine = { at: world.now + ms, run }
      timer = mine
      return () => {
        if (timer === mine) timer = null
      }
    },
  })
  const pass = async (ms: number): Promise<void> => {
    const end = world.now + ms
    while (timer !== null && timer.at <= end) {
      const { at, run } = timer
      timer = null
      world.now = at
      run()
      // The look, and what follows from it.
      for (let turn = 0; turn < 5; turn += 1) await Promise.resolve()
    }
    world.now = end
  }
  return { daily, world, pass, hasTimer: () => timer !== null }
}

it.each(['off', 'unasked'] as const)('%s: it never looks, and no timer waits', async (setting) => {
  const { daily, world, pass, hasTimer } = setup({ setting })
  daily.start()
  expect(hasTimer()).toBe(false)
  await pass(40 * lookEvery)
  expect(world.looks).toEqual([])
})

it('on: it looks at once, and then once a day', async () => {
  const { daily, world, pass } = setup()
  daily.start()
  await pass(3 * lookEvery)
  expect(world.looks).toEqual([start, start + lookEvery, start + 2 * lookEvery, start + 3 * lookEvery])
})

it('a start on the same day does not look again', async () => {
  const { daily, world, pass } = setup({ lastAt: start - lookEvery / 4 })
  daily.start()
  await pass(lookEvery / 2)
  expect(world.looks).toEqual([])
  await pass(lookEvery / 2)
  expect(world.looks).toEqual([start + (lookEvery * 3) / 4])
})

it('what could not be read is tried again within the hour, and does not count as read', async () => {
  const { daily, world, pass } = setup()
  world.answers = false
  daily.start()
  await pass(2 * tryAgainAfter)
  expect(world.looks).toEqual([start, start + tryAgainAfter, start + 2 * tryAgainAfter])
  expect(world.lastAt).toBeNull()
})

it('a clock that was set back does not put it off for years', async () => {
  const { daily, world, pass } = setup({ lastAt: start + 1000 * lookEvery })
  daily.start()
  await pass(1)
  expect(world.looks).toEqual([start])
})

it('switched on and off while it runs', async () => {
  const { daily, world, pass, hasTimer } = setup({ setting: 'unasked' })
  daily.start()
  world.setting = 'on'
  daily.again()
  await pass(1)
  expect(world.looks).toHaveLength(1)
  world.setting = 'off'
  daily.again()
  expect(hasTimer()).toBe(false)
  await pass(5 * lookEvery)
  expect(world.looks).toHaveLength(1)
})

it('closed: no timer is left', () => {
  const { daily, hasTimer } = setup()
  daily.start()
  daily.stop()
  expect(hasTimer()).toBe(false)
})
