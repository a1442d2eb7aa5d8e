import type { Renewal } from '../../../shared/domain/renewal.ts'
import { day, hour } from '../../../shared/domain/rules/ends.ts'
import { formatDateTime } from '../../../shared/words/intl.ts'
import { pageWords } from '../../words/pageWords.ts'

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
  const { moves } = pageWords().history
  if (after === null) return moves.notRead
  if (before === null) return moves.notKnownBefore(formatDateTime(after))
  if (after === before) return moves.unmoved(formatDateTime(before))
  const by = distanceWords(Math.abs(after - before))
  return after > before ? moves.on(by, formatDateTime(after)) : moves.back(by, formatDateTime(after))
}

/** A length of time in ms, to the nearest whole day or, below two days, hour. */
function distanceWords(ms: number): string {
  const { moves } = pageWords().history
  if (ms >= 2 * day) return moves.days(Math.round(ms / day))
  return ms < hour ? moves.underAnHour : moves.hours(Math.round(ms / hour))
}
