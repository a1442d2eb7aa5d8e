import { expect, test } from 'vitest'
import type { KnownPort } from '../../../src/main/renewals/ports.ts'
import { evidenceOf, settleByHand } from '../../../src/main/renewals/settleByHand.ts'
import type { Renewal, Settlement } from '../../../src/shared/domain/renewal.ts'
import { settlementSchema } from '../../../src/shared/domain/renewal.ts'
import { err, ok } from '../../../src/shared/domain/result.ts'
import { anIntent, anOrder, aQuote, aRenewal, aResult, DAY, money, NOW, uuid } from '../../support/domain.ts'

const known: KnownPort = {
  known: () => ({ orders: [anOrder('11', { endsAt: NOW + 40 * DAY })], readAt: NOW + 60_000 }),
  shown: () => new Map(),
  markShown: () => {},
  balance: () => money(97.2),
  learned: () => {},
  doubtful: () => false,
}
const unknown = aRenewal({ result: aResult('unknown') })

function settle(renewal: Renewal | null, decision: 'it-went-through' | 'it-did-not', full = false) {
  const settlements: Settlement[] = []
  const journal = {
    begin: () => ok(undefined),
    finish: () => ok(undefined),
    record: () => ok(undefined),
    settle: (_id: string, settlement: Settlement) => {
      if (full) return err({ message: 'The disk is full.' })
      settlements.push(settlement)
      return ok(undefined)
    },
    addEndsAfter: () => ok(undefined),
    addCheck: () => ok(undefined),
    others: () => ({ before: [], after: [], whole: true }),
    get: () => renewal,
    sending: () => [],
    unsettled: () => [],
    renewedSince: () => [],
    spentSince: () => [],
  }
  const clock = { now: () => NOW + 99, monotonic: () => 0, wait: async () => {} }
  return { answer: settleByHand({ journal, known, clock }, uuid(50), decision), settlements }
}

test.each([
  ['it-went-through', 'renewed'],
  ['it-did-not', 'not renewed'],
] as const)('%s settles as %s, by a person, with what was known', (decision, outcome) => {
  const { answer, settlements } = settle(unknown, decision)
  expect(settlements).toMatchObject([{ outcome, by: 'person', at: NOW + 99 }])
  expect(settlementSchema.safeParse(settlements[0]).error).toBeUndefined()
  expect(answer).toEqual({ ok: true, value: { ...unknown, settlement: settlements[0] } })
  expect(settlements[0]?.evidence).toEqual([
    'Balance before: $100.00; now: $97.20.',
    'Quoted price: $2.80.',
    'End dates read at 2026-01-15 12:01 UTC.',
    'Order 11: ended 2026-01-25 12:00 UTC before, 2026-02-24 12:00 UTC now.',
    'Order 22: ended (unreadable) before, (unreadable) now.',
  ])
})

test.each<[string, Renewal | null, string]>([
  ['one that is not there', null, 'not-found'],
  ['one on its way', aRenewal({ result: null }), 'disk'],
  ['a renewed one', aRenewal(), 'not-unknown'],
  ['a refused one', aRenewal({ result: aResult('refused') }), 'not-unknown'],
  [
    'a settled one',
    { ...unknown, settlement: { outcome: 'renewed', by: 'evidence', at: NOW, evidence: [] } },
    'not-unknown',
  ],
])('%s cannot be settled', (_name, renewal, kind) => {
  const { answer, settlements } = settle(renewal, 'it-did-not')
  expect(answer).toMatchObject({ ok: false, error: { kind } })
  expect(settlements).toEqual([])
})

test('a disk that refuses leaves it unknown', () => {
  expect(settle(unknown, 'it-did-not', true).answer).toMatchObject({
    ok: false,
    error: { kind: 'disk', message: 'The disk is full.' },
  })
})

test('evidence says what was never read', () => {
  const bare = aRenewal({ intent: anIntent({ quote: null, balanceBefore: null, endsBefore: [] }) })
  const nothing = { ...known, balance: () => null, known: () => ({ orders: [], readAt: null }) }
  expect(evidenceOf(bare, nothing)).toEqual([
    'Balance before: not read; now: not read.',
    'End dates: never read.',
  ])
})

test('the evidence of the largest group fits the journal', () => {
  const orderIds = Array.from({ length: 2000 }, (_, at) => `${at}`.padStart(64, '9'))
  const intent = anIntent({
    quote: aQuote({ price: money(1, 'x'.repeat(16)) }),
    endsBefore: orderIds.map((orderId) => ({ orderId, endsAt: NOW })),
  })
  const { settlements } = settle(aRenewal({ intent, result: aResult('unknown') }), 'it-went-through')
  expect(settlementSchema.safeParse(settlements[0]).error).toBeUndefined()
})
