import { describe, expect, test } from 'vitest'
import type { Finding } from '../../../../src/shared/domain/finding.ts'
import { findingWords } from '../../../../src/shared/domain/rules/findingWords.ts'
import { type Money, parseAmount } from '../../../../src/shared/domain/rules/money.ts'

function money(text: string, currency = 'USD'): Money {
  const amount = parseAmount(text)
  if (amount === null) throw new Error(`no amount: ${text}`)
  return { amount, currency }
}

const at = Date.UTC(2027, 0, 12, 14, 5)
const renewalId = '00000000-0000-4000-8000-000000000001'
const words = (finding: Finding) => findingWords(finding, { timeZone: 'UTC' })

/** Each kind with what a person must be able to read in its words: above all the figure. */
const table: readonly (readonly [string, Finding, readonly string[]])[] = [
  [
    'a warning of the quote, in the vendor’s words with its code',
    { kind: 'quote-warning', warning: { code: 16, message: 'Insufficient funds on balance' } },
    ['Insufficient funds on balance', 'code 16'],
  ],
  [
    'a price above the balance, with what is missing',
    { kind: 'price-above-balance', price: money('64'), balance: money('12.5') },
    ['$64.00', '$12.50', '$51.50 is missing'],
  ],
  [
    'a promo code that is not valid, with the full price',
    { kind: 'promo-not-valid', promoCode: 'SPRING', status: 'NO_VALID', price: money('20') },
    ['SPRING', 'NO_VALID', 'full price of $20.00'],
  ],
  [
    'a promo code the vendor said nothing about, without a price',
    { kind: 'promo-not-valid', promoCode: 'SPRING', status: null, price: null },
    ['SPRING', 'at the full price.'],
  ],
  [
    'the group’s limit',
    { kind: 'over-limit', limitOf: 'group', limit: money('25'), sum: money('30') },
    ['price of $30.00', 'spend limit of this group', '$25.00'],
  ],
  [
    'the account’s limit',
    { kind: 'over-limit', limitOf: 'account', limit: money('25'), sum: money('30') },
    ['price of $30.00', 'limit for one renewal', '$25.00'],
  ],
  [
    'the day’s limit, of the day’s sum',
    { kind: 'over-limit', limitOf: 'day', limit: money('100'), sum: money('130') },
    ['Today’s renewals', '$130.00', 'limit for one day', '$100.00'],
  ],
  [
    'a price that rose, with the difference',
    { kind: 'price-rose', lastShown: money('10'), price: money('12.75') },
    ['$10.00', '$12.75', '$2.75 more'],
  ],
  [
    'no quote, with the reason',
    { kind: 'no-quote', reason: 'The vendor did not answer' },
    ['did not answer.'],
  ],
  [
    'two currencies, whichever sum has the other one',
    { kind: 'currency-differs', price: 'EUR', balance: 'USD' },
    ['price is in EUR, other sums here are in USD'],
  ],
  [
    'an unknown renewal before, with the sum that may be paid twice',
    { kind: 'unknown-before', renewalId, orderIds: ['7', '8'], startedAt: at, sum: money('60') },
    ['$60.00 may be paid twice', '2 of these orders are', '12 Jan 2027, 14:05'],
  ],
  [
    'an unknown renewal whose sum is not known',
    { kind: 'unknown-before', renewalId, orderIds: ['7'], startedAt: at, sum: null },
    ['may be paid twice', 'sum is not known', 'Order 7 is'],
  ],
  [
    'orders renewed lately',
    { kind: 'renewed-lately', orderIds: ['7', '8', '9'], at },
    ['3 of these orders were', '24 hours', '12 Jan 2027, 14:05'],
  ],
  [
    'an end that moved on',
    { kind: 'end-moved', orderId: '7', from: at, to: at + 86_400_000 },
    ['Order 7', '13 Jan 2027, 14:05', '12 Jan 2027, 14:05', 'renewed elsewhere'],
  ],
  [
    'an end that moved back',
    { kind: 'end-moved', orderId: '7', from: at, to: at - 86_400_000 },
    ['11 Jan 2027, 14:05', 'made it shorter'],
  ],
  [
    'the vendor’s auto-extend',
    { kind: 'auto-extend-soon', orderIds: ['7'], endsAt: at },
    ['Order 7 is', '12 Jan 2027, 14:05', 'pay twice'],
  ],
  ['a restored database', { kind: 'restored-database' }, ['restored', 'paid twice']],
]

describe('findingWords', () => {
  test.each(table)('tells %s', (_name, finding, parts) => {
    const { title, text } = words(finding)
    for (const part of parts) expect(`${title} ${text}`).toContain(part)
  })

  test('never subtracts across currencies', () => {
    const above = words({ kind: 'price-above-balance', price: money('64', 'EUR'), balance: money('12') })
    const rose = words({ kind: 'price-rose', lastShown: money('10'), price: money('12', 'EUR') })
    expect(above.text).not.toMatch(/\d/)
    expect(rose.text).not.toMatch(/\d/)
  })
})
