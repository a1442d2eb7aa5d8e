import { type Money, minus } from './money.ts'

/** The parts of a renewal that tell its cost. */
interface Costs {
  readonly intent: {
    readonly quote: { readonly price: Money; readonly promoCodeStatus: string | null } | null
    readonly balanceBefore: Money | null
  }
  readonly result: { readonly balanceAfter: Money | null; readonly promoCodeStatus: string | null } | null
}

/**
 * What a renewal cost: the quote's price, else what the balance fell by. Null where neither is known. A promo code that
 * was valid at the quote and was not honoured (vendor doc: NO_VALID still renews, at the full price) makes the quote too
 * low: then the larger of the two. Vendor doc: the reply itself has no price. Never subtracts across currencies.
 */
export function costOf({ intent, result }: Costs): Money | null {
  const { quote } = intent
  const fell = balanceFell({ intent, result })
  if (quote === null) return fell
  const said = result?.promoCodeStatus ?? null
  const wasDropped = quote.promoCodeStatus === 'VALID' && said !== null && said !== 'VALID'
  const isMore = fell?.currency === quote.price.currency && fell.amount > quote.price.amount
  return wasDropped && isMore ? fell : quote.price
}

function balanceFell({ intent, result }: Costs): Money | null {
  const before = intent.balanceBefore
  const after = result?.balanceAfter ?? null
  if (before === null || after === null || before.currency !== after.currency) return null
  const amount = minus(before.amount, after.amount)
  return amount > 0 ? { amount, currency: before.currency } : null
}
