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
