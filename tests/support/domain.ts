import type { AutoExtendView, AutoSwitch } from '../../src/shared/domain/autoExtend.ts'
import type { DueRun } from '../../src/shared/domain/dueRun.ts'
import type { Finding } from '../../src/shared/domain/finding.ts'
import type { Group } from '../../src/shared/domain/group.ts'
import type { Money } from '../../src/shared/domain/money.ts'
import type { LiveOrder } from '../../src/shared/domain/order.ts'
import type { Quote } from '../../src/shared/domain/quote.ts'
import type { Renewal, RenewalIntent, RenewalResult } from '../../src/shared/domain/renewal.ts'
import { amountOf } from '../../src/shared/domain/rules/money.ts'

/** The moment at which tests of pure functions play. */
export const NOW = Date.UTC(2026, 0, 15, 12)
export const HOUR = 3_600_000
export const DAY = 24 * HOUR

/** A uuid that ends in a number, so that a failing test names it. */
export function uuid(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
}

/** A sum of dollars (or another currency), exact to a ten-thousandth. */
export function money(sum: number, currency = 'USD'): Money {
  const amount = amountOf(Math.round(sum * 10_000))
  if (amount === null) throw new Error('no sum')
  return { amount, currency }
}

/** A group of two IPv4 orders. */
export function aGroup(change: Partial<Group> = {}): Group {
  return {
    id: uuid(1),
    accountId: uuid(100),
    name: 'Shop',
    proxyType: 'IPv4',
    orderIds: ['11', '22'],
    rentPeriodDays: 30,
    promoCode: null,
    showInTray: true,
    priceLimit: null,
    dueDays: null,
    createdAt: NOW,
    updatedAt: NOW,
    ...change,
  }
}

/** A quote of 2.80 USD with nothing off. */
export function aQuote(change: Partial<Quote> = {}): Quote {
  return {
    price: money(2.8),
    discount: null,
    promoCodeStatus: null,
    warnings: [],
    balance: money(100),
    at: NOW,
    ...change,
  }
}

/** An order that ends in ten days. */
export function anOrder(orderId: string, change: Partial<LiveOrder> = {}): LiveOrder {
  return {
    orderId,
    proxyType: 'IPv4',
    addresses: 1,
    sample: [],
    countries: [],
    endsAt: NOW + 10 * DAY,
    oddEnds: 0,
    repeated: 0,
    autoExtend: false,
    ...change,
  }
}

/** How the vendor's auto-extend stands for `aGroup`: off, and never switched. */
export function anAutoExtend(change: Partial<AutoExtendView> = {}): AutoExtendView {
  return { state: 'none', orders: 2, on: 0, unsaid: 0, notListed: 0, switching: null, last: null, ...change }
}

/** A press of `Switch on` for `aGroup`, on its way. */
export function aSwitch(change: Partial<AutoSwitch> = {}): AutoSwitch {
  const request = { proxyType: 'IPv4' as const, orderIds: ['11', '22'], rentPeriodDays: 30, autoExtend: true }
  return {
    id: uuid(70),
    accountId: uuid(100),
    accountName: 'Main',
    groupId: uuid(1),
    groupName: 'Shop',
    askedAt: NOW,
    request,
    end: null,
    ...change,
  }
}

/** What was written before a renewal of `aGroup` was sent. */
export function anIntent(change: Partial<RenewalIntent> = {}): RenewalIntent {
  return {
    id: uuid(50),
    accountId: uuid(100),
    accountName: 'Main',
    groupId: uuid(1),
    groupName: 'Shop',
    source: 'window',
    startedAt: NOW,
    request: { proxyType: 'IPv4', orderIds: ['11', '22'], rentPeriodDays: 30 },
    quote: aQuote(),
    balanceBefore: money(100),
    endsBefore: [
      { orderId: '11', endsAt: NOW + 10 * DAY },
      { orderId: '22', endsAt: null },
    ],
    endsReadAt: NOW,
    endsFresh: true,
    limits: { group: null, account: null, day: null },
    confirmed: [],
    ...change,
  }
}

/** A result with nothing in it but its outcome. */
export function aResult(
  outcome: RenewalResult['outcome'],
  change: Partial<RenewalResult> = {},
): RenewalResult {
  return {
    outcome,
    stage: 'exchange',
    endedAt: NOW,
    detail: 'A sentence.',
    remarks: [],
    vendorError: null,
    promoCodeStatus: null,
    balanceAfter: null,
    quantity: null,
    httpStatus: null,
    reply: null,
    ...change,
  }
}

/** A journal row. */
export function aRenewal(change: Partial<Renewal> = {}): Renewal {
  return {
    intent: anIntent(),
    result: aResult('renewed'),
    settlement: null,
    endsAfter: [],
    check: null,
    unsaved: false,
    ...change,
  }
}

/** The kinds of some findings, in their order. */
export function kinds(findings: readonly Finding[]): string[] {
  return findings.map((finding) => finding.kind)
}

/** Several groups renewed in one go, at its end and without rows unless said otherwise. */
export function aDueRun(change: Partial<DueRun> = {}): DueRun {
  return {
    id: uuid(5),
    kind: 'due',
    scope: null,
    phase: 'ended',
    rows: [],
    accounts: [],
    count: 0,
    sums: [],
    paid: [],
    waitsUntil: null,
    confirmation: null,
    stopping: false,
    stops: [],
    ...change,
  }
}
