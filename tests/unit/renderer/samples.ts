import type { BalanceView, GroupView, Snapshot } from '../../../src/shared/contract/snapshot.ts'
import type { Renewal } from '../../../src/shared/domain/renewal.ts'
import { defaultSettings } from '../../../src/shared/domain/rules/defaultSettings.ts'
import { type Money, parseAmount } from '../../../src/shared/domain/rules/money.ts'
import type { Outcome } from '../../../src/shared/domain/rules/outcomes.ts'
import { anAutoExtend } from '../../support/domain.ts'

/** A sum in USD unless said otherwise. */
export function money(text: string, currency = 'USD'): Money {
  const amount = parseAmount(text)
  if (amount === null) throw new Error(`no amount: ${text}`)
  return { amount, currency }
}

/** A group's row under a name, with what a test cares about. */
export function groupView(name: string, patch: Partial<GroupView> = {}, accountId = 'account'): GroupView {
  return {
    group: {
      id: `id-${name}`,
      accountId,
      name,
      proxyType: 'IPv4',
      orderIds: [`100-${name}`],
      rentPeriodDays: 30,
      promoCode: null,
      showInTray: false,
      priceLimit: null,
      dueDays: null,
      createdAt: 1,
      updatedAt: 1,
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
    ...patch,
  }
}

/** The balance of an account that was never read. */
export function balanceView(accountId: string): BalanceView {
  const unread = { money: null, readAt: null, reading: false, problem: null }
  return { accountId, ...unread, offline: false, low: false, nextTryAt: null }
}

/** A snapshot of an installation without anything, with what a test cares about. */
export function snapshot(patch: Partial<Snapshot> = {}): Snapshot {
  return {
    version: 1,
    accounts: [],
    groups: [],
    balances: [],
    forecasts: [],
    orders: [],
    unsettled: [],
    dueRun: null,
    settings: defaultSettings,
    notices: [],
    updates: { feed: null, state: { kind: 'idle' } },
    about: {
      version: '0',
      dataFolder: '/d',
      defaultApiUrl: 'https://youproxy.io',
      platform: 'linux',
      language: 'en',
      hasTray: true,
    },
    ...patch,
  }
}

/** A renewal of two orders that cost 12.50 and came to an outcome. */
export function renewal(outcome: Outcome, detail = ''): Renewal {
  return {
    intent: {
      id: 'renewal',
      accountId: 'account',
      accountName: 'Main',
      groupId: 'group',
      groupName: 'EU clients',
      source: 'window',
      startedAt: Date.UTC(2027, 0, 1),
      request: { proxyType: 'IPv4', orderIds: ['7', '8'], rentPeriodDays: 30 },
      quote: {
        price: money('12.5'),
        discount: null,
        promoCodeStatus: null,
        warnings: [],
        balance: null,
        at: 1,
      },
      balanceBefore: money('100'),
      endsBefore: [
        { orderId: '7', endsAt: Date.UTC(2027, 0, 2) },
        { orderId: '8', endsAt: Date.UTC(2027, 0, 2) },
      ],
      endsReadAt: 1,
      endsFresh: true,
      limits: { group: null, account: null, day: null },
      confirmed: [],
    },
    result: {
      outcome,
      stage: 'exchange',
      endedAt: Date.UTC(2027, 0, 1, 0, 1),
      detail,
      remarks: [],
      vendorError: null,
      promoCodeStatus: null,
      balanceAfter: outcome === 'unknown' ? null : money('87.5'),
      quantity: 2,
      httpStatus: 200,
      reply: null,
    },
    settlement: null,
    endsAfter: [],
    check: null,
    unsaved: false,
  }
}
