import { formatNumber } from '../../../shared/words/intl.ts'
import { pluralEn } from '../../../shared/words/plural.ts'

/** How many there are of what the window counts most, by itself or at the head of a sentence: `1 order`, `1,200 orders`. */
export const counted = {
  orders: (n: number): string => `${formatNumber(n)} ${pluralEn(n, 'order', 'orders')}`,
  addresses: (n: number): string => `${formatNumber(n)} ${pluralEn(n, 'address', 'addresses')}`,
  days: (n: number): string => `${formatNumber(n)} ${pluralEn(n, 'day', 'days')}`,
  groups: (n: number): string => `${formatNumber(n)} ${pluralEn(n, 'group', 'groups')}`,
  renewals: (n: number): string => `${formatNumber(n)} ${pluralEn(n, 'renewal', 'renewals')}`,
}
