import { describe, expect, test } from 'vitest'
import type { OtherRenewals } from '../../../src/main/renewals/otherRenewals.ts'
import type { Verdict } from '../../../src/main/renewals/settle.ts'
import type { Renewal } from '../../../src/shared/domain/renewal.ts'
import {
  alone,
  aQuote,
  DAY,
  END,
  lost,
  MOVED,
  money,
  moved,
  NOW,
  other,
  type Shown,
  settledBy,
  still,
} from './settleTable.ts'

const person = { by: 'person' as const, at: NOW, evidence: [] }
const evidence = { by: 'evidence' as const, at: NOW, evidence: [] }
const after = (...rows: Renewal[]): OtherRenewals => ({ ...alone, after: rows })
const before = (...rows: Renewal[]): OtherRenewals => ({ ...alone, before: rows })
const long = [0, 1, 5, 15, 30, 45, 60]

interface Case {
  readonly renewal?: Renewal
  readonly looks: readonly Shown[]
  readonly others?: OtherRenewals
  readonly verdict: Verdict
  /** Words that must be among the notes. */
  readonly says: string
}

const lapsed = { endsBefore: ['11', '22'].map((orderId) => ({ orderId, endsAt: NOW - 3 * DAY })) }
const lapsedBefore = lost(lapsed)
const cases: Readonly<Record<string, Case>> = {
  'carried out: every end moved, the balance fell by the price': {
    looks: [moved(0)],
    verdict: 'renewed',
    says: 'The balance fell by the quoted price of $2.80.',
  },
  'not carried out: nothing moves for 15 minutes': {
    looks: [0, 0.25, 1, 5, 15].map((minutes) => still(minutes)),
    verdict: 'not renewed',
    says: 'did not go through',
  },
  'nothing moved in 14 minutes is too early': {
    looks: [0, 5, 14.99].map((minutes) => still(minutes)),
    verdict: 'unknown',
    says: 'until 15 minutes have passed',
  },
  'one reading after 15 minutes is not two': { looks: [still(16)], verdict: 'unknown', says: 'not moved' },
  'two readings less than 5 minutes apart are not enough': {
    looks: [still(11), still(15.9)],
    verdict: 'unknown',
    says: 'not moved',
  },
  'an unreadable balance in between does not count as a reading': {
    looks: [still(0), still(5, null), still(15, null)],
    verdict: 'unknown',
    says: 'The balance could not be read.',
  },
  'purchase on the vendor’s site: the balance fell by the very price, no end moved': {
    looks: long.map((minutes) => still(minutes, money(97.2))),
    verdict: 'unknown',
    says: '$2.80 is missing from the balance and nothing explains it',
  },
  'a balance that fell and came back may be a charge and a top-up': {
    looks: [still(0), still(5, money(97.2)), still(15), still(21)],
    verdict: 'unknown',
    says: 'came back since: a refund, or a top-up that hides a charge',
  },
  'a top-up in between, nothing moved: another 15 minutes with the same balance': {
    looks: [still(0), still(5, money(150)), still(15, money(150))],
    verdict: 'unknown',
    says: 'behind which a charge could hide',
  },
  'a top-up in between, and quiet for 15 minutes since': {
    looks: [still(0), still(5, money(150)), still(15, money(150)), still(30, money(150))],
    verdict: 'not renewed',
    says: 'it rose by $50.00',
  },
  'carried out, and topped up by more than the price': {
    looks: [moved(0, money(147.2))],
    verdict: 'renewed',
    says: 'Extended, perhaps not by this request',
  },
  'extended elsewhere: the ends moved, the balance did not': {
    looks: [moved(0, money(100))],
    verdict: 'renewed',
    says: 'Extended, perhaps not by this request: the balance did not fall by its price.',
  },
  'the ends moved and the balance fell by another sum': {
    looks: [moved(0, money(90))],
    verdict: 'renewed',
    says: 'did not fall by exactly the quoted price',
  },
  'the ends moved, the balance cannot be read': {
    looks: [moved(0, null)],
    verdict: 'renewed',
    says: 'the ends alone settle it',
  },
  'partial movement': {
    looks: long.map((minutes) => ({ minutes, ends: { 11: MOVED, 22: END }, balance: money(98.6) })),
    verdict: 'unknown',
    says: 'Only a part was renewed',
  },
  'an end that cannot be read now': {
    looks: long.map((minutes) => ({ minutes, ends: { 11: MOVED, 22: null }, balance: money(97.2) })),
    verdict: 'unknown',
    says: 'An end that cannot be read, before or now, proves nothing.',
  },
  'an order that the vendor lists no more': {
    looks: long.map((minutes) => ({ minutes, ends: { 11: END }, balance: money(100) })),
    verdict: 'unknown',
    says: 'could not be read',
  },
  'an address that is listed no more: the soonest end of the others is not the order’s': {
    looks: long.map((minutes) => ({ ...moved(minutes, money(100)), addresses: 1 })),
    verdict: 'unknown',
    says: 'could not be read',
  },
  'an address whose end cannot be read: the order’s may be sooner than the others’': {
    looks: long.map((minutes) => ({ ...moved(minutes, money(100)), oddEnds: 1 })),
    verdict: 'unknown',
    says: 'could not be read',
  },
  'an address more than before': {
    looks: [{ ...moved(0), addresses: 3 }],
    verdict: 'renewed',
    says: 'by the quoted price',
  },
  'an end that could not be read before': {
    renewal: lost({
      endsBefore: [
        { orderId: '11', endsAt: END },
        { orderId: '22', endsAt: null },
      ],
    }),
    looks: long.map((minutes) => moved(minutes)),
    verdict: 'unknown',
    says: 'could not be read',
  },
  'moved by another period: somebody else': {
    looks: long.map((minutes) => ({
      minutes,
      ends: { 11: END + 90 * DAY, 22: END + 90 * DAY },
      balance: money(91),
    })),
    verdict: 'unknown',
    says: 'Something else changed these ends',
  },
  'moved back': {
    looks: long.map((minutes) => ({ minutes, ends: { 11: END - DAY, 22: END }, balance: money(100) })),
    verdict: 'unknown',
    says: 'moved, but not by the period',
  },
  'the period, a little less than a day off': {
    looks: [{ minutes: 0, ends: { 11: MOVED + 0.9 * DAY, 22: MOVED - 0.9 * DAY }, balance: money(97.2) }],
    verdict: 'renewed',
    says: 'moved on by the period',
  },
  'the period, more than a day off': {
    looks: [{ minutes: 0, ends: { 11: MOVED + 1.1 * DAY, 22: MOVED }, balance: money(97.2) }],
    verdict: 'unknown',
    says: 'moved, but not by the period',
  },
  'lapsed: extended from now on': {
    renewal: lapsedBefore,
    looks: [{ minutes: 0, ends: { 11: NOW + 30 * DAY, 22: NOW + 30 * DAY }, balance: money(97.2) }],
    verdict: 'renewed',
    says: 'by the quoted price',
  },
  'lapsed: extended from its old end': {
    renewal: lapsedBefore,
    looks: [{ minutes: 0, ends: { 11: NOW + 27 * DAY, 22: NOW + 27 * DAY }, balance: money(97.2) }],
    verdict: 'renewed',
    says: 'by the quoted price',
  },
  'lapsed: extended from a moment long after the request': {
    renewal: lapsedBefore,
    looks: [{ minutes: 4320, ends: { 11: NOW + 33 * DAY, 22: NOW + 33 * DAY }, balance: money(97.2) }],
    verdict: 'unknown',
    says: 'Something else changed these ends',
  },
  'lapsed, and nothing moved': {
    renewal: lapsedBefore,
    looks: [0, 5, 15].map((minutes) => ({
      minutes,
      ends: { 11: NOW - 3 * DAY, 22: NOW - 3 * DAY },
      balance: money(100),
    })),
    verdict: 'not renewed',
    says: 'did not go through',
  },
  'lapsed, and another one of it after our clock was set back: by the vendor’s clock it may be either': {
    renewal: lost({ ...lapsed, vendorAt: NOW }),
    looks: [
      {
        minutes: 2,
        ends: { 11: NOW + 30 * DAY, 22: NOW + 30 * DAY },
        balance: money(97.2),
        vendorAt: NOW + 120_000,
      },
    ],
    others: after(other(-40 * DAY, 'unknown', { ...lapsed, vendorAt: NOW + 60_000 })),
    verdict: 'unknown',
    says: 'explains these ends just as well',
  },
  'lapsed, alone, and our clock is a month off: by the vendor’s it moved': {
    renewal: lost({ ...lapsed, vendorAt: NOW + 31 * DAY }),
    looks: [
      {
        minutes: 0,
        ends: { 11: NOW + 61 * DAY, 22: NOW + 61 * DAY },
        balance: money(97.2),
        vendorAt: NOW + 31 * DAY + 5000,
      },
    ],
    verdict: 'renewed',
    says: 'by the quoted price',
  },
  'extended elsewhere by half the period, seen on the way to another one that made up the rest': {
    renewal: lost({ request: { proxyType: 'IPv4', orderIds: ['11', '22'], rentPeriodDays: 60 } }),
    looks: [{ minutes: 2, ends: { 11: END + 60 * DAY, 22: END + 60 * DAY }, balance: money(97.2) }],
    others: after(
      other(60_000, 'unknown', { endsBefore: ['11', '22'].map((orderId) => ({ orderId, endsAt: MOVED })) }),
    ),
    verdict: 'unknown',
    says: 'Something else changed these ends',
  },
  'an earlier one that evidence settled at once may yet come on top': {
    renewal: lost({ endsBefore: ['11', '22'].map((orderId) => ({ orderId, endsAt: MOVED })) }),
    looks: long.map((minutes) => ({
      minutes,
      ends: { 11: MOVED + 30 * DAY, 22: MOVED + 30 * DAY },
      balance: money(97.2),
    })),
    others: before(
      other(-60_000, 'unknown', {
        endsBefore: ['11', '22'].map((orderId) => ({ orderId, endsAt: END })),
        settlement: { ...evidence, outcome: 'renewed', at: NOW - 50_000 },
      }),
    ),
    verdict: 'unknown',
    says: 'explains these ends just as well',
  },
  'a later one that evidence settled at once may yet come on top': {
    looks: long.map((minutes) => ({
      minutes,
      ends: { 11: MOVED + 30 * DAY, 22: MOVED + 30 * DAY },
      balance: money(94.4),
    })),
    others: after(
      other(60_000, 'unknown', { settlement: { ...evidence, outcome: 'renewed', at: NOW + 70_000 } }),
    ),
    verdict: 'unknown',
    says: 'explains these ends just as well',
  },
  'a price that was never quoted, carried out': {
    renewal: lost({ quote: null }),
    looks: [moved(0)],
    verdict: 'renewed',
    says: 'No price was quoted',
  },
  'a price that was never quoted, nothing moved': {
    renewal: lost({ quote: null }),
    looks: [still(0), still(15)],
    verdict: 'not renewed',
    says: 'no money is missing',
  },
  'a balance that was not known before': {
    renewal: lost({ balanceBefore: null }),
    looks: long.map((minutes) => still(minutes)),
    verdict: 'unknown',
    says: 'what it was before is not known',
  },
  'a balance in another currency': {
    looks: long.map((minutes) => still(minutes, money(100, 'EUR'))),
    verdict: 'unknown',
    says: 'different currencies cannot be compared',
  },
  'a reply that told a balance which had fallen': {
    renewal: lost({}, { balanceAfter: money(97.2) }),
    looks: long.map((minutes) => still(minutes)),
    verdict: 'unknown',
    says: 'the reply itself told a balance that had fallen',
  },
  'a vendor that charges late, before its ends move': {
    looks: [still(0), still(5), still(15, money(97.2)), moved(30)],
    verdict: 'renewed',
    says: 'by the quoted price',
  },
  'a vendor that acts late, after 10 minutes': {
    looks: [still(0), still(1), still(5), moved(15)],
    verdict: 'renewed',
    says: 'by the quoted price',
  },
  'ends that were read long before the renewal, moved by the period, and the price is gone': {
    renewal: lost({ endsFresh: false, endsReadAt: NOW - 3_600_000 }),
    looks: [moved(0)],
    verdict: 'renewed',
    says: 'by the quoted price',
  },
  'ends that were read long before the renewal, moved by the period, and no money is gone': {
    renewal: lost({ endsFresh: false, endsReadAt: NOW - 3_600_000 }),
    looks: long.map((minutes) => moved(minutes, money(100))),
    verdict: 'unknown',
    says: 'may have moved earlier',
  },
  'auto-extend on, the end near, moved by the period': {
    renewal: lost({ endsBefore: ['11', '22'].map((orderId) => ({ orderId, endsAt: NOW + DAY })) }),
    looks: long.map((minutes) => ({
      minutes,
      ends: { 11: NOW + 31 * DAY, 22: NOW + 31 * DAY },
      balance: money(97.2),
      autoExtend: true,
    })),
    verdict: 'unknown',
    says: 'the vendor’s auto-extend, explains these ends just as well',
  },
  'auto-extend on, the end near, but nothing moved': {
    renewal: lost({ endsBefore: ['11', '22'].map((orderId) => ({ orderId, endsAt: NOW + DAY })) }),
    looks: [0, 15].map((minutes) => ({
      minutes,
      ends: { 11: NOW + DAY, 22: NOW + DAY },
      balance: money(100),
      autoExtend: true,
    })),
    verdict: 'not renewed',
    says: 'did not go through',
  },
  'auto-extend on, the end far away': {
    looks: [{ ...moved(0), autoExtend: true }],
    verdict: 'renewed',
    says: 'by the quoted price',
  },
  'two unknowns at once, one period moved: it may be either': {
    looks: long.map((minutes) => moved(minutes)),
    others: after(other(60_000, 'unknown')),
    verdict: 'unknown',
    says: 'explains these ends just as well',
  },
  'two unknowns at once, two periods moved: both': {
    looks: [{ minutes: 2, ends: { 11: MOVED + 30 * DAY, 22: MOVED + 30 * DAY }, balance: money(94.4) }],
    others: after(other(60_000, 'unknown')),
    verdict: 'renewed',
    says: 'moved on by the period',
  },
  'two unknowns at once, nothing moved: neither': {
    looks: [still(2), still(15)],
    others: after(other(60_000, 'unknown')),
    verdict: 'not renewed',
    says: 'did not go through',
  },
  'two unknowns of other orders: each by its own ends': {
    looks: [moved(2, money(94.4))],
    others: after(
      other(60_000, 'unknown', { request: { proxyType: 'IPv4', orderIds: ['33'], rentPeriodDays: 30 } }),
    ),
    verdict: 'renewed',
    says: 'did not fall by exactly',
  },
  'an earlier unknown of the same orders may act late': {
    looks: long.map((minutes) => moved(minutes)),
    others: before(other(-60_000, 'unknown')),
    verdict: 'unknown',
    says: 'explains these ends just as well',
  },
  'one that went through right before, while the vendor’s list was behind: what shows later is that one': {
    looks: [0, 5, 15].map((minutes) => moved(minutes, money(100))),
    others: before(
      other(-20_000, 'renewed', { endsBefore: ['11', '22'].map((orderId) => ({ orderId, endsAt: END })) }),
    ),
    verdict: 'not renewed',
    says: 'not moved',
  },
  'one that went through right before, while the list was behind, and then both show': {
    looks: [{ minutes: 0, ends: { 11: MOVED + 30 * DAY, 22: MOVED + 30 * DAY }, balance: money(97.2) }],
    others: before(
      other(-20_000, 'renewed', { endsBefore: ['11', '22'].map((orderId) => ({ orderId, endsAt: END })) }),
    ),
    verdict: 'renewed',
    says: 'by the quoted price',
  },
  'one that went through right before, and the ends before show it': {
    looks: [moved(0)],
    others: before(
      other(-20_000, 'renewed', {
        endsBefore: ['11', '22'].map((orderId) => ({ orderId, endsAt: END - 30 * DAY })),
      }),
    ),
    verdict: 'renewed',
    says: 'by the quoted price',
  },
  'money that was missing beside an older unknown is missing all the same': {
    looks: [
      still(0, money(97.2)),
      still(5, money(97.2)),
      ...[15, 30, 45].map((at) => still(at, money(147.2))),
    ],
    others: before(
      other(-86_400_000, 'unknown', { request: { proxyType: 'IPv4', orderIds: ['33'], rentPeriodDays: 30 } }),
    ),
    verdict: 'unknown',
    says: 'came back since',
  },
  'money that was missing beside a later unknown which never went through': {
    looks: [still(2, money(97.2)), ...[15, 30, 45].map((at) => still(at, money(147.2)))],
    others: after(
      other(60_000, 'unknown', { request: { proxyType: 'IPv4', orderIds: ['33'], rentPeriodDays: 30 } }),
    ),
    verdict: 'unknown',
    says: 'came back since',
  },
  'renewed again meanwhile (Renew anyway), and only that went through': {
    looks: [2, 15].map((minutes) => moved(minutes)),
    others: after(other(60_000, 'renewed')),
    verdict: 'not renewed',
    says: 'other renewals took $2.80 meanwhile',
  },
  'renewed again meanwhile, and both went through': {
    looks: [{ minutes: 2, ends: { 11: MOVED + 30 * DAY, 22: MOVED + 30 * DAY }, balance: money(94.4) }],
    others: after(other(60_000, 'renewed')),
    verdict: 'renewed',
    says: 'by the quoted price',
  },
  'renewed again meanwhile, only that moved, and twice the price is gone': {
    looks: long.slice(2).map((minutes) => moved(minutes, money(94.4))),
    others: after(other(60_000, 'renewed')),
    verdict: 'unknown',
    says: '$2.80 is missing',
  },
  'another group of the account was renewed meanwhile: its price is accounted for': {
    looks: [still(2, money(97.2)), still(15, money(97.2))],
    others: after(
      other(60_000, 'renewed', { request: { proxyType: 'IPv4', orderIds: ['33'], rentPeriodDays: 30 } }),
    ),
    verdict: 'not renewed',
    says: 'other renewals took $2.80 meanwhile',
  },
  'what another renewal cost without a quote explains no fall': {
    looks: long.map((minutes) => still(minutes, money(97.2))),
    others: after(
      other(60_000, 'renewed', {
        quote: null,
        request: { proxyType: 'IPv4', orderIds: ['33'], rentPeriodDays: 30 },
      }),
    ),
    verdict: 'unknown',
    says: '$2.80 is missing',
  },
  'a renewal still on its way explains no fall': {
    looks: [still(0, money(97.2)), still(15, money(97.2))],
    others: after(
      other(60_000, 'sending', { request: { proxyType: 'IPv4', orderIds: ['33'], rentPeriodDays: 30 } }),
    ),
    verdict: 'unknown',
    says: '$2.80 is missing',
  },
  'a person said that the other went through: no evidence, it may be either': {
    looks: long.map((minutes) => moved(minutes)),
    others: after(other(60_000, 'unknown', { settlement: { ...person, outcome: 'renewed' } })),
    verdict: 'unknown',
    says: 'explains these ends just as well',
  },
  'a person said that the other did not go through: no evidence either': {
    looks: long.map((minutes) => moved(minutes)),
    others: after(other(60_000, 'unknown', { settlement: { ...person, outcome: 'not renewed' } })),
    verdict: 'unknown',
    says: 'explains these ends just as well',
  },
  'the evidence said that the other did not go through': {
    looks: [moved(20)],
    others: after(other(60_000, 'unknown', { settlement: { ...evidence, outcome: 'not renewed' } })),
    verdict: 'renewed',
    says: 'by the quoted price',
  },
  'a refused one and one that was not sent moved nothing': {
    looks: [moved(2)],
    others: after(other(30_000, 'refused'), other(60_000, 'not sent')),
    verdict: 'renewed',
    says: 'by the quoted price',
  },
  'the same orders under another account of this machine: may be the same vendor account': {
    looks: long.map((minutes) => moved(minutes)),
    others: after(other(60_000, 'renewed', { accountId: '00000000-0000-4000-8000-000000000777' })),
    verdict: 'unknown',
    says: 'explains these ends just as well',
  },
  'a journal too long to be weighed': {
    looks: [moved(0), ...long.map((minutes) => still(minutes))],
    others: { ...alone, whole: false },
    verdict: 'unknown',
    says: 'too many renewals',
  },
  'a period of one day is not mistaken for no movement': {
    renewal: lost({ request: { proxyType: 'IPv4', orderIds: ['11', '22'], rentPeriodDays: 1 } }),
    looks: [still(0), still(15)],
    verdict: 'not renewed',
    says: 'did not go through',
  },
  'a period of one day that moved': {
    renewal: lost({ request: { proxyType: 'IPv4', orderIds: ['11', '22'], rentPeriodDays: 1 } }),
    looks: [{ minutes: 0, ends: { 11: END + DAY, 22: END + DAY }, balance: money(97.2) }],
    verdict: 'renewed',
    says: 'by the quoted price',
  },
  'a wall clock that was set back since': {
    renewal: lost({ startedAt: NOW + 300 * DAY }),
    looks: [still(0), still(15)],
    verdict: 'not renewed',
    says: 'did not go through',
  },
}

describe('the evidence', () => {
  test.each(Object.entries(cases))('%s', (_name, { renewal = lost(), looks, others, verdict, says }) => {
    const settled = settledBy(renewal, looks, others)
    expect(settled.verdict).toBe(verdict)
    expect(settled.notes).toContain(says)
    for (const note of settled.notes.split('\n')) expect(note.length).toBeLessThanOrEqual(400)
  })
})

test('the balance alone settles nothing, whatever it does', () => {
  for (const balance of [null, 0, 50, 94.4, 97.2, 97.21, 100, 120]) {
    const looks = long.map((minutes) => still(minutes, balance === null ? null : money(balance)))
    expect(settledBy(lost({ quote: aQuote() }), looks).verdict, String(balance)).not.toBe('renewed')
  }
})
