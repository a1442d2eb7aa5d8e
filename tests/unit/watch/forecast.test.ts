import { describe, expect, it } from 'vitest'
import { type Forecast, forecast } from '../../../src/main/watch/forecast.ts'
import { amountOf, type Money } from '../../../src/shared/domain/rules/money.ts'
import { HOUR, money, NOW } from '../../support/domain.ts'
import { account, ending, inDays } from './forecastCases.ts'

/** The renewal that falls short, in short. */
function shortage({ until, short }: Forecast) {
  if (short === null) return null
  expect(until).toBe(short.at)
  return { name: short.name, day: (short.at - NOW) / (24 * HOUR), by: short.shortBy }
}

describe('how far the balance reaches', () => {
  it.each([
    ['for the first renewal and no more', 10, 'A', 37, 10],
    ['for a part of the second', 17.5, 'A', 37, 2.5],
    ['for two', 20, 'A', 67, 10],
    ['for none', 9.9999, 'A', 7, 0.0001],
    ['for nothing at all', 0, 'A', 7, 10],
    ['for less than nothing', -5, 'A', 7, 15],
  ])('one group, money %s', (_name, balance, name, day, by) => {
    const answer = forecast(account(balance, [ending('A', 10)]))
    expect(answer).toMatchObject({ reach: 'short', estimate: true })
    expect(shortage(answer)).toEqual({ name, day, by: money(by) })
  })

  it('is the whole horizon where the money lasts, to the ten-thousandth', () => {
    // 7, 37, …, 337 days from now: twelve times.
    const answer = forecast(account(120, [ending('A', 10)]))
    expect(answer).toMatchObject({ reach: 'all', until: null, short: null, covered: 12 })
    expect(answer.coveredCost).toEqual(money(120))
    expect(shortage(forecast(account(119.9999, [ending('A', 10)])))?.day).toBe(337)
  })

  it('ends before the last day’s renewals', () => {
    const group = ending('A', 10)
    expect(forecast(account(0, [group], { horizonDays: 7 })).reach).toBe('all')
    expect(forecast(account(0, [group], { horizonDays: 8 })).reach).toBe('short')
  })

  it('tells the renewal whole: group, moment, price, and what is missing', () => {
    const answer = forecast(account(13, [ending('A', 10), ending('B', 20, { price: money(4.5) })]))
    expect(answer).toEqual({
      reach: 'short',
      until: inDays(17),
      short: { groupId: 'B', name: 'B', at: inDays(17), price: money(4.5), shortBy: money(1.5) },
      estimate: true,
      balance: money(13),
      horizonDays: 365,
      covered: 1,
      coveredCost: money(10),
      dueNow: { groups: 0, total: money(0), shortBy: null, leftOut: 0 },
      leftOut: { noEnd: 0, noPrice: 0, otherCurrency: 0 },
    })
  })

  it('mixes the periods of groups in order of time', () => {
    // Weekly W from day 1 on: 1, 8, 15, …; monthly M on day 7: W M W is 30, the next W on day 15 is not covered.
    const groups = [ending('M', 10), ending('W', 4, { rentPeriodDays: 7 })]
    const answer = forecast(account(30, groups))
    expect(shortage(answer)).toEqual({ name: 'W', day: 15, by: money(10) })
    expect(answer.covered).toBe(3)
  })

  it('is not told without a balance, or without a single group that enough is known of', () => {
    const unknown = { reach: 'unknown', until: null, short: null, covered: 0, coveredCost: null }
    expect(forecast(account(null, [ending('A', 1)]))).toMatchObject(unknown)
    expect(forecast(account(5, [ending('A', 1, { price: null })]))).toMatchObject(unknown)
    expect(forecast(account(5, []))).toMatchObject({ reach: 'all', covered: 0 })
  })

  it('takes a renewal that is free as covered, whatever the balance', () => {
    const free = ending('Free', 1, { price: money(0) })
    expect(forecast(account(-1, [free]))).toMatchObject({ reach: 'all', dueNow: { shortBy: null } })
    expect(shortage(forecast(account(-1, [free, ending('A', 2)])))?.name).toBe('A')
  })
})

describe('when a group is renewed', () => {
  it.each([
    ['before it is due: when it is', 3 + 1 / 24, 1 / 24],
    ['when it is due: now', 3, 0],
    ['overdue: now', 1, 0],
    ['ended: now', -20, 0],
  ])('%s', (_name, ends, day) => {
    expect(shortage(forecast(account(0, [ending('A', ends)])))?.day).toBeCloseTo(day, 6)
  })

  it.each([[1], [-20]])('and every period after that, though it was late: ends in %i days', (ends) => {
    expect(shortage(forecast(account(10, [ending('A', ends)])))?.day).toBe(30)
  })

  it('follows its own days before the end', () => {
    const groups = [ending('A', 20), ending('B', 30, { dueDays: 25 })]
    expect(shortage(forecast(account(0, groups)))).toMatchObject({ name: 'B', day: 5 })
  })

  it.each([
    ['the earlier end first', [ending('A', 2), ending('B', 1)], 'A'],
    ['an ended one before those that end', [ending('A', 1), ending('B', -1)], 'A'],
    ['then by name', [ending('B', 1), ending('A', 1)], 'B'],
  ])('at one moment: %s', (_name, groups, name) => {
    expect(shortage(forecast(account(10, groups)))).toMatchObject({ name, day: 0 })
  })

  it('keeps that order at later moments, with the ends as they are then', () => {
    // Late renewed on day 0, both due on day 30: Late then ends on day 32, Timely on day 33.
    const groups = [ending('Timely', 33), ending('Late', 2)]
    expect(shortage(forecast(account(20, groups)))).toMatchObject({ name: 'Timely', day: 30 })
  })

  it('has forgotten by then how long ago a group had lapsed: its period counts from its renewal', () => {
    const lapsed = [ending('B', -50), ending('A', -20)]
    expect(shortage(forecast(account(10, lapsed)))).toMatchObject({ name: 'A', day: 0 })
    expect(shortage(forecast(account(20, lapsed)))).toMatchObject({ name: 'A', day: 30 })
  })
})

