import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shareOf, toAmount, toUnits } from '../../../src/main/practice/money.ts'

test('amounts become ten-thousandths digit by digit', () => {
  expect([0.65, '0.65', 40, '40.00', '-1.5', 0.0001, 1.005, '99999999999.9999'].map(toUnits)).toEqual([
    6_500, 6_500, 400_000, 400_000, -15_000, 1, 10_050, 999_999_999_999_999,
  ])
  expect(toAmount(toUnits(0.1) + toUnits(0.2))).toBe(0.3)
})

test.each(['', ' 1', '1.', '.5', '1,5', '1.00001', '1e3', 'NaN', '+1'])('%j is no amount', (amount) => {
  expect(() => toUnits(amount)).toThrow('not an amount')
})

test('an amount survives the wire', () => {
  fc.assert(
    fc.property(fc.integer({ min: -(10 ** 13), max: 10 ** 13 }), (units) => {
      const onTheWire = JSON.stringify(toAmount(units))
      fc.pre(!onTheWire.includes('e'))
      return toUnits(onTheWire) === units
    }),
  )
})

test('a share is rounded half up to a ten-thousandth', () => {
  expect([shareOf(42_000, 10), shareOf(15, 10), shareOf(14, 10), shareOf(0, 50), shareOf(7, 100)]).toEqual([
    4_200, 2, 1, 0, 7,
  ])
})
