import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Amount,
  amountOf,
  decimalText,
  formatMoney,
  minus,
  parseAmount,
  parseTypedSum,
  plus,
  times,
} from '../../../../src/shared/domain/rules/money.ts'

const units = (value: number): Amount => amountOf(value) ?? expect.unreachable('no safe integer')

test.each([
  ['0', 0],
  ['0.65', 6500],
  [0.65, 6500],
  ['0.1', 1000],
  [0.1 + 0.2, 3000],
  [1.005, 10050],
  ['12.3456', 123456],
  ['+5', 50000],
  [' 7.5 ', 75000],
  ['007', 70000],
  ['-0.65', -6500],
  ['-0', 0],
  [-0, 0],
  ['-0.00004', 0],
  // Half up by magnitude, at the fifth decimal alone: 0.000149999 is not half of anything.
  ['0.00005', 1],
  ['0.00014999', 1],
  ['0.00015', 2],
  ['-0.00005', -1],
  ['0.99995', 10000],
  ['99999999999.9999', 999999999999999],
  ['99999999999.99995', 1000000000000000],
  [99999999999.9999, 999999999999999],
  // JSON numbers below a millionth print with an exponent.
  [5e-7, 0],
  [-5e-7, 0],
  [1e-5, 0],
  [5e-5, 1],
] as const)('%j is %i ten-thousandths', (input, expected) => {
  expect(parseAmount(input)).toBe(expected)
})

test.each([
  [Number.NaN],
  [Number.POSITIVE_INFINITY],
  [Number.NEGATIVE_INFINITY],
  [1e21],
  [1e11],
  ['100000000000'],
  ['NaN'],
  ['Infinity'],
  ['1e3'],
  ['6.5e-1'],
  ['0x10'],
  ['1_000'],
  ['1,5'],
  ['1.2.3'],
  ['1.'],
  ['.5'],
  ['--1'],
  ['- 1'],
  ['$5'],
  [''],
  [' '],
  ['１２'],
  [`0.${'1'.repeat(41)}`],
])('%j is no amount', (input) => {
  expect(parseAmount(input)).toBeNull()
})

test('every amount survives its own text, and addition stays exact', () => {
  const amount = fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 })
  fc.assert(
    fc.property(amount, (value) => {
      expect(parseAmount(decimalText(units(value)))).toBe(value === 0 ? 0 : value)
    }),
  )
  const small = fc.integer({ min: -1e12, max: 1e12 })
  fc.assert(
    fc.property(small, small, (a, b) => {
      expect(minus(plus(units(a), units(b)), units(b))).toBe(a)
    }),
  )
})

test('a JSON number is read as it was written, not as its binary neighbour', () => {
  const text = fc
    .tuple(fc.integer({ min: 0, max: 9_999_999 }), fc.integer({ min: 0, max: 9999 }))
    .map(([whole, part]) => [`${whole}.${String(part).padStart(4, '0')}`, whole * 10_000 + part] as const)
  fc.assert(
    fc.property(text, ([decimal, expected]) => {
      expect(parseAmount(JSON.parse(decimal.replace(/^0+(?=\d)/, '')))).toBe(expected)
    }),
  )
})

test.each([
  [0, '0.00'],
  [6500, '0.65'],
  [6550, '0.655'],
  [6555, '0.6555'],
  [5, '0.0005'],
  [10000, '1.00'],
  [-5, '-0.0005'],
  [-125000, '-12.50'],
  [999999999999999, '99999999999.9999'],
])('%i reads %s', (value, expected) => {
  expect(decimalText(units(value))).toBe(expected)
})

test.each([
  [125000, 'USD', '$12.50'],
  [125000, 'usd', '$12.50'],
  [-125000, 'USD', '-$12.50'],
  [6555, 'USD', '$0.6555'],
  [12345678900, 'USD', '$1,234,567.89'],
  [999999999999999, 'USD', '$99,999,999,999.9999'],
  [125000, 'EUR', '€12.50'],
  // What Intl does not know or refuses stands as it came, behind the sum.
  [125000, 'XTS', 'XTS\u00a012.50'],
  [125000, 'credits', '12.50 credits'],
  [125000, 'U$', '12.50 U$'],
  [125000, '', '12.50'],
])('%i of %s is written %s', (value, currency, expected) => {
  expect(formatMoney({ amount: units(value), currency })).toBe(expected)
})

test.each([
  ['25', 250000],
  ['25.50', 255000],
  ['25,50', 255000],
  ['25,5', 255000],
  [' 0 ', 0],
  ['0,0001', 1],
  ['1234,5678', 12345678],
])('a person who types %j means %i', (typed, expected) => {
  expect(parseTypedSum(typed)).toBe(expected)
})

test.each(['1,000', '12,500', '+1,000', '1,000.50', '1.000,50', '-1', '-0,01', 'abc', '5 $', '1e3', ''])(
  'a person who types %j is asked again',
  (typed) => {
    expect(parseTypedSum(typed)).toBeNull()
  },
)

test('only safe integers are amounts', () => {
  expect(amountOf(Number.MAX_SAFE_INTEGER)).toBe(Number.MAX_SAFE_INTEGER)
  for (const value of [Number.MAX_SAFE_INTEGER + 1, 0.5, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(amountOf(value)).toBeNull()
  }
})

test.each([
  [6500, 3, 19500],
  [6500, 0, 0],
  [-6500, 2, -13000],
  [1, Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
  [2, Number.MAX_SAFE_INTEGER, null],
  [999999999999999, 10, null],
  [6500, 0.00001, null],
])('%i ten-thousandths %i times are %s', (value, count, expected) => {
  expect(times(units(value), count)).toBe(expected)
})
