import type { StoredAccount } from '../../../src/main/store/accountsStore.ts'
import type { Group } from '../../../src/shared/domain/group.ts'
import type { RenewalIntent, RenewalResult, Settlement } from '../../../src/shared/domain/renewal.ts'
import { amountOf } from '../../../src/shared/domain/rules/money.ts'

/** A moment that the tests' clock starts at. */
export const startOfTime = Date.UTC(2026, 0, 31, 12)

/** An amount in ten-thousandths. */
export function amount(units: number) {
  const value = amountOf(units)
  if (value === null) throw new Error(`${units} is no amount`)
  return value
}

/** US dollars in ten-thousandths. */
export function usd(units: number) {
  return { amount: amount(units), currency: 'USD' }
}

/** An id as Leasebar makes them, from a number. */
export function uuid(n: number): string {
  return `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`
}

/** The accounts and groups that the makers below use unless told otherwise. */
export const accountA = uuid(0xa)
export const accountB = uuid(0xb)
export const group1 = uuid(0x1001)
export const group2 = uuid(0x1002)

/** An account as it is kept. */
export function anAccount(over: Partial<StoredAccount> = {}): StoredAccount {
  return {
    id: accountA,
    name: 'Main shop',
    kind: 'vendor',
    apiUrl: 'https://youproxy.io',
    keyStored: true,
    keyTail: 'f00d',
    warnBelow: amount(50_000),
    renewalLimit: null,
    dayLimit: null,
    createdAt: startOfTime,
    ...over,
  }
}

/** A group of two orders. */
export function aGroup(over: Partial<Group> = {}): Group {
  return {
    id: group1,
    accountId: accountA,
    name: 'Berlin',
    proxyType: 'IPv4',
    orderIds: ['1234567890123456789', '9876543210987654321'],
    rentPeriodDays: 30,
    promoCode: null,
    showInTray: true,
    priceLimit: null,
    dueDays: null,
    createdAt: startOfTime,
    updatedAt: startOfTime,
    ...over,
  }
}

/** The row before the money moves; `n` makes its id. */
export function anIntent(n: number, over: Partial<RenewalIntent> = {}): RenewalIntent {
  return {
    id: uuid(0x9_0000 + n),
    accountId: accountA,
    accountName: 'Main shop',
    groupId: group1,
    groupName: 'Berlin',
    source: 'window',
    startedAt: startOfTime + n * 60_000,
    request: { proxyType: 'IPv4', orderIds: ['1234567890123456789'], rentPeriodDays: 30 },
    quote: {
      price: usd(6500),
      discount: null,
      promoCodeStatus: null,
      warnings: [],
      balance: usd(900_000),
      at: startOfTime + n * 60_000 - 500,
    },
    balanceBefore: usd(900_000),
    endsBefore: [{ orderId: '1234567890123456789', endsAt: startOfTime + 86_400_000 }],
    endsReadAt: startOfTime,
    endsFresh: true,
    limits: { group: null, account: null, day: null },
    confirmed: [],
    ...over,
  }
}

/** What a renewal came to. */
export function aResult(over: Partial<RenewalResult> = {}): RenewalResult {
  return {
    outcome: 'renewed',
    stage: 'exchange',
    endedAt: startOfTime + 5000,
    detail: 'Renewed for 30 days.',
    remarks: [],
    vendorError: null,
    promoCodeStatus: null,
    balanceAfter: usd(893_500),
    quantity: 1,
    httpStatus: 200,
    reply: '{"success":true}',
    ...over,
  }
}

/** The value of a result that has to be one. */
export function must(result: { readonly ok: boolean; readonly error?: { readonly message: string } }): void {
  if (!result.ok) throw new Error(result.error?.message)
}

/** A person's word on an unknown. */
export function settled(outcome: Settlement['outcome'], at = 9): Settlement {
  return { outcome, by: 'person', at, evidence: ['seen on the site'] }
}
