/** What a renewal costs at the embedded vendor, and whether a promo code holds. */
import { shareOf, toUnits } from './money.ts'
import type { PeriodList, PriceList, ProxyType, VendorAccount } from './types.ts'

/** What the vendor says of a promo code; null when none was sent. */
export type PromoCodeStatus = 'VALID' | 'NO_VALID' | null

/** Price and promo status of one renewal. Amounts are in ten-thousandths; `price` is what is charged. */
export interface Price {
  readonly price: number
  readonly discount: number
  readonly promoCodeStatus: PromoCodeStatus
}

/**
 * Prices per address and period. Every period listed here is accepted: IPv6 for 30 days too, because the
 * vendor's sample replies show such a renewal, although its list of periods does not name it.
 */
export const DEFAULT_PRICES: PriceList = {
  IPv4: perPeriod({ 30: '1.40', 60: '2.70', 90: '3.90', 180: '7.50', 360: '14.20' }),
  IPv6: perPeriod({ 30: '0.12', 90: '0.33', 180: '0.60', 360: '1.10' }),
  MOBILE: perPeriod({ 30: '9.50', 360: '102.60' }),
  ISP: perPeriod({ 30: '2.10', 60: '4.05', 90: '5.90' }),
}

/** The periods `GET rentPeriod` names (vendor doc for all but ISP, whose periods are this vendor's choice). */
export const DEFAULT_PERIODS: PeriodList = {
  IPv4: [30, 60, 90, 180, 360],
  IPv6: [90, 180, 360],
  MOBILE: [30, 360],
  ISP: [30, 60, 90],
}

function perPeriod(amounts: Record<number, string>): Record<number, number> {
  return Object.fromEntries(Object.entries(amounts).map(([days, amount]) => [days, toUnits(amount)]))
}

/** Status of a promo code for an account at a moment: unknown, used up, not begun and expired ones are `NO_VALID`. */
export function promoStatus(account: VendorAccount, code: string | null, now: number): PromoCodeStatus {
  if (code === null) return null
  return holdingCode(account, code, now) ? 'VALID' : 'NO_VALID'
}

function holdingCode(account: VendorAccount, code: string, now: number) {
  return account.promoCodes.find(
    (promo) =>
      promo.code === code &&
      promo.countUses > 0 &&
      promo.startDate <= now &&
      (promo.endless || now < promo.endDate),
  )
}

/** Price of renewing `addresses` addresses; null when the vendor does not rent this type for so many days. */
export function priceOf(
  prices: PriceList,
  account: VendorAccount,
  what: { type: ProxyType; days: number; addresses: number; promoCode: string | null },
  now: number,
): Price | null {
  const single = Object.hasOwn(prices[what.type], what.days) ? prices[what.type][what.days] : undefined
  if (single === undefined) return null
  const full = single * what.addresses
  const promo = what.promoCode === null ? undefined : holdingCode(account, what.promoCode, now)
  const discount = promo ? shareOf(full, promo.discount) : 0
  return { price: full - discount, discount, promoCodeStatus: promoStatus(account, what.promoCode, now) }
}

/** Takes one use off a promo code that held. */
export function spendPromo(account: VendorAccount, code: string): void {
  const promo = account.promoCodes.find((candidate) => candidate.code === code)
  if (promo) promo.countUses -= 1
}
