import type { Accounts } from '../accounts/accounts.ts'
import type { Balance } from '../balance/balance.ts'
import type { Orders } from '../orders/orders.ts'
import type { AccountsPort, KnownPort } from '../renewals/ports.ts'

/** What the heart knows of orders and balance, over the two features that read them. */
export function knownPort(orders: Orders, balance: Balance): KnownPort {
  return {
    known: orders.known,
    shown: orders.shown,
    markShown: orders.markShown,
    balance: balance.money,
    doubtful: orders.doubtful,
    learned: orders.learned,
  }
}

/** The accounts that renewals pay from. A practice account's address is the embedded vendor's, new at each start. */
export function payingAccounts(accounts: Accounts): AccountsPort {
  return {
    get: accounts.get,
    readAccess: accounts.access,
  }
}
