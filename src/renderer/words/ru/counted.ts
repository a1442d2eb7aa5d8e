import { formatNumber } from '../../../shared/words/intl.ts'
import { pluralRu } from '../../../shared/words/plural.ts'

/** How many there are of what the window counts most, by itself or at the head of a sentence: `1 заказ`, `1 200 заказов`. */
export const counted = {
  orders: (n: number): string => `${formatNumber(n)} ${pluralRu(n, 'заказ', 'заказа', 'заказов')}`,
  addresses: (n: number): string => `${formatNumber(n)} ${pluralRu(n, 'адрес', 'адреса', 'адресов')}`,
  days: (n: number): string => `${formatNumber(n)} ${pluralRu(n, 'день', 'дня', 'дней')}`,
  groups: (n: number): string => `${formatNumber(n)} ${pluralRu(n, 'группа', 'группы', 'групп')}`,
  renewals: (n: number): string => `${formatNumber(n)} ${pluralRu(n, 'продление', 'продления', 'продлений')}`,
}
