import { describe, expect, it } from 'vitest'
import { type ForecastInput, forecast } from '../../../src/main/watch/forecast.ts'
import { forecastWords } from '../../../src/main/watch/forecastWords.ts'
import { HOUR, money, NOW } from '../../support/domain.ts'
import { account, ending } from './forecastCases.ts'

function words(input: ForecastInput): string {
  return forecastWords(forecast(input), NOW)
}

describe('the forecast in words', () => {
  it.each<[string, ForecastInput, string]>([
    [
      'short later',
      account(7, [ending('A', 20)]),
      'covers renewals until 1 Feb 2026; then short by $3.00 (estimate)',
    ],
    [
      'short now: what all that is due lacks, not the first group alone',
      account(15, [ending('A', 1), ending('B', 2), ending('C', -5)]),
      'short already today by $15.00: $30.00 is due now (estimate)',
    ],
    ['short in an hour', account(7, [ending('A', 3 + 1 / 24)]), 'short already today by $3.00 (estimate)'],
    [
      'all of the horizon',
      account(500, [ending('A', 20)]),
      'covers all renewals of the next 365 days (estimate)',
    ],
    [
      'nothing due within the horizon',
      account(0, [ending('A', 20)], { horizonDays: 10 }),
      'nothing is due in the next 10 days (estimate)',
    ],
    ['no groups', account(5, []), 'nothing is due in the next 365 days (estimate)'],
    [
      'a horizon of one day',
      account(5, [], { horizonDays: 1 }),
      'nothing is due in the next 1 day (estimate)',
    ],
    [
      'no price known',
      account(5, [ending('A', 1, { price: null }), ending('B', 2, { price: null })]),
      'no forecast yet: 2 groups with no known price',
    ],
    ['no balance', account(null, [ending('A', 1)]), 'no forecast yet: the balance is not known'],
    [
      'some left out',
      account(7, [
        ending('A', 20),
        ending('B', 1, { price: null }),
        ending('C', null),
        ending('D', null),
        ending('E', 1, { price: money(1, 'EUR') }),
      ]),
      'covers renewals until 1 Feb 2026; then short by $3.00 (estimate; leaves out 1 group with no known price, 2 groups with no known end and 1 group in another currency)',
    ],
  ])('%s', (_name, input, sentence) => {
    expect(words(input)).toBe(sentence)
  })

  it('is dated from the moment it is read, not from the moment it was made', () => {
    const made = forecast(account(7, [ending('A', 20)]))
    expect(forecastWords(made, NOW + 17 * 24 * HOUR)).toMatch(/^short already today by \$3\.00/)
  })

  it('holds no control or bidirectional characters of the vendor’s, and is bounded', () => {
    const odd = `\u202eX\u0007${'x'.repeat(9000)}`
    const text = words(account(money(7, odd), [ending('A', 20, { price: money(10, odd) })]))
    expect(text).not.toMatch(/[\p{Cc}\p{Cf}]/u)
    expect(text.length).toBeLessThanOrEqual(300)
  })
})
