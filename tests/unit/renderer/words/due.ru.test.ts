import { expect, test } from 'vitest'
import { ru } from '../../../../src/renderer/words/ru/index.ts'
import { ru as shared } from '../../../../src/shared/words/ru/index.ts'

const { due, renewals } = ru

test('the plan and its end in Russian: the words follow the number, and what is paid is exact', () => {
  expect([1, 2, 5, 21].map(due.areDue)).toEqual([
    'Пора продлить: 1 группа',
    'Пора продлить: 2 группы',
    'Пора продлить: 5 групп',
    'Пора продлить: 21 группа',
  ])
  expect(due.headlines.asking(2, due.sums(['12,60 $', '3,00 €']))).toBe(
    'К продлению 2 группы, всего: 12,60 $ и 3,00 €. Пока ничего не оплачено.',
  )
  expect(due.headlines.ended(0, due.sums([]))).toBe('Продлено: 0 групп. Оплачено: ничего.')
  expect(due.short(9, 12, 'Берлин')).toBe(
    'Баланса хватает на 9 из 12: продление остановится перед группой «Берлин».',
  )
  expect(due.numbered(due.includeOf('Магазин', 'Основной'), 1, 2)).toBe(
    'Включить «Магазин», аккаунт «Основной», 1 из 2',
  )
})

test('the guard’s question and the outcomes in Russian', () => {
  expect(renewals.about(1, 30)).toBe('1 заказ на 30 дней. Пока ничего не оплачено.')
  expect(renewals.about(22, 91)).toBe('22 заказа на 91 день. Пока ничего не оплачено.')
  expect(Object.entries(shared.outcomes.labels).map(([outcome, label]) => `${outcome}: ${label}`)).toEqual([
    'renewed: Продлено',
    'refused: Отклонено',
    'not sent: Не отправлено',
    'unknown: Неизвестно',
    'not renewed: Не продлено',
  ])
  expect(renewals.money.unknown).toBe('могло быть оплачено')
})
