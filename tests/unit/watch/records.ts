import type { BalanceView, GroupView } from '../../../src/shared/contract/snapshot.ts'
import type { Account } from '../../../src/shared/domain/account.ts'
import type { Renewal, RenewalResult } from '../../../src/shared/domain/renewal.ts'
import { type Amount, amountOf, type Money } from '../../../src/shared/domain/rules/money.ts'
import { anAutoExtend } from '../../support/domain.ts'

/** Ids that read as what they are. */
export const ids = {
  main: '0b1f8f3e-6a43-4f4e-9d0e-7b1f4b0f5a01',
  second: '0b1f8f3e-6a43-4f4e-9d0e-7b1f4b0f5a02',
  shop: '0b1f8f3e-6a43-4f4e-9d0e-7b1f4b0f5a03',
  farm: '0b1f8f3e-6a43-4f4e-9d0e-7b1f4b0f5a04',
  renewal: '0b1f8f3e-6a43-4f4e-9d0e-7b1f4b0f5a05',
} as const

/** So many dollars and cents as an amount. */
export function sum(dollars: number): Amount {
  const amount = amountOf(Math.round(dollars * 10_000))
  if (amount === null) throw new Error('no amount')
  return amount
}

/** So many dollars. */
export function usd(dollars: number): Money {
  return { amount: sum(dollars), currency: 'USD' }
}

export function account(id: string, name: string, changes: Partial<Account> = {}): Account {
  return {
    id,
    name,
    kind: 'vendor',
    apiUrl: 'https://youproxy.io',
    keyState: 'ok',
    keyRefused: false,
    keyTail: null,
    sessionOnly: false,
    warnBelow: null,
    renewalLimit: null,
    dayLimit: null,
    ...changes,
  }
}

export function balance(
  accountId: string,
  money: Money | null,
  changes: Partial<BalanceView> = {},
): BalanceView {
  return {
    accountId,
    money,
    readAt: money === null ? null : 1,
    reading: false,
    problem: null,
    offline: false,
    low: false,
    nextTryAt: null,
    ...changes,
  }
}

export function groupView(
  group: Partial<GroupView['group']>,
  changes: Partial<Omit<GroupView, 'group'>> = {},
): GroupView {
  return {
    group: {
      id: ids.shop,
      accountId: ids.main,
      name: 'Shop',
      proxyType: 'IPv4',
      orderIds: ['1'],
      rentPeriodDays: 30,
      promoCode: null,
      showInTray: true,
      priceLimit: null,
      dueDays: null,
      createdAt: 1,
      updatedAt: 1,
      ...group,
    },
    addresses: null,
    endsAt: null,
    notListed: [],
    otherType: [],
    inOtherGroups: [],
    phase: 'idle',
    last: null,
    lastPrice: null,
    search: null,
    autoExtend: anAutoExtend({ orders: 1 }),
    ...changes,
  }
}

export function result(changes: Partial<RenewalResult>): RenewalResult {
  return {
    outcome: 'renewed',
    stage: 'exchange',
    endedAt: 2,
    detail: '',
    remarks: [],
    vendorError: null,
    promoCodeStatus: null,
    balanceAfter: null,
    quantity: null,
    httpStatus: 200,
    reply: null,
    ...changes,
  }
}

export function renewal(
  came: Partial<RenewalResult> | null,
  intent: Partial<Renewal['intent']> = {},
  rest: Partial<Omit<Renewal, 'intent' | 'result'>> = {},
): Renewal {
  return {
    intent: {
      id: ids.renewal,
      accountId: ids.main,
      accountName: 'Main',
      groupId: ids.shop,
      groupName: 'Shop',
      source: 'window',
      startedAt: 1,
      request: { proxyType: 'IPv4', orderIds: ['1'], rentPeriodDays: 30 },
      quote: null,
      balanceBefore: null,
      endsBefore: [],
      endsReadAt: null,
      endsFresh: false,
      limits: { group: null, account: null, day: null },
      confirmed: [],
      ...intent,
    },
    result: came === null ? null : result(came),
    settlement: null,
    endsAfter: [],
    check: null,
    unsaved: false,
    ...rest,
  }
}
