import type { Account } from '../../shared/domain/account.ts'
import type { Money } from '../../shared/domain/money.ts'
import { deliverBalance, judgeBalance, type LowBalanceState, neverLow } from '../watch/lowBalance.ts'
import { lowBalanceNotification } from '../watch/lowBalanceNotification.ts'
import type { NotificationModel } from '../watch/model.ts'
import type { Delivery } from '../watch/quietHours.ts'

/** What the watch needs of the rest. */
export interface LowBalanceParts {
  readonly account: (accountId: string) => Account | null
  readonly balance: (accountId: string) => Money | null
  readonly loadState: (accountId: string) => LowBalanceState | null
  readonly saveState: (accountId: string, state: LowBalanceState) => void
  readonly dailyReminder: () => boolean
  /** What becomes of it now: switched off, or held back by quiet hours. */
  readonly delivery: () => Delivery
  readonly now: () => number
  readonly notify: (model: NotificationModel) => void
}

/** Asks the crossing rule after each reading and each change of a threshold, and tells what it says. */
export function createLowBalanceWatch(parts: LowBalanceParts) {
  return function look(accountId: string): void {
    const account = parts.account(accountId)
    if (!account) return
    const balance = parts.balance(accountId)
    const previous = parts.loadState(accountId) ?? neverLow
    const verdict = judgeBalance(previous, {
      balance: balance?.amount ?? null,
      warnBelow: account.warnBelow,
      now: parts.now(),
      dailyReminder: parts.dailyReminder(),
    })
    const { next, notify } = deliverBalance(previous, verdict, parts.delivery())
    if (next.below !== previous.below || next.toldAt !== previous.toldAt) parts.saveState(accountId, next)
    if (notify === null || balance === null || account.warnBelow === null) return
    parts.notify(
      lowBalanceNotification({
        accountId,
        accountName: account.name,
        balance,
        warnBelow: account.warnBelow,
        reminder: notify === 'reminder',
      }),
    )
  }
}
