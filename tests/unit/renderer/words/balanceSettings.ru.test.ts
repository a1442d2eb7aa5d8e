import { describe, expect, test } from 'vitest'
import { ru } from '../../../../src/renderer/words/ru/index.ts'

describe('the balance’s history in Russian', () => {
  const { course, months } = ru.balance

  test.each([
    [1, '1 продление, $9.00'],
    [2, '2 продления, $9.00'],
    [5, '5 продлений, $9.00'],
    [11, '11 продлений, $9.00'],
    [21, '21 продление, $9.00'],
  ])('counts %d', (n, words) => {
    expect(course.certain(n, ['$9.00'], 0)).toBe(words)
  })

  test('says of an unknown outcome that it may have been paid, and never that it was', () => {
    expect(course.maybe(1, ['$3.00'], true)).toBe('ещё 1 могло быть оплачено, $3.00')
    expect(course.payment({ name: 'Shop', sum: null, unsure: true })).toBe(
      'Shop, цена неизвестна, могло быть оплачено',
    )
    expect(months.notInSums(2, 1)).toBe(
      'Не в суммах: 2 продления и 1, что могло быть оплачено, без известной цены.',
    )
  })

  test('says that nothing was paid where nothing was', () => {
    expect(course.since('3 ноя. 2026', course.steady('$4.20'), null)).toBe(
      'С 3 ноя. 2026: всё время $4.20; оплаченных продлений нет.',
    )
  })
})

describe('the settings in Russian', () => {
  const { checks, accounts } = ru.settings

  test('tell the bounds of a number with its own name', () => {
    const outside = { label: checks.dueDays.label, unit: 'days', least: 1, most: 60 } as const
    expect(checks.outside(outside)).toBe('Пора продлить группу: введите целое число дней от 1 до 60.')
  })

  test('tell where a key is, and its last four characters alone', () => {
    expect(accounts.keyLine({ tail: 'e8f9', where: accounts.key.ok, refused: true })).toBe(
      'Ключ кончается на e8f9, в связке ключей, отклонён поставщиком',
    )
    expect(accounts.keyLine({ tail: null, where: accounts.key.absent, refused: false })).toBe(
      'Ключ: нет в связке ключей',
    )
  })
})
