import { expect, test } from 'vitest'
import { inSlices } from '../../../src/main/vendor/slices.ts'

/** A work of so many steps, each of which keeps the machine busy for 2 ms. */
function* busy(steps: number, done: () => void): Generator<void, string> {
  for (let step = 0; step < steps; step += 1) {
    const end = performance.now() + 2
    while (performance.now() < end);
    done()
    yield
  }
  return 'the end'
}

test('a long work lets everything else have its turn in between, and comes to the same', async () => {
  let steps = 0
  const seen: number[] = []
  const look = () => {
    seen.push(steps)
    if (steps < 100) setImmediate(look)
  }
  setImmediate(look)
  expect(await inSlices(busy(100, () => steps++))).toBe('the end')
  expect(steps).toBe(100)
  expect(seen.length).toBeGreaterThan(10)
})

test('a short one is over at once', async () => {
  let steps = 0
  const work = inSlices(busy(1, () => steps++))
  expect(steps).toBe(1)
  expect(await work).toBe('the end')
})

test('what goes wrong in it goes wrong', async () => {
  const work = inSlices(
    busy(3, () => {
      throw new Error('broken')
    }),
  )
  await expect(work).rejects.toThrow('broken')
})
