import type { Renewal } from '../../../shared/domain/renewal.ts'
import { costOf } from '../../../shared/domain/rules/cost.ts'
import { formatMoney, type Money } from '../../../shared/domain/rules/money.ts'
import { currentOutcome, type Outcome, outcomeLabel } from '../../../shared/domain/rules/outcomes.ts'
import { pageWords } from '../../words/pageWords.ts'

/** What an outcome means for the money, in two or three words. */
export function moneyWords(outcome: Outcome): string {
  return pageWords().renewals.money[outcome]
}

/** True for outcomes that a person has to hear about as a problem. */
export function isProblem(outcome: Outcome): boolean {
  return outcome === 'refused' || outcome === 'not sent' || outcome === 'unknown'
}

/**
 * The price that stands beside an outcome: the quote's, and of one that went through without a quote what the balance
 * fell by. Nothing was paid for any other, so a balance that fell meanwhile is not its price. Null: not known.
 */
export function priceOf(renewal: Renewal): Money | null {
  return currentOutcome(renewal) === 'renewed' ? costOf(renewal) : (renewal.intent.quote?.price ?? null)
}

/** Where the vendor's reply differed from what was asked (promo code, period, quantity, type), in words; empty: nowhere. */
export function remarksText(renewal: Renewal): string {
  return (renewal.result?.remarks ?? []).join(' ')
}

/**
 * What the status element says about a renewal that ended: group, outcome, price, what is left, and where the reply
 * differed from what was asked. The reason of a bad one is told by the alert, so that nothing is heard twice.
 */
export function announcement(renewal: Renewal): string {
  const { renewals } = pageWords()
  const outcome = currentOutcome(renewal)
  if (outcome === null) return renewals.underWay(renewal.intent.groupName)
  const parts = [renewals.told(renewal.intent.groupName, outcomeLabel(outcome))]
  const price = priceOf(renewal)
  if (outcome === 'renewed' && price) parts.push(renewals.paid(formatMoney(price)))
  const left = renewal.result?.balanceAfter
  if (left) parts.push(renewals.leftNow(formatMoney(left)))
  const remarks = remarksText(renewal)
  if (remarks !== '' && !isProblem(outcome)) parts.push(remarks)
  return parts.join(' ')
}

/** What the message says about a renewal that needs a look: why, what differed, what to do. */
export function problemText(renewal: Renewal): string {
  const said = renewal.result?.detail ?? ''
  const notSaved = renewal.unsaved ? pageWords().renewals.notRecorded : ''
  return [said, remarksText(renewal), notSaved].filter((part) => part !== '').join(' ')
}

/** The soonest end after a renewal, ms since the epoch; null until read. */
export function newEnd(renewal: Renewal): number | null {
  const ends = renewal.endsAfter.flatMap((end) => (end.endsAt === null ? [] : [end.endsAt]))
  return ends.length > 0 ? Math.min(...ends) : null
}
