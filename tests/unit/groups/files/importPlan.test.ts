import { expect, test } from 'vitest'
import type { FileGroup } from '../../../../src/main/groups/files/fileGroup.ts'
import { importPlan } from '../../../../src/main/groups/files/importPlan.ts'
import { freeName } from '../../../../src/main/groups/groups.ts'
import type { Group } from '../../../../src/shared/domain/group.ts'

const shop: FileGroup = {
  name: 'Shop',
  proxyType: 'ISP',
  orderIds: ['1', '2'],
  rentPeriodDays: 30,
  promoCode: null,
  priceLimit: null,
  dueDays: null,
  showInTray: false,
}
const own: Group = {
  ...shop,
  orderIds: [...shop.orderIds],
  id: '11111111-1111-4111-8111-111111111111',
  accountId: '22222222-2222-4222-8222-222222222222',
  createdAt: 0,
  updatedAt: 0,
}
const fates = (groups: readonly FileGroup[], there: readonly Group[]) =>
  importPlan(groups, there, freeName).map(({ fate, name }) => [fate, name])

test('what is new is added under its name', () => {
  expect(fates([shop], [])).toEqual([['new', 'Shop']])
})

test('what is there already, just so, is left alone', () => {
  expect(fates([shop, shop], [own])).toEqual([
    ['same', 'Shop'],
    ['same', 'Shop'],
  ])
})

test('another group of a name that is taken comes under a free one, also within the file', () => {
  const other = { ...shop, orderIds: ['3'] }
  const third = { ...shop, name: 'SHOP', orderIds: ['4'] }
  expect(fates([other, third], [own])).toEqual([
    ['renamed', 'Shop copy'],
    ['renamed', 'SHOP copy 2'],
  ])
})
