import { expect, test } from 'vitest'
import { accountForecast, type ForecastSources, forecastView } from '../../../src/main/state/forecastView.ts'
import { aGroup, anOrder, DAY, money, NOW, uuid } from '../../support/domain.ts'

function sources(change: Partial<ForecastSources> = {}): ForecastSources {
  return {
    accountId: uuid(100),
    balance: money(5),
    groups: [
      aGroup({ id: uuid(1), name: 'One', orderIds: ['11', '22'] }),
      aGroup({ id: uuid(2), name: 'Two', orderIds: ['33'], dueDays: 10 }),
    ],
    orders: [
      anOrder('11', { endsAt: NOW + 20 * DAY }),
      anOrder('22', { endsAt: NOW + 13 * DAY }),
      anOrder('33', { endsAt: NOW + 15 * DAY }),
    ],
    lastPrice: () => money(3),
    settings: { dueDays: 3, warnShortDays: 14 },
    now: NOW,
    ...change,
  }
}

test('a group is due by its own days, else by the settings’, counted from its soonest end', () => {
  expect(accountForecast(sources())).toMatchObject({
    reach: 'short',
    until: NOW + 10 * DAY,
    covered: 1,
    short: { groupId: uuid(1), shortBy: money(1) },
  })
})

test('a shortage within the days of the setting is to be warned of, one beyond them is not', () => {
  expect(forecastView(sources()).tone).toBe('short')
  expect(forecastView(sources({ settings: { dueDays: 3, warnShortDays: 9 } })).tone).toBe('fine')
  expect(forecastView(sources({ balance: money(500_000) })).tone).toBe('fine')
})

test('without a balance, an end or a price nothing is said to be covered', () => {
  for (const change of [{ balance: null }, { orders: [] }, { lastPrice: () => null }]) {
    const view = forecastView(sources(change))
    expect(view.tone).toBe('unknown')
    expect(view.words).toMatch(/^no forecast yet/)
  }
})