describe('what is due now', () => {
  it('is each due group once, and what the balance lacks for all of them', () => {
    const twelve = Array.from({ length: 12 }, (_, index) => ending(`G${index}`, 1 + index / 12))
    const answer = forecast(account(95, [...twelve, ending('Later', 4)]))
    expect(answer.dueNow).toEqual({ groups: 12, total: money(120), shortBy: money(25), leftOut: 0 })
    expect(answer.covered).toBe(9)
    expect(shortage(answer)).toEqual({ name: 'G9', day: 0, by: money(5) })
  })

  it('has its total without a balance too', () => {
    const { dueNow } = forecast(account(null, [ending('A', 1), ending('B', -1), ending('C', 9)]))
    expect(dueNow).toEqual({ groups: 2, total: money(20), shortBy: null, leftOut: 0 })
  })

  it('says how many due groups are not in the total', () => {
    const groups = [
      ending('A', 1),
      ending('B', 1, { price: null }),
      ending('C', 1, { price: money(5, 'EUR') }),
      ending('D', 9, { price: null }),
      ending('E', null),
    ]
    expect(forecast(account(95, groups)).dueNow).toMatchObject({ groups: 1, total: money(10), leftOut: 2 })
  })

  it('has no total where prices are of several currencies and nothing says which counts', () => {
    const groups = [ending('A', 1), ending('B', 1, { price: money(5, 'EUR') })]
    expect(forecast(account(null, groups)).dueNow).toMatchObject({ groups: 0, total: null, leftOut: 2 })
  })

  it('has no total beyond what an amount can hold, and the reach is right all the same', () => {
    const dear = (name: string) => ending(name, 1, { price: hugeSum })
    const answer = forecast(account(hugeSum, [dear('A'), dear('B')]))
    expect(answer.dueNow).toMatchObject({ groups: 2, total: null, shortBy: null })
    expect(answer).toMatchObject({ reach: 'short', covered: 1, short: { name: 'B', shortBy: hugeSum } })
  })
})

/** Close to the most that an amount can hold. */
const hugeSum: Money = { amount: amountOf(9_000_000_000_000_000) ?? money(0).amount, currency: 'USD' }

describe('groups of which too little is known', () => {
  it('are left out and counted once each', () => {
    const groups = [
      ending('A', 1),
      ending('No end', null),
      ending('Nothing', null, { price: null }),
      ending('No price', 1, { price: null }),
      ending('Odd price', 1, { price: money(-3) }),
      ending('Euros', 1, { price: money(1, 'EUR') }),
    ]
    const answer = forecast(account(10, groups, { horizonDays: 30 }))
    expect(answer.leftOut).toEqual({ noEnd: 2, noPrice: 2, otherCurrency: 1 })
    expect(answer).toMatchObject({ reach: 'all', covered: 1, coveredCost: money(10) })
  })

  it('are never summed across currencies', () => {
    const euros = ending('Euros', 1, { price: money(1000, 'EUR') })
    const answer = forecast(account(10, [euros, ending('A', 1)], { horizonDays: 30 }))
    expect(answer).toMatchObject({ reach: 'all', coveredCost: money(10) })
    expect(forecast(account(money(1000, 'EUR'), [euros, ending('A', 1)]))).toMatchObject({
      coveredCost: money(1000, 'EUR'),
      leftOut: { otherCurrency: 1 },
    })
  })
})

describe('five thousand groups of one day each over a year', () => {
  const groups = Array.from({ length: 5000 }, (_, index) =>
    ending(`G${String(index).padStart(4, '0')}`, 4 + index / 5000, { rentPeriodDays: 1, price: money(1) }),
  )

  it('are 1.82 million renewals, and neither the answer nor its time depends on walking through them', () => {
    expect(forecast(account(2_000_000, groups))).toMatchObject({ reach: 'all', covered: 5000 * 364 })
    const answer = forecast(account(1_000_000.5, groups))
    expect(answer.covered).toBe(1_000_000)
    expect(shortage(answer)).toEqual({ name: 'G0000', day: 201, by: money(0.5) })
  })

  it('are put in order when all fall on one moment', () => {
    const together = groups.map((group) => ({ ...group, endsAt: inDays(4) })).reverse()
    expect(shortage(forecast(account(5000 * 300 + 4321, together)))).toMatchObject({
      name: 'G4321',
      day: 301,
    })
  })
})
