import type { GroupDraft, RenewalTerms } from '../../../shared/domain/group.ts'
import type { Quote } from '../../../shared/domain/quote.ts'
import { checkGroupDraft } from '../../../shared/domain/rules/groupDraft.ts'
import { formatMoney } from '../../../shared/domain/rules/money.ts'
import { pageWords } from '../../words/pageWords.ts'

/** What of a draft makes its price. */
export type PricedDraft = Pick<
  GroupDraft,
  'accountId' | 'proxyType' | 'orderIds' | 'rentPeriodDays' | 'promoCode'
>

/** What a draft would be renewed on; null while something in it that makes the price is missing or wrong. */
export function termsOf(draft: PricedDraft): RenewalTerms | null {
  // The price need not wait for the name, nor for what else makes none.
  const checked = checkGroupDraft({ ...draft, name: '-', priceLimit: '', dueDays: '' }, [])
  if (!checked.ok) return null
  const { orderIds, rentPeriodDays, promoCode } = checked.value
  return { accountId: draft.accountId, proxyType: draft.proxyType, orderIds, rentPeriodDays, promoCode }
}

/** A price in words: the sum, what is off, and whether the promo code holds. */
export function quoteWords({ price, discount, promoCodeStatus }: Quote): string {
  const words = pageWords().groups.quote
  const off = discount ? words.off(formatMoney({ amount: discount, currency: price.currency })) : null
  // Vendor doc: with NO_VALID a renewal goes through all the same, at full price.
  const code = promoCodeStatus === null || promoCodeStatus === 'VALID' ? null : words.codeNotValid
  return [words.price(formatMoney(price)), off, code].filter((part) => part !== null).join(', ')
}
