import type { LiveOrder } from '../../../shared/domain/order.ts'
import { endsInWords } from '../../../shared/domain/rules/ends.ts'
import { pageWords } from '../../words/pageWords.ts'

/** The most groups that are named beside an order. */
const named = 3

/** The groups that hold an order: `Shop, EU and 2 more`; null: none does. */
export function groupWords(names: readonly string[]): string | null {
  if (names.length === 0) return null
  const more = names.length - named
  return pageWords().orders.table.groupNames(names.slice(0, named), more)
}

/** When an order ends: `ends in 20 h`; and that it may be sooner where the end of an address cannot be read. */
export function endWords({ endsAt, oddEnds }: Pick<LiveOrder, 'endsAt' | 'oddEnds'>, now: number): string {
  if (endsAt === null) return pageWords().orders.table.noEnd
  const words = endsInWords(endsAt, now)
  return oddEnds === 0 ? words : pageWords().orders.table.perhapsSooner(words)
}

/** What of the vendor's list is missing among the orders; null: nothing. */
export function notUnderstoodWords(records: number): string | null {
  return records === 0 ? null : pageWords().orders.notUnderstood(records)
}

/** How many records of the vendor's list say again what others say; null: none. */
export function repeatedWords(records: number): string | null {
  return records === 0 ? null : pageWords().orders.repeated(records)
}
