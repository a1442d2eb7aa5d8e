import { expect, test } from 'vitest'
import { sleepCountingClock } from '../../../src/main/composition/clock.ts'

function machine() {
  let running = 1000.5
  let up: number | null = 77_000
  const clock = sleepCountingClock(
    () => running,
    () => (up === null ? null : Math.floor(up / 1000) * 1000),
  )
  return {
    clock,
    run: (ms: number) => {
      running += ms
      if (up !== null) up += ms
    },
    sleep: (ms: number) => {
      if (up !== null) up += ms
    },
    forget: () => {
      up = null
    },
  }
}

test('it goes with the running clock, to the ms, while the machine is awake', () => {
  const { clock, run } = machine()
  const begun = clock()
  for (let at = 0; at < 5000; at += 1) {
    run(1.7)
    expect(clock() - begun).toBeCloseTo((at + 1) * 1.7, 5)
  }
})

test('a sleep is counted, give or take the whole seconds of the uptime, and counted once', () => {
  const { clock, run, sleep } = machine()
  const begun = clock()
  run(3000)
  sleep(8 * 3_600_000)
  const woke = clock() - begun
  expect(Math.abs(woke - 8 * 3_600_000 - 3000)).toBeLessThanOrEqual(1000)
  run(250)
  expect(clock() - begun - woke).toBeCloseTo(250, 5)
  sleep(600_000)
  expect(Math.abs(clock() - begun - woke - 600_250)).toBeLessThanOrEqual(2000)
})

test('it never goes back, and stays usable where no uptime is told', () => {
  const { clock, run, sleep, forget } = machine()
  let last = clock()
  for (const step of [() => sleep(-50_000), () => run(5), () => sleep(90_000), forget, () => run(5)]) {
    step()
    expect(clock()).toBeGreaterThanOrEqual(last)
    last = clock()
  }
  run(40)
  expect(clock() - last).toBeCloseTo(40, 5)
})
