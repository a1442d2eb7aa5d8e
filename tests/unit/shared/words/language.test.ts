import { afterEach, expect, test } from 'vitest'
import { formatMoney, parseAmount, zero } from '../../../../src/shared/domain/rules/money.ts'
import { formatDate, formatDateTime, formatList, formatNumber } from '../../../../src/shared/words/intl.ts'
import { languageFor } from '../../../../src/shared/words/language.ts'
import { pluralEn, pluralRu } from '../../../../src/shared/words/plural.ts'
import { catalogueOf, speak, words } from '../../../../src/shared/words/words.ts'

afterEach(async () => speak('en', await catalogueOf('en')))

test.each([
  ['system', ['ru-RU', 'en-US'], 'ru'],
  ['system', ['de-DE', 'ru', 'en'], 'ru'],
  ['system', ['RU_ru'], 'ru'],
  ['system', ['de-DE', 'fr'], 'en'],
  ['system', ['run'], 'en'],
  ['system', [], 'en'],
  ['en', ['ru-RU'], 'en'],
  ['ru', ['en-US'], 'ru'],
] as const)('set to %s on a system in %j, it speaks %s', (choice, preferred, spoken) => {
  expect(languageFor(choice, preferred)).toBe(spoken)
})

test('the form of a word follows the number', () => {
  expect([0, 1, 2, 11, 21].map((n) => pluralEn(n, 'day', 'days'))).toEqual([
    'days',
    'day',
    'days',
    'days',
    'days',
  ])
  const forms = new Map([
    [1, 'день'],
    [2, 'дня'],
    [4, 'дня'],
    [5, 'дней'],
    [11, 'дней'],
    [12, 'дней'],
    [21, 'день'],
    [22, 'дня'],
    [100, 'дней'],
    [111, 'дней'],
    [1.5, 'дня'],
  ])
  for (const [n, form] of forms) expect(pluralRu(n, 'день', 'дня', 'дней')).toBe(form)
})

test('words, dates, numbers and money change with the language', async () => {
  const at = Date.UTC(2027, 0, 12, 14, 5)
  const utc = { timeZone: 'UTC' }
  const money = { amount: parseAmount('1234.5') ?? zero, currency: 'USD' }
  const shown = () => [
    words().time.endsInDays(6),
    formatDate(at, utc),
    formatDateTime(at, utc),
    formatNumber(1200),
    formatList(['a', 'b', 'c']),
    formatMoney(money),
  ]
  expect(shown()).toEqual([
    'ends in 6 days',
    '12 Jan 2027',
    '12 Jan 2027, 14:05',
    '1,200',
    'a, b and c',
    '$1,234.50',
  ])
  speak('ru', await catalogueOf('ru'))
  expect(shown().map((text) => text.replace(/[\u00a0\u202f]/g, ' '))).toEqual([
    'истекает через 6 дней',
    '12 янв. 2027 г.',
    '12 янв. 2027 г., 14:05',
    '1 200',
    'a, b и c',
    '1 234,50 $',
  ])
})
