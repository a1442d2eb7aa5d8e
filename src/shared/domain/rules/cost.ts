import { type Money, minus } from './money.ts'

/** The parts of a renewal that tell its cost. */
interface Costs {
  readonly intent: { readonly quote: { readonly price: Money } | null; readonly balanceBefore: Money | null }
  readonly result: { readonly balanceAfter: Money | null } | null
}

/**
 * What a renewal cost: the quote's price, else what the balance fell by. Null where neither is known.
 * Vendor doc: the reply itself has no price. Never subtracts across currencies.
 */
export function costOf({ intent, result }: Costs): Money | null {
  if (intent.quote !== null) return intent.quote.price
  const before = intent.balanceBefore
  const after = result?.balanceAfter ?? null
  if (before === null || after === null || before.currency !== after.currency) return null
  const amount = minus(before.amount, after.amount)
  return amount > 0 ? { amount, currency: before.currency } : null
}
