import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { createVoice } from '../../../src/main/vendor/redact.ts'
import {
  readBalance,
  readExtendReply,
  readOrders,
  readPeriods,
  readPromoCodes,
  readQuote,
  readSuccess,
} from '../../../src/main/vendor/replies.ts'
import { quoteSchema } from '../../../src/shared/domain/quote.ts'

// Properties take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const canary = 'CANARYKEY0123456789'
const voice = createVoice(canary)
const now = Date.UTC(2026, 0, 1)

const quoted = {
  success: true,
  proxyType: 'IPv4',
  balance: 10,
  price: 2.345,
  currency: 'USD',
  discount: 0.1,
  promoCodeStatus: 'VALID',
  error: null,
  warnings: [],
}
const quote = (changes: object = {}) => readQuote(JSON.stringify({ ...quoted, ...changes }), voice, now)

describe('a quote', () => {
  it('is read exactly, in ten-thousandths', () => {
    expect(quote()).toEqual({
      kind: 'quoted',
      quote: {
        price: { amount: 23_450, currency: 'USD' },
        discount: 1000,
        promoCodeStatus: 'VALID',
        warnings: [],
        balance: { amount: 100_000, currency: 'USD' },
        at: now,
      },
    })
  })

  it.each([
    [
      'code 16',
      [{ code: 16, message: 'Insufficient funds on balance' }],
      [{ code: 16, message: 'Insufficient funds on balance' }],
    ],
    ['null', null, []],
    ['a single object', { code: 16, message: 'x' }, [{ code: 16, message: 'x' }]],
    ['text', ['broke'], [{ code: 0, message: 'The vendor gave a warning that could not be understood.' }]],
    [
      'no code',
      [{ message: 'x' }],
      [{ code: 0, message: 'The vendor gave a warning that could not be understood.' }],
    ],
    ['no words', [{ code: 7, message: '' }], [{ code: 7, message: 'Error 7' }]],
    ['the key in it', [{ code: 7, message: `about ${canary}` }], [{ code: 7, message: 'about •••' }]],
  ])('a warning is never lost: %s', (_name, warnings, expected) => {
    expect(quote({ warnings })).toMatchObject({ kind: 'quoted', quote: { warnings: expected } })
  })

  it.each([
    ['no price', { price: null }],
    ['a price that is none', { price: 'much' }],
    ['a price below nothing', { price: -1 }],
    ['a price beyond a number', { price: 1e300 }],
    ['no currency', { currency: null }],
    ['a currency that goes on and on', { currency: 'X'.repeat(17) }],
    ['success that is none', { success: 1 }],
    ['an error that is none', { error: 'no' }],
  ])('%s: no quote', (_name, changes) => {
    expect(quote(changes)).toMatchObject({ kind: 'none', problem: { kind: 'bad-reply', vendorError: null } })
  })

  it('success beside an error gives the vendor’s words and no price', () => {
    expect(quote({ error: { code: 77, message: 'Odd' } })).toEqual({
      kind: 'none',
      problem: {
        kind: 'vendor-error',
        message: 'Odd',
        vendorError: { code: 77, message: 'Odd' },
        retryAfter: null,
      },
    })
  })

  it('an answer of no is a refusal, with any code and with none', () => {
    expect(quote({ success: false, error: { code: 77, message: 'Odd' } })).toMatchObject({
      kind: 'refused',
      error: { code: 77, message: 'Odd' },
      balance: { amount: 100_000 },
    })
    expect(quote({ success: false })).toMatchObject({
      kind: 'refused',
      error: { code: 0, message: 'The vendor refused and gave no reason.' },
    })
  })

  it('whatever comes, it gives what the schema allows, and never the key', () => {
    const value = fc.oneof(
      fc.anything(),
      fc.constantFrom(canary, '1.5', 3, null, [canary], { code: 1, message: canary }),
    )
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...Object.keys(quoted)), value), (changes) => {
        const text = JSON.stringify({ ...quoted, ...changes }) ?? ''
        const answer = readQuote(text, voice, now)
        if (answer.kind === 'quoted') expect(quoteSchema.parse(answer.quote)).toEqual(answer.quote)
        expect(JSON.stringify(answer)).not.toContain(canary)
        expect(JSON.stringify(readExtendReply(text, voice))).not.toContain(canary)
      }),
    )
  })
})

