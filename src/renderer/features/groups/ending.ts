import { day, endsIn } from '../../../shared/domain/rules/ends.ts'

/** How pressing an end is: `soon` within a week, `urgent` below 48 hours. */
export type Urgency = 'unread' | 'fine' | 'soon' | 'urgent' | 'ended'

/** How pressing an end is. Times in ms since the epoch; null: it was not read yet. */
export function urgencyOf(endsAt: number | null, now: number): Urgency {
  if (endsAt === null) return 'unread'
  const left = endsIn(endsAt, now)
  if (left.kind === 'ended') return 'ended'
  if (left.kind === 'hours') return 'urgent'
  return left.days < 7 ? 'soon' : 'fine'
}

/** How much of the rental period is left, from 0 to 1: what the ring in a row shows. */
export function shareLeft(endsAt: number, now: number, rentPeriodDays: number): number {
  return Math.min(1, Math.max(0, (endsAt - now) / (rentPeriodDays * day)))
}
