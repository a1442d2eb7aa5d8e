import { expect, test } from 'vitest'
import { ru } from '../../../../src/renderer/words/ru/index.ts'

const { history } = ru

test('a receipt in Russian: numbers, cases and what was agreed to', () => {
  expect([1, 2, 5, 11, 21].map((n) => history.orders(n, 'IPv4'))).toEqual([
    '1 заказ IPv4',
    '2 заказа IPv4',
    '5 заказов IPv4',
    '11 заказов IPv4',
    '21 заказ IPv4',
  ])
  expect(history.receipt.askedText(21, history.receipt.sources.tray, 'TENOFF')).toBe(
    '21 день, в трее, промокод TENOFF',
  )
  expect(history.receipt.quoteText('2,80 $', '0,28 $', 'VALID')).toBe('2,80 $, скидка 0,28 $, промокод VALID')
  expect(history.receipt.quoteText('2,80 $', null, null)).toBe('2,80 $')
  expect(history.receipt.settledBy.person('Продлено', '12 янв. 2027 г., 14:05')).toBe(
    'Продлено: решили вы, 12 янв. 2027 г., 14:05',
  )
})

test('an unknown one in Russian says what may have been paid, and what is known of the ends', () => {
  expect(history.settle.title('2,80 $')).toBe('Могло быть оплачено: 2,80 $')
  expect(history.moves.on(history.moves.days(30), '12 янв. 2027 г.')).toBe(
    'сдвинулся вперёд на 30 дней, до 12 янв. 2027 г.',
  )
  expect([1, 3, 12].map(history.settle.moreInReceipt)).toEqual([
    'и ещё 1 заказ в квитанции',
    'и ещё 3 заказа в квитанции',
    'и ещё 12 заказов в квитанции',
  ])
})
