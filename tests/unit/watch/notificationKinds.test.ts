/** What help and README say of notifications, held against the notifications themselves. */
import { expect, test } from 'vitest'
import { lowBalanceNotification } from '../../../src/main/watch/lowBalanceNotification.ts'
import { defaultSettings } from '../../../src/shared/domain/rules/defaultSettings.ts'
import { day } from '../../../src/shared/domain/rules/ends.ts'
import { notificationKinds, switchedKinds } from '../../../src/shared/domain/rules/notificationKinds.ts'
import { ids, usd } from './records.ts'
import { group, main, now, titles, watch } from './watching.ts'

const told = (facts: Parameters<ReturnType<typeof watch>>[0]) => titles(watch()(facts))
const account = (change: Partial<typeof main>) => told({ accounts: [{ ...main, ...change }] })

test('every switch of the settings stands in the list, once', () => {
  const settings = Object.keys(defaultSettings).filter((key) => /^tell[A-Z]/.test(key))
  expect(switchedKinds.map(({ setting }) => setting).toSorted()).toEqual(settings.toSorted())
})

test('the titles are those that come', () => {
  const { endings, ended, forecast, lowBalance, keyRefused, offline } = notificationKinds
  const low = { accountId: ids.main, accountName: 'Main', balance: usd(4.2), warnBelow: usd(9).amount }
  expect([
    told({ groups: [group('Shop', now + 3 * day)] })[0],
    told({ groups: [group('Shop', now + day), group('Farm', now + day)] })[0],
  ]).toEqual(endings.titles)
  expect([
    told({ groups: [group('Shop', now - day)] })[0],
    told({ groups: [group('Shop', now - day), group('Farm', now - day)] })[0],
  ]).toEqual(ended.titles)
  const shortAt = (at: number) => account({ forecast: { shortAt: at, shortBy: null } })[0]
  expect(shortAt(now + day)).toBe(forecast.titles[0].replace('1 Feb 2027', '6 Jan 2027'))
  expect(shortAt(now - day)).toBe(forecast.titles[1])
  expect([lowBalanceNotification({ ...low, reminder: false }).title]).toEqual(lowBalance.titles)
  expect(account({ keyRefused: true })).toEqual(keyRefused.titles)
  expect(account({ offlineSince: now - day - 1 })).toEqual(offline.titles)
})
