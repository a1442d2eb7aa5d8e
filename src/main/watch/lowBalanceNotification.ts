import type { Amount, Money } from '../../shared/domain/money.ts'
import { formatMoney } from '../../shared/domain/rules/money.ts'
import { cleanVendorText } from '../../shared/domain/rules/vendorText.ts'
import type { NotificationModel } from './model.ts'

/** A low balance to be told. */
export interface LowBalance {
  readonly accountId: string
  readonly accountName: string
  readonly balance: Money
  /** The account's threshold, in the balance's currency. */
  readonly warnBelow: Amount
  /** True for the day's reminder, false for the crossing. */
  readonly reminder: boolean
}

/** The notification of a low balance. Its title begins `Low balance`; no other's does. */
export function lowBalanceNotification(low: LowBalance): NotificationModel {
  const threshold = formatMoney({ amount: low.warnBelow, currency: low.balance.currency })
  const still = low.reminder ? 'still ' : ''
  return {
    title: cleanVendorText(`Low balance: ${formatMoney(low.balance)}`, 100),
    body: cleanVendorText(
      `${low.accountName} is ${still}below ${threshold}. Top up at the vendor, or renewals will be refused.`,
      500,
    ),
    target: { view: 'groups', accountId: low.accountId, groupId: null, renewalId: null },
    urgency: 'normal',
  }
}
