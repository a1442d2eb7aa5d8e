import type { BalancePoint } from '../../shared/contract/snapshot.ts'
import type { ReplyOf } from '../../shared/contract/types.ts'
import type { MonthSpend, Payment, Spend } from '../../shared/domain/spending.ts'
import { drawable } from './drawable.ts'
import { lastMonths } from './months.ts'

/** The most points and marks that a chart is given; the contract takes no more. */
const mostPoints = 1500
const mostPayments = 1000

/** What the history is read from. */
export interface BalanceHistoryParts {
  readonly store: {
    /** Points at or after `since` (ms since the epoch), oldest first; before them the last earlier one. */
    readonly since: (accountId: string, since: number) => readonly BalancePoint[]
  }
  readonly journal: {
    /** The newest renewals begun at or after `since` that are paid or may be, at most `most`, oldest first. */
    readonly payments: (accountId: string, since: number, most: number) => readonly Payment[]
    /** What renewals begun at or after `from` and before `to` cost. */
    readonly paidBetween: (accountId: string, from: number, to: number) => readonly Spend[]
  }
  /** Ms since the epoch. */
  readonly now: () => number
}

/** How a balance went, and what of it went into renewals: read when somebody looks. */
export function createBalanceHistory({ store, journal, now }: BalanceHistoryParts) {
  return {
    /** The balance from `since` (ms since the epoch) on, in the currency it has now, with the renewals beside it. */
    course(accountId: string, since: number): ReplyOf<'balance.history'> {
      const read = store.since(accountId, since)
      const currency = read.at(-1)?.currency ?? null
      // Sums of two currencies share no axis.
      const points = read.filter((point) => point.currency === currency)
      const from = Math.max(since, points[0]?.at ?? since)
      return {
        currency,
        points: [...drawable(points, mostPoints)],
        otherReadings: read.length - points.length,
        payments: [...journal.payments(accountId, from, mostPayments)],
        spent: [...journal.paidBetween(accountId, from, Number.MAX_SAFE_INTEGER)],
      }
    },
    /** What the renewals of the last twelve months cost, the newest month first. */
    months: (accountId: string): MonthSpend[] =>
      lastMonths(now(), 12).map(({ from, to }) => ({
        from,
        to,
        spent: [...journal.paidBetween(accountId, from, to)],
      })),
  }
}

/** The balance's history, as others call it. */
export type BalanceHistory = ReturnType<typeof createBalanceHistory>
