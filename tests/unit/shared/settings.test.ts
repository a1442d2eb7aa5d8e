import { expect, test } from 'vitest'
import { defaultSettings } from '../../../src/shared/domain/rules/defaultSettings.ts'
import { settingsPatchSchema, settingsSchema } from '../../../src/shared/domain/settings.ts'

test('until a person chooses, groups are due 3 days before their end, and a shortage is told 14 days ahead', () => {
  expect(settingsSchema.parse(defaultSettings)).toMatchObject({ dueDays: 3, warnShortDays: 14 })
})

test.each([
  ['dueDays', 1, true],
  ['dueDays', 90, true],
  ['dueDays', 0, false],
  ['dueDays', 91, false],
  ['dueDays', 2.5, false],
  ['dueDays', null, false],
  ['warnShortDays', 0, true],
  ['warnShortDays', 365, true],
  ['warnShortDays', -1, false],
  ['warnShortDays', 366, false],
  ['ordersMinutes', 1, true],
  ['ordersMinutes', 1440, true],
  ['ordersMinutes', 0, false],
  ['ordersMinutes', 1441, false],
  ['ordersMinutes', 1.5, false],
])('%s of %s: %s', (setting, value, fits) => {
  expect(settingsPatchSchema.safeParse({ [setting]: value }).success).toBe(fits)
})

test('until a person chooses, the balance is read every 10 minutes, the orders every 30', () => {
  expect(defaultSettings).toMatchObject({ balanceMinutes: 10, ordersMinutes: 30 })
})

test('a change of another setting brings no default along', () => {
  expect(settingsPatchSchema.parse({ theme: 'dark' })).toEqual({ theme: 'dark' })
})
