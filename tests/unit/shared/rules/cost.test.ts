import { expect, test } from 'vitest'
import type { Renewal } from '../../../../src/shared/domain/renewal.ts'
import { costOf } from '../../../../src/shared/domain/rules/cost.ts'
import { money, renewal } from '../../renderer/samples.ts'

/** A renewal confirmed without a quote, with the balance before and after it. */
function unquoted(
  balanceBefore: Renewal['intent']['balanceBefore'],
  after: Renewal['intent']['balanceBefore'],
) {
  const base = renewal('renewed')
  return {
    intent: { ...base.intent, quote: null, balanceBefore },
    result: base.result && { ...base.result, balanceAfter: after },
  }
}

test('the quote’s price comes before what the balance did', () => {
  const base = renewal('renewed')
  const result = base.result && { ...base.result, balanceAfter: money('1') }
  expect(costOf({ ...base, result })).toEqual(money('12.5'))
})

test('without a quote it is what the balance fell by', () => {
  expect(costOf(unquoted(money('100'), money('97.2')))).toEqual(money('2.8'))
})

test.each([
  ['a balance is missing', null, money('1')],
  ['the balance after is missing', money('1'), null],
  ['the currencies differ', money('9'), money('1', 'EUR')],
  ['the balance did not fall', money('1'), money('1')],
  ['the balance rose', money('1'), money('5')],
])('nothing is known when %s', (_why, before, after) => {
  expect(costOf(unquoted(before, after))).toBeNull()
})

test.each([
  ['was not honoured, and the balance fell by more', 'VALID', 'NO_VALID', '15', '15'],
  ['was not honoured, and the balance fell by less', 'VALID', 'NO_VALID', '1', '12.5'],
  ['was honoured, and something else took money too', 'VALID', 'VALID', '30', '12.5'],
  ['was not valid at the quote either', 'NO_VALID', 'NO_VALID', '30', '12.5'],
  ['is not spoken of in the reply', 'VALID', null, '30', '12.5'],
])('a promo code that %s', (_what, quoted, said, fell, price) => {
  const base = renewal('renewed')
  const { intent, result } = base
  if (!intent.quote || !result) return expect.unreachable()
  const cost = costOf({
    intent: {
      ...intent,
      balanceBefore: money('100'),
      quote: { ...intent.quote, promoCodeStatus: quoted },
    },
    result: { ...result, promoCodeStatus: said, balanceAfter: money(String(100 - Number(fell))) },
  })
  expect(cost).toEqual(money(price))
})
