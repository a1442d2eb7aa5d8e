/** Reads what is known of an account anew. */
export interface ScheduleParts {
  readonly accountIds: () => readonly string[]
  /** Minutes between two reads of the balance, as set now. */
  readonly balanceMinutes: () => number
  readonly readBalance: (accountId: string) => void
  readonly readOrders: (accountId: string) => void
  /** Runs something later (ms); gives back what calls it off. */
  readonly setTimer: (run: () => void, ms: number) => () => void
}

const minute = 60_000

/** Minutes between two reads of the orders. */
const ordersMinutes = 30

/** Keeps the time: balances every so many minutes, orders every half hour, both at start and on waking. */
export function createSchedule(parts: ScheduleParts) {
  let cancelBalance = (): void => undefined
  let cancelOrders = (): void => undefined

  function balances(): void {
    for (const id of parts.accountIds()) parts.readBalance(id)
    restartBalances()
  }

  function orders(): void {
    for (const id of parts.accountIds()) parts.readOrders(id)
    cancelOrders()
    cancelOrders = parts.setTimer(orders, ordersMinutes * minute)
  }

  function restartBalances(): void {
    cancelBalance()
    cancelBalance = parts.setTimer(balances, parts.balanceMinutes() * minute)
  }

  return {
    /** Reads everything now, and from now on in time: at start, and when the machine wakes. */
    now(): void {
      balances()
      orders()
    },
    /** The setting changed: the next read of the balance moves. */
    restartBalances,
    stop(): void {
      cancelBalance()
      cancelOrders()
    },
  }
}
