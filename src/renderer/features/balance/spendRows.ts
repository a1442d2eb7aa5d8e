import { type Amount, plus, zero } from '../../../shared/domain/rules/money.ts'
import type { MonthSpend } from '../../../shared/domain/spending.ts'

/** A month in one currency's table. */
export interface SpendRow {
  /** The month's first moment, ms since the epoch. */
  readonly month: number
  readonly soFar: boolean
  readonly renewed: number
  readonly paid: Amount
  readonly maybe: number
  readonly maybePaid: Amount
  /** How long its bar is, 0 to 1 of the dearest month's: what was paid, and after it what may have been. */
  readonly share: number
  readonly maybeShare: number
}

/** What one currency's renewals cost; sums never cross currencies. */
export interface SpendTable {
  /** Null: renewals whose price nobody knows. */
  readonly currency: string | null
  /** The newest month first, back to the first with a renewal. */
  readonly rows: readonly SpendRow[]
  readonly renewed: number
  readonly paid: Amount
  readonly maybe: number
  readonly maybePaid: Amount
}

/** One table for each currency, from what main tells of the months, the newest first. Empty: nothing was renewed. */
export function spendTables(months: readonly MonthSpend[]): SpendTable[] {
  const currencies = new Set(months.flatMap(({ spent }) => spent.map((one) => one.currency)))
  // What has no price is an aside of the others, not a table before them.
  const ordered = [...currencies].sort((a, b) => Number(a === null) - Number(b === null))
  return ordered.map((currency) => tableOf(currency, months))
}

function tableOf(currency: string | null, months: readonly MonthSpend[]): SpendTable {
  const none = { renewed: 0, paid: zero, maybe: 0, maybePaid: zero }
  const all = months.map(({ from, spent }, index) => ({
    ...(spent.find((one) => one.currency === currency) ?? none),
    month: from,
    soFar: index === 0,
  }))
  const first = all.findLastIndex((row) => row.renewed + row.maybe > 0)
  const shown = all.slice(0, first + 1)
  const dearest = Math.max(...shown.map((row) => row.paid + row.maybePaid), 1)
  return {
    currency,
    rows: shown.map(({ month, soFar, renewed, paid, maybe, maybePaid }) => ({
      month,
      soFar,
      renewed,
      paid,
      maybe,
      maybePaid,
      share: paid / dearest,
      maybeShare: maybePaid / dearest,
    })),
    renewed: shown.reduce((sum, row) => sum + row.renewed, 0),
    paid: shown.reduce((sum, row) => plus(sum, row.paid), zero),
    maybe: shown.reduce((sum, row) => sum + row.maybe, 0),
    maybePaid: shown.reduce((sum, row) => plus(sum, row.maybePaid), zero),
  }
}
