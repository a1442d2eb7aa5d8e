import { expect, test } from 'vitest'
import { judge } from '../../../src/main/renewals/judge.ts'
import type { Exchange, ExtendReply } from '../../../src/shared/domain/exchange.ts'
import type { RenewalIntent, RenewalResult } from '../../../src/shared/domain/renewal.ts'
import { renewalResultSchema } from '../../../src/shared/domain/renewal.ts'
import { anIntent, aQuote, money, NOW } from '../../support/domain.ts'

const ENDED = NOW + 5000

function replied(change: Partial<ExtendReply> = {}): Exchange {
  const reply = {
    success: true,
    error: null,
    proxyType: 'IPv4',
    rentPeriodDays: 30,
    quantity: 2,
    balance: money(97.2),
    promoCodeStatus: null,
    ...change,
  }
  return { phase: 'replied', raw: '{"the":"raw reply"}', reply }
}

function lost(change: Partial<Extract<Exchange, { phase: 'lost' }>> = {}): Exchange {
  return {
    phase: 'lost',
    reason: 'The connection broke.',
    httpStatus: null,
    raw: null,
    retryAfter: null,
    ...change,
  }
}

const refusal = (code: number): Partial<ExtendReply> => ({
  success: false,
  error: { code, message: 'The vendor’s words' },
  proxyType: null,
  rentPeriodDays: 0,
  quantity: 0,
  balance: money(100),
})

function judged(
  exchange: Exchange,
  intent: Partial<RenewalIntent> = {},
  expectedAddresses: number | null = 2,
) {
  const result = judge(exchange, { intent: anIntent(intent), expectedAddresses, endedAt: ENDED })
  expect(renewalResultSchema.safeParse(result).error).toBeUndefined()
  expect(result.endedAt).toBe(ENDED)
  return result
}

type Outcome = RenewalResult['outcome']

test.each<[string, Exchange, Outcome, RenewalResult['stage']]>([
  ['no socket was ever handed over', { phase: 'not-sent', reason: 'Refused.' }, 'not sent', 'before-sending'],
  ['reset', lost(), 'unknown', 'exchange'],
  ['HTML on 200', lost({ httpStatus: 200, raw: '<html>' }), 'unknown', 'exchange'],
  ['a redirect', lost({ httpStatus: 307 }), 'unknown', 'exchange'],
  ['429', lost({ httpStatus: 429, retryAfter: 7000 }), 'unknown', 'exchange'],
  [
    '500 with a success in its body',
    lost({ httpStatus: 500, raw: '{"success":true}' }),
    'unknown',
    'exchange',
  ],
  ['502', lost({ httpStatus: 502 }), 'unknown', 'exchange'],
  ['success', replied(), 'renewed', 'exchange'],
  [
    'nothing but success',
    replied({ proxyType: null, rentPeriodDays: null, quantity: null, balance: null }),
    'renewed',
    'exchange',
  ],
  ['failure without an error', replied({ success: false, error: null }), 'unknown', 'exchange'],
  ['success with an error', replied({ error: { code: 29, message: 'x' } }), 'unknown', 'exchange'],
  ['success with an error of code 0', replied({ error: { code: 0, message: '' } }), 'unknown', 'exchange'],
])('%s', (_name, exchange, outcome, stage) => {
  expect(judged(exchange)).toMatchObject({ outcome, stage })
})

test.each([2, 4, 11, 16, 24, 25, 28, 29])('error %i is a check before paying: refused', (code) => {
  const result = judged(replied(refusal(code)))
  expect(result).toMatchObject({
    outcome: 'refused',
    vendorError: { code, message: 'The vendor’s words' },
    balanceAfter: money(100),
  })
  expect(result.detail).toContain('“The vendor’s words”')
  expect(result.detail).toContain('Nothing was paid.')
})

test.each([0, 1, 3, 5, 10, 12, 17, 23, 26, 27, 30, 35, 57, 429, 999, -29])(
  'error %i may follow a charge: unknown',
  (code) => {
    const result = judged(replied(refusal(code)))
    expect(result).toMatchObject({ outcome: 'unknown', vendorError: { code } })
    expect(result.detail).toContain('may or may not have been paid')
  },
)

test.each<[string, RenewalIntent['balanceBefore'], ExtendReply['balance'], Outcome]>([
  ['stayed', money(100), money(100), 'refused'],
  ['rose', money(100), money(150), 'refused'],
  ['fell by a ten-thousandth', money(100), money(99.9999), 'unknown'],
  ['fell by the price', money(100), money(97.2), 'unknown'],
  ['changed its currency', money(100), money(100, 'EUR'), 'unknown'],
  ['was never known before', null, money(97.2), 'refused'],
  ['is not in the reply', money(100), null, 'unknown'],
])('a refusal whose balance %s', (_name, balanceBefore, balance, outcome) => {
  expect(judged(replied({ ...refusal(29), balance }), { balanceBefore }).outcome).toBe(outcome)
})

