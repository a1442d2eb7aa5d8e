import type { Finding } from '../../shared/domain/finding.ts'
import type { Money } from '../../shared/domain/money.ts'
import { insufficientFunds } from '../../shared/domain/rules/vendorAdvice.ts'
import { coveredBy } from './guard.ts'

/** What a person agreed to for one group of a plan, by pressing `Pay`. Only a plan makes one. */
export interface Agreement {
  /** What of the group decides the price: a change makes the agreement void. */
  readonly groupMark: string
  readonly price: Money
  readonly findings: readonly Finding[]
  /** Every order's end as the plan knew it, ms since the epoch: one that moved since is asked about. */
  readonly seenEnds: ReadonlyMap<string, number>
}

/** Whether the guard found that money is missing (its own comparison, or the vendor's warning 16). */
export function isShortOfFunds(findings: readonly Finding[]): boolean {
  return findings.some(saysShort)
}

function saysShort(finding: Finding): boolean {
  if (finding.kind === 'quote-warning') return finding.warning.code === insufficientFunds
  return finding.kind === 'price-above-balance'
}

/**
 * The findings of a plan that a yes to it can mean. Never that money is missing, nor that there is no price: a run
 * stops at the one, and pays nothing whose price nobody saw.
 */
export function agreeable(findings: readonly Finding[]): Finding[] {
  return findings.filter((finding) => finding.kind !== 'no-quote' && !saysShort(finding))
}

/**
 * What was found at a group's turn beyond what was agreed to; nothing: it may be paid. A sum of the day that became
 * smaller, because a group before it was not paid, is no more than was agreed to.
 */
export function beyondAgreement(found: readonly Finding[], agreed: readonly Finding[]): Finding[] {
  return found.filter((finding) => !coveredBy([finding], agreed) && !isLessOfTheDay(finding, agreed))
}

function isLessOfTheDay(finding: Finding, agreed: readonly Finding[]): boolean {
  if (finding.kind !== 'over-limit' || finding.limitOf !== 'day') return false
  const { limit, sum } = finding
  return agreed.some(
    (other) =>
      other.kind === 'over-limit' &&
      other.limitOf === 'day' &&
      other.limit.amount === limit.amount &&
      other.sum.currency === sum.currency &&
      other.sum.amount >= sum.amount,
  )
}
