/** What help and README say of notifications, held against the notifications themselves. */
import { afterEach, expect, test } from 'vitest'
import { lowBalanceNotification } from '../../../src/main/watch/lowBalanceNotification.ts'
import { defaultSettings } from '../../../src/shared/domain/rules/defaultSettings.ts'
import { day } from '../../../src/shared/domain/rules/ends.ts'
import { switchedKinds, toldKind } from '../../../src/shared/domain/rules/notificationKinds.ts'
import { catalogueOf, speak } from '../../../src/shared/words/words.ts'
import { ids, usd } from './records.ts'
import { group, main, now, titles, watch } from './watching.ts'

const told = (facts: Parameters<ReturnType<typeof watch>>[0]) => titles(watch()(facts))
const account = (change: Partial<typeof main>) => told({ accounts: [{ ...main, ...change }] })

test('every switch of the settings stands in the list, once', () => {
  const settings = Object.keys(defaultSettings).filter((key) => /^tell[A-Z]/.test(key))
  expect(
    switchedKinds()
      .map(({ setting }) => setting)
      .toSorted(),
  ).toEqual(settings.toSorted())
})

afterEach(async () => speak('en', await catalogueOf('en')))

test.each([
  { language: 'en', first: '1 Feb 2027', sixth: '6 Jan 2027' },
  { language: 'ru', first: '1 февр. 2027 г.', sixth: '6 янв. 2027 г.' },
] as const)('the titles are those that come: $language', async ({ language, first, sixth }) => {
  speak(language, await catalogueOf(language))
  const said = (kind: Parameters<typeof toldKind>[0]) => toldKind(kind).titles
  const low = { accountId: ids.main, accountName: 'Main', balance: usd(4.2), warnBelow: usd(9).amount }
  expect([
    told({ groups: [group('Shop', now + 3 * day)] })[0],
    told({ groups: [group('Shop', now + day), group('Farm', now + day)] })[0],
  ]).toEqual(said('endings'))
  expect([
    told({ groups: [group('Shop', now - day)] })[0],
    told({ groups: [group('Shop', now - day), group('Farm', now - day)] })[0],
  ]).toEqual(said('ended'))
  const shortAt = (at: number) => account({ forecast: { shortAt: at, shortBy: null } })[0]
  expect([shortAt(now + day), shortAt(now - day)]).toEqual(
    said('forecast').map((title) => title.replace(first, sixth)),
  )
  expect([lowBalanceNotification({ ...low, reminder: false }).title]).toEqual(said('lowBalance'))
  expect(account({ keyRefused: true })).toEqual(said('keyRefused'))
  expect(account({ offlineSince: now - day - 1 })).toEqual(said('offline'))
})
