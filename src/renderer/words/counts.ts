import { formatNumber } from '../../shared/words/intl.ts'
/** `1 order`, `3 orders`, `1,200 orders`. */
export function count(n: number, one: string, many: string): string {
  return `${formatNumber(n)} ${n === 1 ? one : many}`
}

/** What a group holds: `3 orders · 12 addresses`; without the addresses until they are known. */
export function sizeWords(orders: number, addresses: number | null): string {
  const first = count(orders, 'order', 'orders')
  return addresses === null ? first : `${first} · ${count(addresses, 'address', 'addresses')}`
}
