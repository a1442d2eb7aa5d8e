import { expect, test } from 'vitest'
import type { Agreement } from '../../../src/main/renewals/agreements.ts'
import { turnOf } from '../../../src/main/renewals/dueRunTurns.ts'
import { noPriceWords, stopped } from '../../../src/main/renewals/dueRunWords.ts'
import type { GuardQuestion, RenewalAnswer } from '../../../src/shared/contract/types.ts'
import { dueStopSchema } from '../../../src/shared/domain/dueRun.ts'
import type { Finding } from '../../../src/shared/domain/finding.ts'
import type { Renewal, RenewalResult } from '../../../src/shared/domain/renewal.ts'
import { err, ok } from '../../../src/shared/domain/result.ts'
import { aRenewal, aResult, money, NOW, uuid } from '../../support/domain.ts'

const at = { accountId: uuid(100), groupId: uuid(1), name: 'Shop' }
const agreement: Agreement = { groupMark: 'm', price: money(2.8), findings: [], seenEnds: new Map() }

function ended(
  outcome: RenewalResult['outcome'],
  code: number | null = null,
  change: Partial<Renewal> = {},
): RenewalAnswer {
  const vendorError = code === null ? null : { code, message: 'Theirs' }
  return { kind: 'ended', renewal: aRenewal({ result: aResult(outcome, { vendorError }), ...change }) }
}

function asks(findings: Finding[]): RenewalAnswer {
  const question: GuardQuestion = {
    confirmationId: uuid(7),
    groupId: at.groupId,
    groupName: at.name,
    orderCount: 1,
    rentPeriodDays: 30,
    price: money(4),
    balance: money(1),
    findings,
    expiresAt: NOW,
  }
  return { kind: 'asks', question }
}

const rose: Finding = { kind: 'price-rose', lastShown: money(2.8), price: money(4) }
const lately: Finding = { kind: 'renewed-lately', orderIds: ['11'], at: NOW }

test.each<[string, RenewalAnswer, string, string | null]>([
  ['renewed', ended('renewed'), 'ended', null],
  ['refused for the funds', ended('refused', 16), 'ended', 'funds'],
  ['refused for the key', ended('refused', 2), 'ended', 'key'],
  ['refused for itself', ended('refused', 29), 'ended', null],
  ['renewed beside a code', ended('renewed', 16), 'ended', null],
  ['not sent', ended('not sent'), 'ended', null],
  ['unknown', ended('unknown'), 'ended', 'unknown'],
  ['unknown for the funds', ended('unknown', 16), 'ended', 'unknown'],
  ['without a result', ended('renewed', null, { result: null }), 'ended', 'unknown'],
  ['renewed, and only memory knows', ended('renewed', null, { unsaved: true }), 'ended', 'disk'],
  ['unknown, and only memory knows', ended('unknown', null, { unsaved: true }), 'ended', 'unknown'],
  ['asks for a price that rose', asks([rose]), 'asks', null],
  [
    'asks for money',
    asks([{ kind: 'price-above-balance', price: money(4), balance: money(1) }]),
    'short',
    'funds',
  ],
  [
    'asks with warning 16',
    asks([{ kind: 'quote-warning', warning: { code: 16, message: '' } }]),
    'short',
    'funds',
  ],
])('a turn that is %s', (_name, answer, status, stop) => {
  const turn = turnOf(at, agreement, ok(answer), false)
  expect(turn.change.status).toBe(status)
  expect(turn.stop?.kind ?? null).toBe(stop)
  if (turn.stop) expect(dueStopSchema.safeParse(turn.stop).error).toBeUndefined()
})

test('only what is new is named; a joined click’s question is named whole', () => {
  const agreed = { ...agreement, findings: [lately] }
  const words = turnOf(at, agreed, ok(asks([lately, rose])), false).change.words
  expect(words).toContain('The price rose from $2.80 to $4.00')
  expect(words).not.toContain('24 hours')
  expect(turnOf(at, agreed, ok(asks([lately])), false).change.words).toContain('24 hours')
})

test.each([
  ['changed', false, 'changed', null],
  ['not-found', false, 'changed', null],
  ['expired', false, 'not-tried', 'waited'],
  ['expired', true, 'not-tried', 'quitting'],
] as const)('a turn that could not be tried: %s, quitting %s', (kind, isQuitting, status, stop) => {
  const turn = turnOf(at, agreement, err({ kind, message: 'Words.' }), isQuitting)
  expect(turn.change.status).toBe(status)
  expect(turn.stop?.kind ?? null).toBe(stop)
})

test('funds and key stop their account, everything else the whole run', () => {
  const scopes = (['funds', 'key', 'unknown', 'person', 'quitting', 'disk', 'waited', 'failed'] as const).map(
    (kind) => [kind, stopped(kind, at).accountId !== null],
  )
  expect(Object.fromEntries(scopes)).toEqual({
    funds: true,
    key: true,
    unknown: false,
    person: false,
    quitting: false,
    disk: false,
    waited: false,
    failed: false,
  })
})

test('why there is no price, in the words of whoever said so', () => {
  const problem = { message: 'No route.', vendorError: null, retryAfter: 300_000 }
  expect(noPriceWords({ kind: 'refused', error: { code: 29, message: 'Incorrect orderIds' } })).toMatch(
    /^The vendor refuses to renew it: “Incorrect orderIds” \(error 29\)\. Check/,
  )
  expect(noPriceWords({ kind: 'no-key', message: 'The keychain is locked.' })).toBe(
    'The API key could not be read. The keychain is locked.',
  )
  expect(noPriceWords({ kind: 'none', problem: { kind: 'offline', ...problem } })).toMatch(/No route\.$/)
  expect(noPriceWords({ kind: 'none', problem: { kind: 'rate-limited', ...problem } })).toMatch(/wait 5 min/)
})
