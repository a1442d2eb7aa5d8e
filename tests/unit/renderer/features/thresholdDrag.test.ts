import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { draggedSum } from '../../../../src/renderer/features/balance/thresholdDrag.ts'

describe('the sum that a dragged threshold stands for', () => {
  test.each([
    // In ten-thousandths: a chart that ends at $112 has steps of a dollar, one at $7.84 of ten cents.
    { units: 123_456, top: 1_120_000, sum: 120_000 },
    { units: 125_001, top: 1_120_000, sum: 130_000 },
    { units: 31_499, top: 78_400, sum: 31_000 },
    { units: -5_000, top: 1_120_000, sum: 0 },
    { units: 9_999_999, top: 1_125_000, sum: 1_120_000 },
    { units: 2, top: 11_200, sum: 0 },
  ])('$units of $top is $sum', ({ units, top, sum }) => {
    expect(draggedSum(units, top)).toBe(sum)
  })

  test('is whole cents between nothing and the top, at every height', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10_000, max: 10 ** 15 }),
        fc.double({ min: -0.5, max: 1.5, noNaN: true }),
        (top, part) => {
          const sum = draggedSum(top * part, top)
          return sum >= 0 && sum <= top && sum % 100 === 0
        },
      ),
    )
  })
})
