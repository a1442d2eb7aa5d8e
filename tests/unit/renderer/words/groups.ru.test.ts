import { describe, expect, test } from 'vitest'
import { ru } from '../../../../src/renderer/words/ru/index.ts'

const { groupRows, groups, autoExtend } = ru

test.each([
  [1, 1, '1 заказ · 1 адрес'],
  [2, 3, '2 заказа · 3 адреса'],
  [5, 11, '5 заказов · 11 адресов'],
  [21, 22, '21 заказ · 22 адреса'],
])('a row counts %d orders with %d addresses', (orders, addresses, words) => {
  expect(groupRows.size(orders, addresses)).toBe(words)
})

test('what is selected is counted', () => {
  const { selected } = groupRows.selection
  expect([selected(1, 0), selected(3, 0), selected(5, 1), selected(21, 5)]).toEqual([
    'Выбрана 1 группа',
    'Выбраны 3 группы',
    'Выбрано 5 групп, из них не показана 1',
    'Выбрана 21 группа, из них не показано 5',
  ])
})

describe('the search for bad orders', () => {
  test('says at its end that nothing was paid', () => {
    expect(groupRows.bad.cost(0)).toBe('Ничего не оплачено.')
    expect(groupRows.bad.cost(7)).toBe('Запрошено цен: 7; ничего не оплачено.')
    expect(groupRows.bad.others(1, groupRows.bad.cost(3))).toBe(
      'Остальной заказ он принимает. Запрошено цен: 3; ничего не оплачено.',
    )
  })

  test('agrees with how many were taken out', () => {
    expect(groupRows.bad.removed(1, 'Берлин')).toBe('Из «Берлин» убран 1 заказ')
    expect(groupRows.bad.removed(5, 'Берлин')).toBe('Из «Берлин» убрано 5 заказов')
  })
})

test('a price that was only asked for says that nothing was paid', () => {
  expect(groups.done.price({ sum: '$2.80', off: '', days: 21, warned: '' })).toBe(
    '$2.80 за 21 день. Ничего не оплачено.',
  )
})

test('auto-extend says what the balance must hold, and that it is an estimate', () => {
  const { question } = autoExtend
  expect(question.mustHold('$28.00', question.by('12 янв. 2027'))).toBe(
    'На балансе должно быть около $28.00 (оценка по последней цене) до 12 янв. 2027, когда истекает первый из них.',
  )
  expect(question.title(3)).toBe('3 заказа будет продлевать поставщик, а не Leasebar')
})