test('a key that the vendor does not know has no balance to tell: refused all the same', () => {
  expect(judged(replied({ ...refusal(2), balance: null }), { balanceBefore: money(100) }).outcome).toBe(
    'refused',
  )
})

test('a refusal that counts renewed addresses contradicts itself', () => {
  expect(judged(replied({ ...refusal(29), quantity: 1 })).outcome).toBe('unknown')
  expect(judged(replied({ ...refusal(29), quantity: null })).outcome).toBe('refused')
})

const promo = (status: string | null): readonly [Exchange, Partial<RenewalIntent>] => [
  replied({ promoCodeStatus: status }),
  { request: { ...anIntent().request, promoCode: 'TEN' }, quote: aQuote({ promoCodeStatus: 'VALID' }) },
]

test.each<[string, readonly [Exchange, Partial<RenewalIntent>, (number | null)?], readonly RegExp[]]>([
  ['as asked', [replied(), {}], []],
  ['promo valid', promo('VALID'), []],
  ['promo not valid after a valid quote', promo('NO_VALID'), [/TEN was not honoured: paid in full/]],
  ['promo of an undocumented word', promo('EXPIRED'), [/says EXPIRED, which does not tell/]],
  ['promo left out', promo(null), [/does not say whether the promo code TEN/]],
  ['a status without a promo', [replied({ promoCodeStatus: 'NO_VALID' }), {}], []],
  ['more days', [replied({ rentPeriodDays: 60 }), {}], [/60 days instead of the 30/]],
  ['another type', [replied({ proxyType: 'ISP' }), {}], [/type ISP instead of IPv4/]],
  ['the same type in other letters', [replied({ proxyType: 'ipv4' }), {}], []],
  ['one address too many', [replied({ quantity: 3 }), {}], [/renewed 3 addresses; these orders hold 2/]],
  ['none renewed', [replied({ quantity: 0 }), {}], [/renewed 0 addresses/]],
  ['a number that nobody can check', [replied({ quantity: 3 }), {}, null], []],
  ['another price taken', [replied({ balance: money(97) }), {}], [/fell by \$3\.00; the quote was \$2\.80/]],
  ['nothing taken', [replied({ balance: money(100) }), {}], [/fell by \$0\.00/]],
  ['no quote to compare with', [replied({ balance: money(90) }), { quote: null }], []],
  ['a balance in another currency', [replied({ balance: money(1, 'EUR') }), {}], []],
  [
    'everything at once',
    [
      replied({
        rentPeriodDays: 1,
        proxyType: 'ISP',
        quantity: 9,
        balance: money(1),
        promoCodeStatus: 'NO_VALID',
      }),
      { request: { ...anIntent().request, promoCode: 'TEN' } },
    ],
    [/TEN/, /1 days/, /ISP/, /9 addresses/, /fell by/],
  ],
])('a success %s is renewed, and says what differs', (_name, [exchange, intent, addresses = 2], remarks) => {
  const result = judged(exchange, intent, addresses)
  expect(result.outcome).toBe('renewed')
  expect(result.remarks).toHaveLength(remarks.length)
  for (const [at, remark] of remarks.entries()) expect(result.remarks[at]).toMatch(remark)
})

test('a renewal says its orders, days, price and what is left', () => {
  expect(judged(replied()).detail).toBe('2 orders renewed by 30 days for $2.80. Balance left: $97.20.')
})

test('the evidence is kept: raw reply, status, code, balance, quantity', () => {
  expect(judged(replied())).toMatchObject({
    reply: '{"the":"raw reply"}',
    httpStatus: 200,
    balanceAfter: money(97.2),
    quantity: 2,
  })
  expect(judged(lost({ httpStatus: 502, raw: '<html>' }))).toMatchObject({ reply: '<html>', httpStatus: 502 })
})

test('every unknown says what it means, also behind a very long reason', () => {
  for (const exchange of [lost(), replied(refusal(35)), replied({ success: false, error: null })]) {
    expect(judged(exchange).detail).toContain('Do not renew these orders by hand before this is settled.')
  }
  expect(judged(lost({ reason: 'x'.repeat(5000) })).detail.length).toBeLessThanOrEqual(1000)
})

test('what the vendor wrote cannot break the journal’s bounds', () => {
  const result = judged(
    replied({ promoCodeStatus: 'x'.repeat(40), proxyType: 'y'.repeat(40), rentPeriodDays: 2 ** 52 }),
    { request: { ...anIntent().request, promoCode: 'z'.repeat(80) } },
  )
  expect(result.outcome).toBe('renewed')
})
