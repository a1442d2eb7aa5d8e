import { expect, test } from 'vitest'
import { trayUp } from '../../../src/main/composition/trayUp.ts'

/** A clock whose waits end when the test says so. */
function bench() {
  const waits: { readonly ms: number; readonly end: () => void }[] = []
  const state = { now: 1000, up: false }
  let answer = (): void => undefined
  const standing = new Promise<void>((resolve) => {
    answer = resolve
  })
  const clock = {
    monotonic: () => state.now,
    wait: (ms: number) => new Promise<void>((end) => waits.push({ ms, end })),
  }
  void trayUp(standing, clock).then(() => {
    state.up = true
  })
  return { waits, state, answer: () => answer() }
}

const tick = () => new Promise((resolve) => setImmediate(resolve))

test('the icon gets as long again as the desktop took to answer', async () => {
  const { waits, state, answer } = bench()
  await tick()
  state.now += 40
  answer()
  await tick()
  expect(waits.map(({ ms }) => ms)).toEqual([1500, 40])
  expect(state.up).toBe(false)
  waits[1]?.end()
  await tick()
  expect(state.up).toBe(true)
})

test('a desktop that never answers holds nothing up for long', async () => {
  const { waits, state } = bench()
  state.now += 9000
  waits[0]?.end()
  await tick()
  expect(waits.map(({ ms }) => ms)).toEqual([1500, 1500])
  waits[1]?.end()
  await tick()
  expect(state.up).toBe(true)
})
