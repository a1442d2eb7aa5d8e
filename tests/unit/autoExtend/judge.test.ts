import { expect, test } from 'vitest'
import { judgeSwitch } from '../../../src/main/autoExtend/judge.ts'
import { autoSwitchEndSchema } from '../../../src/shared/domain/autoExtend.ts'
import type { Exchange, ExtendReply } from '../../../src/shared/domain/exchange.ts'
import type { SwitchEnd } from '../../../src/shared/domain/rules/autoExtend.ts'
import { aSwitch, NOW } from '../../support/domain.ts'

const yes: ExtendReply = {
  success: true,
  error: null,
  proxyType: 'IPv4',
  rentPeriodDays: 30,
  quantity: 2,
  balance: null,
  promoCodeStatus: null,
}
const no = { ...yes, success: false, proxyType: null, rentPeriodDays: 0, quantity: 0 }
const wrongIds = { code: 29, message: 'Incorrect orderIds' }

function replied(change: Partial<ExtendReply>, raw = '{}'): Exchange {
  return { phase: 'replied', raw, reply: { ...yes, ...change } }
}

function lost(reason: string, httpStatus: number | null = null): Exchange {
  return { phase: 'lost', reason, httpStatus, raw: null, retryAfter: null }
}

function judged(exchange: Exchange, autoExtend = true) {
  const request = { ...aSwitch().request, autoExtend }
  const end = judgeSwitch(exchange, { request, addresses: 5 }, NOW)
  expect(autoSwitchEndSchema.safeParse(end).error).toBeUndefined()
  return end
}

const table: readonly (readonly [what: string, exchange: Exchange, kind: SwitchEnd, words: RegExp])[] = [
  ['yes', replied({}), 'switched', /^Switched on\. .* these 2 orders by itself, 30 days at a time\.$/],
  ['yes, counting addresses', replied({ quantity: 5 }), 'switched', /at a time\.$/],
  ['yes, without figures', replied({ quantity: null, rentPeriodDays: null }), 'switched', /at a time\.$/],
  ['yes, to fewer', replied({ quantity: 1 }), 'switched', /speaks of 1, and 2 orders were asked for/],
  ['yes, for longer', replied({ rentPeriodDays: 60 }), 'switched', /says 60 days instead of 30 days/],
  ['yes, of another type', replied({ proxyType: 'ISP' }), 'switched', /type ISP instead of IPv4/],
  [
    'no',
    replied({ ...no, error: wrongIds }),
    'refused',
    /refused to switch it on: Incorrect orderIds \(error 29\)/,
  ],
  [
    'no, for a reason that may come after some were switched',
    replied({ ...no, error: { code: 35, message: 'Unknown error' } }),
    'unknown',
    /answered “Unknown error” \(error 35\), .* It may or may not/,
  ],
  ['no, unknown why', replied(no), 'unknown', /contradicts itself\. It may or may not/],
  ['yes with an error', replied({ error: wrongIds }), 'unknown', /contradicts itself/],
  [
    'nothing went out',
    { phase: 'not-sent', reason: 'Refused.' },
    'not sent',
    /Nothing was sent, .* Refused\./,
  ],
  ['a reset', lost('The connection broke.'), 'unknown', /^The connection broke\. It may or may not/],
  ['HTTP 500', lost('HTTP 500 instead.', 500), 'unknown', /nothing is sent again by itself/],
]

test.each(table)('%s', (_what, exchange, kind, words) => {
  const end = judged(exchange)
  expect(end.kind).toBe(kind)
  expect(end.detail).toMatch(words)
})

test('off is told as off', () => {
  expect(judged(replied({}), false).detail).toBe(
    'Switched off. The vendor no longer renews these 2 orders by itself.',
  )
  expect(judged(replied({ ...no, error: wrongIds }), false).detail).toContain('refused to switch it off')
  expect(judged(lost('Gone.'), false).detail).toContain('It may or may not have been switched off')
})

test('what the vendor said is kept, within bounds', () => {
  const end = judged(replied({ ...no, error: { code: 29, message: 'x'.repeat(300) } }, 'r'.repeat(64_000)))
  expect(end).toMatchObject({ vendorError: { code: 29 }, httpStatus: 200 })
  expect(end.reply).toHaveLength(8000)
})
