import { expect, test } from 'vitest'
import { createPacing } from '../../../src/main/vendor/pacing.ts'

const access = { apiUrl: 'https://vendor.invalid', key: 'one' }
const terms = { firstMs: 500, longestMs: 600_000 }

function setup() {
  let at = 7000
  const pacing = createPacing({ monotonic: () => at }, terms)
  const pass = (ms: number): void => {
    at += ms
  }
  return { pacing, pass }
}

test('a named time is kept to the ms, and a later shorter one does not shorten it', () => {
  const { pacing, pass } = setup()
  expect(pacing.heldFor(access)).toBe(0)
  pacing.hold(access, 40_000)
  pass(10_000)
  pacing.hold(access, 1000)
  expect(pacing.heldFor(access)).toBe(30_000)
  pacing.hold(access, 60_000)
  expect(pacing.heldFor(access)).toBe(60_000)
  pass(60_000)
  expect(pacing.heldFor(access)).toBe(0)
})

test('without a named time the wait grows threefold up to ten minutes, and begins anew after an answer', () => {
  const { pacing, pass } = setup()
  const waits: number[] = []
  for (let round = 0; round < 9; round += 1) {
    // A Retry-After of nothing names no time either.
    pacing.hold(access, round % 2 === 0 ? null : 0)
    waits.push(pacing.heldFor(access))
    pass(pacing.heldFor(access))
  }
  expect(waits).toEqual([500, 1500, 4500, 13_500, 40_500, 121_500, 364_500, 600_000, 600_000])
  pacing.answered(access)
  pacing.hold(access, null)
  expect(pacing.heldFor(access)).toBe(500)
})

test('an answer to one request does not end the wait that another was told of', () => {
  const { pacing } = setup()
  pacing.hold(access, 40_000)
  pacing.answered(access)
  expect(pacing.heldFor(access)).toBe(40_000)
})

test('each key and each address waits for itself', () => {
  const { pacing } = setup()
  pacing.hold(access, 40_000)
  expect(pacing.heldFor({ ...access, key: 'two' })).toBe(0)
  expect(pacing.heldFor({ ...access, apiUrl: 'https://other.invalid' })).toBe(0)
  expect(pacing.watched(access)()).toBe(7000 + 40_000)
})

test('who shows it is told of every wait', () => {
  const { pacing } = setup()
  let told = 0
  pacing.onHold(() => {
    told += 1
  })
  pacing.hold(access, 1)
  pacing.hold(access, null)
  pacing.answered(access)
  expect(told).toBe(2)
})