describe('the reply to a paid call', () => {
  it('with success and nothing else is a reply', () => {
    expect(readExtendReply('{"success":true}', voice)).toEqual({
      success: true,
      error: null,
      proxyType: null,
      rentPeriodDays: null,
      quantity: null,
      balance: null,
      promoCodeStatus: null,
    })
  })

  it('is a reply after success whatever the other fields are', () => {
    const fields = fc.constantFrom(
      'proxyType',
      'rentPeriodDays',
      'quantity',
      'ipAddressIds',
      'balance',
      'currency',
      'promoCodeStatus',
      'x',
    )
    fc.assert(
      fc.property(fc.dictionary(fields, fc.jsonValue()), (others) => {
        const reply = readExtendReply(JSON.stringify({ ...others, success: true, error: null }), voice)
        expect(reply).toMatchObject({ success: true, error: null })
      }),
    )
  })

  it.each([
    '',
    'null',
    'true',
    '[]',
    '{}',
    '{"success":null}',
    '{"success":"true"}',
    '{"success":1,"error":null}',
    '{"success":true,"error":{}}',
    '{"success":false,"error":{"code":"29","message":"x"}}',
    '{"success":false,"error":{"code":29.5,"message":"x"}}',
    '{"success":false,"error":{"code":29}}',
    '{"success":true,"error":false}',
    '{"success":true',
    '<html>',
  ])('%s is none', (text) => expect(readExtendReply(text, voice)).toBeNull())

  it('keeps a long promo status and a long message within bounds', () => {
    const reply = readExtendReply(
      JSON.stringify({
        success: false,
        error: { code: 1, message: 'm'.repeat(9999) },
        promoCodeStatus: 's'.repeat(99),
      }),
      voice,
    )
    expect(reply?.error?.message).toHaveLength(300)
    expect(reply?.promoCodeStatus).toHaveLength(40)
  })
})

describe('other reads', () => {
  it('take the balance under both names of its currency', () => {
    expect(readBalance({ balance: 0.65, currencyCode: 'USD' }, voice)).toEqual({
      ok: true,
      value: { amount: 6500, currency: 'USD' },
    })
    expect(readBalance({ balance: '-1.5', currency: 'EUR' }, voice)).toEqual({
      ok: true,
      value: { amount: -15_000, currency: 'EUR' },
    })
    for (const odd of [
      {},
      null,
      { balance: 1 },
      { balance: 1, currency: '' },
      { balance: {}, currency: 'USD' },
    ]) {
      expect(readBalance(odd, voice)).toMatchObject({ ok: false, error: { kind: 'bad-reply' } })
    }
  })

  it('take whole days once, and leave the rest', () => {
    expect(readPeriods({ rentPeriodDays: [30, 30, '60', 90.5, -1, 0, null, 3650, 3651] })).toEqual({
      ok: true,
      value: [30, 3650],
    })
    expect(readPeriods({ rentPeriodDays: null })).toMatchObject({ ok: false, error: { kind: 'bad-reply' } })
  })

  it('take promo codes that can be sent as they are shown', () => {
    const promoCodes = [
      { code: 'TEN', discount: '10.5', endDate: '2026-05-01T00:00:00', endless: false },
      { code: 'EVER', discount: null, endDate: '2026-05-01', endless: true },
      { code: 'ODD', discount: 'much', endDate: 5 },
      { code: 'A\u202eB' },
      { code: '' },
      { code: 7 },
      { code: canary },
      null,
      'X',
    ]
    expect(readPromoCodes({ promoCodes }, voice)).toEqual({
      ok: true,
      value: [
        { code: 'TEN', discount: 10.5, endsAt: Date.UTC(2026, 4, 1) },
        { code: 'EVER', discount: null, endsAt: null },
        { code: 'ODD', discount: null, endsAt: null },
      ],
    })
  })

  it('know an unknown key by its code', () => {
    expect(readSuccess('{"success":false,"error":{"code":2,"message":"Error api key"}}', voice)).toEqual({
      ok: false,
      error: {
        kind: 'key-unknown',
        message: 'The vendor does not know this key',
        vendorError: { code: 2, message: 'Error api key' },
        retryAfter: null,
      },
    })
  })

  it('take a list without the usual frame only when an order is in it', async () => {
    const address = { ipAddressId: '1', ip: '192.0.2.1', orderId: '5' }
    expect(await readOrders(JSON.stringify([address]), voice)).toMatchObject({
      ok: true,
      value: { orders: [{ orderId: '5' }] },
    })
    expect(await readOrders(JSON.stringify({ ipv4: [address] }), voice)).toMatchObject({ ok: true })
    for (const odd of [
      '[]',
      '{"errors":[]}',
      '{}',
      '7',
      '',
      '{"success":true}',
      '{"success":"yes","ipv4":[]}',
    ]) {
      expect(await readOrders(odd, voice)).toMatchObject({ ok: false, error: { kind: 'bad-reply' } })
    }
    expect(await readOrders('{"success":true,"ipv4":[]}', voice)).toEqual({
      ok: true,
      value: { orders: [], notUnderstood: 0 },
    })
  })
})
