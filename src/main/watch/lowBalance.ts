import type { Amount } from '../../shared/domain/money.ts'
import { day } from '../../shared/domain/rules/ends.ts'
import type { Delivery } from './quietHours.ts'

/** What is kept of an account's low balance between two readings. */
export interface LowBalanceState {
  /** True while the balance stands below the threshold. */
  readonly below: boolean
  /** When this fall was told last, ms since the epoch; null: not told. */
  readonly toldAt: number | null
}

/** A reading to judge. */
export interface BalanceReading {
  /** Null while no balance was ever read. */
  readonly balance: Amount | null
  /** The threshold in the balance's own currency; null: no warning wanted. */
  readonly warnBelow: Amount | null
  /** Ms since the epoch. */
  readonly now: number
  readonly dailyReminder: boolean
}

/** What follows from a reading: the state to keep, and what to tell. */
export interface BalanceVerdict {
  readonly next: LowBalanceState
  readonly notify: 'crossing' | 'reminder' | null
}

/** The state of an account whose balance was never judged. */
export const neverLow: LowBalanceState = { below: false, toldAt: null }

/**
 * The crossing rule (DESIGN.md, Low balance): told once when the balance is found below the threshold, by falling or
 * by the threshold being set above it; again only after it stood at or above it. While it stays below, a reminder a
 * day where wanted. To be asked after each reading and each change of the threshold.
 */
export function judgeBalance(previous: LowBalanceState, reading: BalanceReading): BalanceVerdict {
  const { balance, warnBelow, now } = reading
  if (warnBelow === null) return { next: neverLow, notify: null }
  if (balance === null) return { next: previous, notify: null }
  if (balance >= warnBelow) return { next: neverLow, notify: null }
  if (!previous.below || previous.toldAt === null) {
    return { next: { below: true, toldAt: now }, notify: 'crossing' }
  }
  // A clock that was set back would put the next reminder off for as long as it was wrong.
  const toldAt = Math.min(previous.toldAt, now)
  if (reading.dailyReminder && now - toldAt >= day) {
    return { next: { below: true, toldAt: now }, notify: 'reminder' }
  }
  return { next: { below: true, toldAt }, notify: null }
}

/**
 * What follows from a reading when switches and quiet hours are asked. Held back, a fall counts as not told, so that
 * the next reading after the quiet hours tells it if the balance is still below; so does a reminder.
 */
export function deliverBalance(
  previous: LowBalanceState,
  verdict: BalanceVerdict,
  delivery: Delivery,
): BalanceVerdict {
  if (verdict.notify === null || delivery === 'tell') return verdict
  if (delivery === 'drop') return { next: verdict.next, notify: null }
  return { next: verdict.notify === 'crossing' ? { below: true, toldAt: null } : previous, notify: null }
}
