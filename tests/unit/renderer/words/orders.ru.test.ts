import { expect, test } from 'vitest'
import { ru } from '../../../../src/renderer/words/ru/index.ts'

const { orders } = ru

test.each([
  [1, '1 заказ ни в одной группе'],
  [2, '2 заказа ни в одной группе'],
  [11, '11 заказов ни в одной группе'],
  [21, '21 заказ ни в одной группе'],
])('counts %d orders that are in no group', (n, words) => {
  expect(orders.ungrouped(n)).toBe(words)
})

test.each([
  [1, 'Не понята 1 запись списка поставщика'],
  [3, 'Не поняты 3 записи списка поставщика'],
  [5, 'Не понято 5 записей списка поставщика'],
])('agrees with %d records', (n, words) => {
  expect(orders.notUnderstoodShort(n)).toBe(words)
})

test('says how much of a selection is not shown', () => {
  expect(orders.selected(3, 0)).toBe('Выбрано: 3 заказа')
  expect(orders.selected(3, 1)).toBe('Выбрано: 3 заказа, не показано из них: 1')
})
