import { describe, expect, test } from 'vitest'
import { newDraft } from '../../../../src/renderer/features/groups/draft.ts'
import { quoteWords, termsOf } from '../../../../src/renderer/features/groups/draftQuote.ts'
import type { Quote } from '../../../../src/shared/domain/quote.ts'
import { parseAmount } from '../../../../src/shared/domain/rules/money.ts'

const accountId = '3f1c2b9a-5d4e-4f6a-8b7c-9d0e1f2a3b4c'

const draft = newDraft(accountId, { orderIds: '1, 1, 2', rentPeriodDays: '30' })

describe('the terms that a draft is priced by', () => {
  test('are there before it has a name, and whatever its limits say', () => {
    const typed = { ...draft, name: '', priceLimit: 'much', dueDays: 'soon' }
    expect(termsOf(typed)).toEqual({
      accountId,
      proxyType: 'IPv4',
      orderIds: ['1', '2'],
      rentPeriodDays: 30,
      promoCode: null,
    })
  })

  test('have the promo code, without blanks around it', () => {
    expect(termsOf({ ...draft, promoCode: ' TENOFF ' })?.promoCode).toBe('TENOFF')
  })

  test.each([
    ['no id', { orderIds: ' ' }],
    ['an id that is none', { orderIds: '1 a!b' }],
    ['no period', { rentPeriodDays: '' }],
    ['half a day', { rentPeriodDays: '1.5' }],
  ])('are not there with %s', (_what, patch) => {
    expect(termsOf({ ...draft, ...patch })).toBeNull()
  })
})

describe('the price in words', () => {
  const amount = (text: string) => {
    const parsed = parseAmount(text)
    if (parsed === null) throw new Error(`${text} is no amount`)
    return parsed
  }
  const quote: Quote = {
    price: { amount: amount('4.20'), currency: 'USD' },
    discount: null,
    promoCodeStatus: null,
    warnings: [],
    balance: null,
    at: 0,
  }

  test.each<[string, Partial<Quote>]>([
    ['Renewing costs $4.20 now', {}],
    ['Renewing costs $4.20 now', { discount: amount('0'), promoCodeStatus: 'VALID' }],
    ['Renewing costs $4.20 now, $0.47 off', { discount: amount('0.47'), promoCodeStatus: 'VALID' }],
    ['Renewing costs $4.20 now, the promo code is not valid', { promoCodeStatus: 'NO_VALID' }],
    ['Renewing costs $4.20 now, the promo code is not valid', { promoCodeStatus: 'EXPIRED' }],
  ])('%s', (words, patch) => {
    expect(quoteWords({ ...quote, ...patch })).toBe(words)
  })
})
