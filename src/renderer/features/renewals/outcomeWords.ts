import type { Renewal } from '../../../shared/domain/renewal.ts'
import { formatMoney } from '../../../shared/domain/rules/money.ts'
import { currentOutcome, type Outcome, outcomeLabel } from '../../../shared/domain/rules/outcomes.ts'

/** What an outcome means for the money, in two or three words. */
export const moneyWords: Readonly<Record<Outcome, string>> = {
  renewed: 'paid',
  refused: 'nothing paid',
  'not sent': 'nothing paid',
  unknown: 'may have been paid',
  'not renewed': 'nothing paid',
}

/** True for outcomes that a person has to hear about as a problem. */
export function isProblem(outcome: Outcome): boolean {
  return outcome === 'refused' || outcome === 'not sent' || outcome === 'unknown'
}

/**
 * What the status element says about a renewal that ended: group, outcome, price and what is left.
 * The reason of a bad one is told by the alert, so that nothing is heard twice.
 */
export function announcement(renewal: Renewal): string {
  const outcome = currentOutcome(renewal)
  if (outcome === null) return `${renewal.intent.groupName}: still under way.`
  const parts = [`${renewal.intent.groupName}: ${outcomeLabel[outcome]}.`]
  const price = renewal.intent.quote?.price
  if (outcome === 'renewed' && price) parts.push(`${formatMoney(price)} paid.`)
  const left = renewal.result?.balanceAfter
  if (left) parts.push(`${formatMoney(left)} left.`)
  return parts.join(' ')
}

/** What the alert says about a renewal that came to no good: why, and what to do. */
export function problemText(renewal: Renewal): string {
  const said = renewal.result?.detail ?? ''
  const notSaved = renewal.unsaved ? ' The disk refused to record it; it is held in memory.' : ''
  return `${said}${notSaved}`.trim()
}

/** The soonest end after a renewal, ms since the epoch; null until read. */
export function newEnd(renewal: Renewal): number | null {
  const ends = renewal.endsAfter.flatMap((end) => (end.endsAt === null ? [] : [end.endsAt]))
  return ends.length > 0 ? Math.min(...ends) : null
}
