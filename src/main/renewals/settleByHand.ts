import type { Renewal, Settlement } from '../../shared/domain/renewal.ts'
import { err, ok, type Result } from '../../shared/domain/result.ts'
import { formatMoney } from '../../shared/domain/rules/money.ts'
import { currentOutcome } from '../../shared/domain/rules/outcomes.ts'
import { words } from '../../shared/words/words.ts'
import { bounded } from './bounded.ts'
import type { Clock, JournalPort, KnownPort } from './ports.ts'
import { isoMinute } from './settleWords.ts'

/** What a person may decide of an `unknown`: the buttons `It went through` and `It did not`. */
export type Decision = 'it-went-through' | 'it-did-not'

/** Why a decision was not taken. */
export interface SettleProblem {
  readonly kind: 'not-found' | 'not-unknown' | 'disk'
  readonly message: string
}

/** Settles an `unknown` by a person's word, and keeps what was known at that moment beside it. */
export function settleByHand(
  parts: { journal: JournalPort; known: KnownPort; clock: Clock },
  renewalId: string,
  decision: Decision,
): Result<Renewal, SettleProblem> {
  const { refusals } = words().settling
  const renewal = parts.journal.get(renewalId)
  if (!renewal) return err({ kind: 'not-found', message: words().renewals.notInJournal })
  if (renewal.result === null) {
    return err({ kind: 'disk', message: refusals.noResult })
  }
  if (currentOutcome(renewal) !== 'unknown') {
    return err({ kind: 'not-unknown', message: refusals.notUnknown })
  }
  const settlement: Settlement = {
    outcome: decision === 'it-went-through' ? 'renewed' : 'not renewed',
    by: 'person',
    at: parts.clock.now(),
    evidence: evidenceOf(renewal, parts.known),
  }
  const saved = parts.journal.settle(renewalId, settlement)
  if (!saved.ok) return err({ kind: 'disk', message: saved.error.message })
  return ok({ ...renewal, settlement })
}

/** What is known of an `unknown` now, in words and figures: balance and every order's end, before and now. */
export function evidenceOf(renewal: Renewal, known: KnownPort): string[] {
  const { intent } = renewal
  const { balance: ofBalance, ends } = words().settling
  const lines: string[] = []
  const balance = known.balance(intent.accountId)
  const before = intent.balanceBefore && formatMoney(intent.balanceBefore)
  lines.push(ofBalance.known(before, balance && formatMoney(balance)))
  if (intent.quote) lines.push(ofBalance.quoted(formatMoney(intent.quote.price)))
  const { orders, readAt } = known.known(intent.accountId)
  const now = new Map(orders.map((order) => [order.orderId, order.endsAt]))
  lines.push(readAt === null ? ends.neverRead : ends.readAt(isoMinute(readAt)))
  for (const { orderId, endsAt } of intent.endsBefore) {
    lines.push(ends.order(orderId, isoMinute(endsAt), isoMinute(now.get(orderId) ?? null)))
  }
  return lines.map((line) => bounded(line, 400))
}
