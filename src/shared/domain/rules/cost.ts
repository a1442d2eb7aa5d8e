import type { Renewal } from '../renewal.ts'
import { type Money, minus } from './money.ts'

/**
 * What a renewal cost: the quote's price, else what the balance fell by. Null where neither is known.
 * Vendor doc: the reply itself has no price. Never subtracts across currencies.
 */
export function costOf({ intent, result }: Pick<Renewal, 'intent' | 'result'>): Money | null {
  if (intent.quote !== null) return intent.quote.price
  const before = intent.balanceBefore
  const after = result?.balanceAfter ?? null
  if (before === null || after === null || before.currency !== after.currency) return null
  const amount = minus(before.amount, after.amount)
  return amount > 0 ? { amount, currency: before.currency } : null
}
