import type { Finding } from '../../shared/domain/finding.ts'
import type { Group } from '../../shared/domain/group.ts'
import type { Money } from '../../shared/domain/money.ts'
import type { RenewalSource } from '../../shared/domain/renewal.ts'
import { err, ok, type Result } from '../../shared/domain/result.ts'
import type { Clocks, Moment } from '../../shared/elapsed.ts'
import { words } from '../../shared/words/words.ts'
import type { Clock } from './ports.ts'
import { confirmationLife } from './ports.ts'

/** What a person is asked to confirm, kept in main: a window holds its id only. */
export interface Confirmation {
  readonly id: string
  readonly groupId: string
  /** What of the group decides the price: a change makes the confirmation void. */
  readonly groupMark: string
  readonly price: Money | null
  readonly findings: readonly Finding[]
  readonly source: RenewalSource
  /** The orders meant, where it is only a part of the group's; null: all of them. */
  readonly only: readonly string[] | null
}

/** What of a group decides what would be paid for. */
export function groupMark(group: Group): string {
  return JSON.stringify([
    group.accountId,
    group.proxyType,
    group.orderIds,
    group.rentPeriodDays,
    group.promoCode,
  ])
}

/** True while what was confirmable at a moment still is, by both clocks: a suspended monotonic clock buys no time. */
export function isConfirmable(clocks: Clocks, since: Moment): boolean {
  return (
    clocks.monotonic() - since.monotonic <= confirmationLife &&
    Math.abs(clocks.now() - since.wall) <= confirmationLife
  )
}

/** Keeps single-use confirmations, good for five minutes by both clocks: a suspended monotonic clock buys no time. */
export function createConfirmations(clock: Clock, newId: () => string) {
  const open = new Map<string, { confirmation: Confirmation; wall: number; monotonic: number }>()

  const fresh = (entry: Moment): boolean => isConfirmable(clock, entry)

  return {
    /** Issues one, and drops what has expired. */
    issue(what: Omit<Confirmation, 'id'>): { confirmation: Confirmation; expiresAt: number } {
      for (const [id, entry] of open) if (!fresh(entry)) open.delete(id)
      const confirmation = { ...what, id: newId() }
      const wall = clock.now()
      open.set(confirmation.id, { confirmation, wall, monotonic: clock.monotonic() })
      return { confirmation, expiresAt: wall + confirmationLife }
    },
    /** Spends one: it works a single time, whatever comes of it. Fails with words for a person. */
    spend(id: string): Result<Confirmation, string> {
      const entry = open.get(id)
      open.delete(id)
      if (!entry) return err(words().renewals.refusals.answered)
      if (!fresh(entry)) return err(words().renewals.refusals.expired)
      return ok(entry.confirmation)
    },
    /** Forgets one that was declined. */
    drop(id: string): void {
      open.delete(id)
    },
  }
}
