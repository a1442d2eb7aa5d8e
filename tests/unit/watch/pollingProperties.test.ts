import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PollKind } from '../../../src/main/watch/polling.ts'
import { gaps, MINUTE, online, run, SECOND, times } from './pollingRun.ts'

const HOUR = 60 * MINUTE
const names = ['a', 'b', 'c', 'd', 'e']
const kinds: readonly PollKind[] = ['balance', 'orders']

/** Numbers from 0 up to 1, the same for the same seed. */
function randomOf(seed: number): () => number {
  let value = seed
  return () => {
    value = (value * 16_807 + 11) % 2_147_483_647
    return value / 2_147_483_647
  }
}

const moment = fc.integer({ min: 0, max: 6 * HOUR })
const moments = fc.array(moment, { maxLength: 40 })
const course = fc.record({
  count: fc.integer({ min: 1, max: names.length }),
  balance: fc.integer({ min: 1, max: 90 }),
  orders: fc.integer({ min: 1, max: 90 }),
  takes: fc.integer({ min: 0, max: 20 * SECOND }),
  seed: fc.integer({ min: 1, max: 2_000_000_000 }),
  wakes: moments,
  looks: moments,
})

describe('whatever happens', () => {
  it('never polls a thing twice within a minute, nor anything while offline', () => {
    const outages = fc.array(fc.tuple(moment, fc.integer({ min: 0, max: HOUR })), { maxLength: 8 })
    const failing = fc.array(fc.boolean(), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(course, outages, failing, moments, (given, away, fails, changes) => {
        const isOnline = (at: number) => !away.some(([from, ms]) => at >= from && at < from + ms)
        // With each change the periods are others, and an account comes or goes.
        const changed = (at: number) => changes.filter((change) => change <= at).length
        let asks = 0
        const { asked } = run({
          ...given,
          until: 6 * HOUR,
          looks: [...given.looks, ...changes],
          random: randomOf(given.seed),
          accounts: (at) =>
            online(...names.slice(changed(at) % 2, given.count)).map((account) => ({
              ...account,
              online: isOnline(at),
            })),
          periods: (at) => ({
            balance: (1 + ((given.balance + changed(at)) % 90)) * MINUTE,
            orders: given.orders * MINUTE,
          }),
          answers: () => fails[asks++ % fails.length] ?? true,
        })
        expect(asked.filter(({ at }) => !isOnline(at))).toEqual([])
        // The first account comes and goes: what is forgotten with it may be read anew.
        for (const name of names.slice(1)) {
          for (const kind of kinds) {
            expect(Math.min(MINUTE, ...gaps(times(asked, name, kind)))).toBeGreaterThanOrEqual(MINUTE)
          }
        }
      }),
      { numRuns: 150 },
    )
  })

  it('online and answered, never waits longer than a period and a tenth', () => {
    fc.assert(
      fc.property(course, (given) => {
        const { asked } = run({
          ...given,
          until: 6 * HOUR,
          random: randomOf(given.seed),
          accounts: () => online(...names.slice(0, given.count)),
          periods: () => ({ balance: given.balance * MINUTE, orders: given.orders * MINUTE }),
        })
        for (const name of names.slice(0, given.count)) {
          for (const kind of kinds) {
            const at = times(asked, name, kind)
            expect(at[0]).toBeLessThanOrEqual(given.count * SECOND)
            // Others may have their turn first.
            const longest = 1.1 * given[kind] * MINUTE + 10 * given.count * SECOND
            expect(Math.max(...gaps([...at, 6 * HOUR]))).toBeLessThanOrEqual(longest)
          }
        }
      }),
      { numRuns: 150 },
    )
  })

  it('failing, never waits longer than an hour and a tenth, or its period if that is longer', () => {
    fc.assert(
      fc.property(course, (given) => {
        const { asked } = run({
          ...given,
          until: 6 * HOUR,
          random: randomOf(given.seed),
          accounts: () => online(...names.slice(0, given.count)),
          periods: () => ({ balance: given.balance * MINUTE, orders: given.orders * MINUTE }),
          answers: () => false,
        })
        for (const name of names.slice(0, given.count)) {
          for (const kind of kinds) {
            const longest =
              1.1 * Math.max(HOUR, given[kind] * MINUTE) + given.takes + 10 * given.count * SECOND
            expect(Math.max(...gaps(times(asked, name, kind)))).toBeLessThanOrEqual(longest)
          }
        }
      }),
      { numRuns: 100 },
    )
  })
})
