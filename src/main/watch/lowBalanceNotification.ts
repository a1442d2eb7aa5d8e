import type { Amount, Money } from '../../shared/domain/money.ts'
import { formatMoney } from '../../shared/domain/rules/money.ts'
import { cleanVendorText } from '../../shared/domain/rules/vendorText.ts'
import { words } from '../../shared/words/words.ts'
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

/** The notification of a low balance. Its title begins `Low balance`, in the language spoken; no other's does. */
export function lowBalanceNotification(low: LowBalance): NotificationModel {
  const threshold = formatMoney({ amount: low.warnBelow, currency: low.balance.currency })
  const { crossed, still, title } = words().notifications.low
  const body = low.reminder ? still : crossed
  return {
    title: cleanVendorText(title(formatMoney(low.balance)), 100),
    body: cleanVendorText(body(low.accountName, threshold), 500),
    target: { view: 'groups', accountId: low.accountId, groupId: null, renewalId: null },
    urgency: 'normal',
  }
}
