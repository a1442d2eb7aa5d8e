import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Finding } from '../../../../src/shared/domain/finding.ts'
import { findingWords } from '../../../../src/shared/domain/rules/findingWords.ts'
import { checkGroupDraft } from '../../../../src/shared/domain/rules/groupDraft.ts'
import { parseAmount, zero } from '../../../../src/shared/domain/rules/money.ts'
import { catalogueOf, speak } from '../../../../src/shared/words/words.ts'

beforeEach(async () => speak('ru', await catalogueOf('ru')))
afterEach(async () => speak('en', await catalogueOf('en')))

const usd = (sum: string) => ({ amount: parseAmount(sum) ?? zero, currency: 'USD' })
const at = Date.UTC(2027, 0, 5, 12)

test.each<[Finding, string, string]>([
  [
    { kind: 'price-above-balance', price: usd('12.5'), balance: usd('10') },
    'Цена 12,50 $ больше баланса 10,00 $',
    'Не хватает 2,50 $. Скорее всего, поставщик откажет.',
  ],
  [
    { kind: 'renewed-lately', orderIds: ['1', '2'], at },
    '2 заказа из этих продлены меньше 24 часов назад',
    'Время продления: 5 янв. 2027 г., 12:00 — если продлить сейчас, вы оплатите ещё один срок.',
  ],
  [
    { kind: 'renewed-lately', orderIds: ['77'], at },
    'Заказ 77 продлён меньше 24 часов назад',
    'Время продления: 5 янв. 2027 г., 12:00 — если продлить сейчас, вы оплатите ещё один срок.',
  ],
  [
    {
      kind: 'unknown-before',
      renewalId: 'r',
      orderIds: ['1', '2', '3', '4', '5'],
      startedAt: at,
      sum: usd('3'),
    },
    '3,00 $ могут быть оплачены дважды',
    '5 заказов из этих — в продлении, исход которого неизвестен (5 янв. 2027 г., 12:00). Сначала выясните его исход в разделе «История».',
  ],
])('a finding in Russian: %j', (finding, title, text) => {
  // Intl sets a no-break space before the currency.
  const plain = (words: string) => words.replaceAll('\u00a0', ' ')
  const said = findingWords(finding, { timeZone: 'UTC' })
  expect([plain(said.title), plain(said.text)]).toEqual([title, text])
})

test('what is wrong with a draft, in Russian', () => {
  const draft = {
    name: ' ',
    orderIds: 'a!b c!d 1',
    rentPeriodDays: '0',
    promoCode: '',
    priceLimit: 'x',
    dueDays: '99999',
  }
  expect(checkGroupDraft(draft, [])).toEqual({
    ok: false,
    error: {
      name: 'Дайте группе имя.',
      orderIds: '«a!b» и ещё 1: в ID заказа бывают только латинские буквы, цифры, - и _.',
      rentPeriodDays: 'Введите целое число дней от 1 до 3650.',
      priceLimit: 'Введите сумму, например 25 или 25,50.',
      dueDays: expect.stringContaining('или оставьте пустым'),
    },
  })
})
