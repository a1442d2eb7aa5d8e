import type { LiveOrder } from '../../../shared/domain/order.ts'
import { endsInWords } from '../../../shared/domain/rules/ends.ts'
import { count } from '../../words/counts.ts'

/** The most groups that are named beside an order. */
const named = 3

/** The groups that hold an order: `Shop, EU and 2 more`; null: none does. */
export function groupWords(names: readonly string[]): string | null {
  if (names.length === 0) return null
  const more = names.length - named
  return `${names.slice(0, named).join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

/** When an order ends: `ends in 20 h`; and that it may be sooner where the end of an address cannot be read. */
export function endWords({ endsAt, oddEnds }: Pick<LiveOrder, 'endsAt' | 'oddEnds'>, now: number): string {
  if (endsAt === null) return 'end not readable'
  return oddEnds === 0 ? endsInWords(endsAt, now) : `${endsInWords(endsAt, now)}, perhaps sooner`
}

/** What of the vendor's list is missing among the orders; null: nothing. */
export function notUnderstoodWords(records: number): string | null {
  if (records === 0) return null
  return `${count(records, 'record', 'records')} of the vendor’s list could not be understood. What they say is missing here.`
}

/** How many records of the vendor's list say again what others say; null: none. */
export function repeatedWords(records: number): string | null {
  if (records === 0) return null
  return `${count(records, 'record', 'records')} of the vendor’s list came twice; each address counts once.`
}

/** `12 orders are in no group`. */
export function ungroupedWords(orders: number): string {
  return count(orders, 'order is in no group', 'orders are in no group')
}
