import { expect, test } from 'vitest'
import { timesOf } from '../../../src/main/renewals/times.ts'
import type { QuoteAnswer } from '../../../src/shared/domain/exchange.ts'
import { aQuote, DAY, HOUR, NOW } from '../../support/domain.ts'

const quoted = (vendorAt?: number | null): QuoteAnswer => ({
  kind: 'quoted',
  quote: aQuote(),
  ...(vendorAt === undefined ? {} : { vendorAt }),
})
const problem = { kind: 'offline', message: 'x', vendorError: null, retryAfter: null } as const
const both = (at: number) => ({ earliest: at, latest: at })

test.each<[string, QuoteAnswer, { earliest: number; latest: number }]>([
  ['the vendor agrees', quoted(NOW), both(NOW)],
  ['the vendor is a few minutes behind', quoted(NOW - 600_000), both(NOW)],
  ['the vendor is a few minutes ahead', quoted(NOW + 600_000), both(NOW)],
  ['our clock was set forward', quoted(NOW - 3 * DAY), { earliest: NOW - 3 * DAY, latest: NOW }],
  ['our clock was set back', quoted(NOW + HOUR), { earliest: NOW, latest: NOW + HOUR }],
  ['the vendor tells no time', quoted(null), both(NOW)],
  ['nothing is told of it', quoted(), both(NOW)],
  ['no quote could be had', { kind: 'none', problem }, both(NOW)],
  ['the quote was refused', { kind: 'refused', error: { code: 29, message: '' }, balance: null }, both(NOW)],
])('%s', (_name, answer, times) => {
  expect(timesOf(NOW, answer)).toEqual(times)
})
