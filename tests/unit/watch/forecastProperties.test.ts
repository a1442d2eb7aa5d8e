import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { forecast } from '../../../src/main/watch/forecast.ts'
import { plus } from '../../../src/shared/domain/rules/money.ts'
import { money } from '../../support/domain.ts'
import { account, ending, walk } from './forecastCases.ts'

describe('whatever the groups', () => {
  const group = fc
    .record({
      days: fc.integer({ min: -40, max: 120 }),
      rentPeriodDays: fc.integer({ min: 1, max: 60 }),
      dueDays: fc.integer({ min: 1, max: 90 }),
      price: fc.integer({ min: 0, max: 200_000 }),
    })
    .map(({ days, price, ...rest }) => ({ ends: days, price: money(price / 10_000), ...rest }))
  const groups = fc
    .array(group, { maxLength: 12 })
    .map((list) => list.map(({ ends, ...rest }, index) => ending(`G${index}`, ends, rest)))
  const balance = fc.integer({ min: -1_000_000, max: 20_000_000 }).map((units) => money(units / 10_000))
  const horizonDays = fc.integer({ min: 1, max: 365 })

  it('is what walking through the renewals one by one finds', () => {
    fc.assert(
      fc.property(groups, balance, horizonDays, (list, sum, days) => {
        const input = account(sum, list, { horizonDays: days })
        const answer = forecast(input)
        let left = sum.amount as number
        let covered = 0
        const events = walk(input)
        for (const { price } of events) {
          if (price > Math.max(left, 0)) break
          left -= price
          covered += 1
        }
        const short = events[covered]
        expect(answer.covered).toBe(covered)
        expect(answer.until).toBe(short?.at ?? null)
        expect(answer.short?.groupId).toBe(short?.group.groupId)
        expect(answer.short?.shortBy.amount).toBe(short && short.price - left)
        expect(answer.coveredCost?.amount).toBe(sum.amount - left)
      }),
      { numRuns: 300 },
    )
  })

  it('never covers for more than the balance', () => {
    fc.assert(
      fc.property(groups, balance, (list, sum) => {
        const cost = forecast(account(sum, list)).coveredCost?.amount
        expect(cost).toBeLessThanOrEqual(Math.max(sum.amount, 0))
      }),
    )
  })

  it('never falls short earlier with more money', () => {
    fc.assert(
      fc.property(groups, balance, fc.nat(10_000_000), (list, sum, more) => {
        const richer = { ...sum, amount: plus(sum.amount, money(more / 10_000).amount) }
        const [before, after] = [sum, richer].map((one) => forecast(account(one, list)))
        expect(after?.until ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(
          before?.until ?? Number.POSITIVE_INFINITY,
        )
        expect(after?.covered).toBeGreaterThanOrEqual(before?.covered ?? 0)
      }),
    )
  })
})
