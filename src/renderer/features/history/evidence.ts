import type { Renewal } from '../../../shared/domain/renewal.ts'
import { day, hour } from '../../../shared/domain/rules/ends.ts'
import { formatDateTime } from '../../../shared/words/intl.ts'
import { count } from '../../words/counts.ts'

/** How an order's end stood before and after, both ms since the epoch; null: not read. */
export interface EndMove {
  readonly orderId: string
  readonly before: number | null
  readonly after: number | null
}

/** Every order of a renewal with its end before and after. */
export function endMoves(renewal: Renewal): EndMove[] {
  const before = new Map(renewal.intent.endsBefore.map((end) => [end.orderId, end.endsAt]))
  const after = new Map(renewal.endsAfter.map((end) => [end.orderId, end.endsAt]))
  return renewal.intent.request.orderIds.map((orderId) => ({
    orderId,
    before: before.get(orderId) ?? null,
    after: after.get(orderId) ?? null,
  }))
}

/** How far an end moved: `moved on by 30 days`, `not moved`, or why nothing can be said. */
export function moveWords({ before, after }: EndMove): string {
  if (after === null) return 'not read since'
  if (before === null) return `now ${formatDateTime(after)}; not known before`
  if (after === before) return `not moved: ${formatDateTime(before)}`
  const way = after > before ? 'on' : 'back'
  return `moved ${way} by ${distanceWords(Math.abs(after - before))}, to ${formatDateTime(after)}`
}

/** A length of time in ms, to the nearest whole day or, below two days, hour. */
function distanceWords(ms: number): string {
  if (ms >= 2 * day) return count(Math.round(ms / day), 'day', 'days')
  return ms < hour ? 'less than an hour' : `${Math.round(ms / hour)} h`
}
