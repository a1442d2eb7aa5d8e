import type { DueStop } from '../../shared/domain/dueRun.ts'
import type { Finding } from '../../shared/domain/finding.ts'
import type { Money } from '../../shared/domain/money.ts'
import { findingWords } from '../../shared/domain/rules/findingWords.ts'
import { formatMoney } from '../../shared/domain/rules/money.ts'
import { adviceFor } from '../../shared/domain/rules/vendorAdvice.ts'
import { words } from '../../shared/words/words.ts'
import { failureOf } from './badOrderWords.ts'
import { bounded } from './bounded.ts'
import type { PreviewAnswer } from './previews.ts'
import type { RenewalRefusal } from './refusals.ts'

/** The longest words of a row or a stop, in characters. */
const longest = 1000

/** Why a group has no price. */
export function noPriceWords(answer: Exclude<PreviewAnswer, { kind: 'priced' }>): string {
  if (answer.kind === 'no-key') return bounded(words().due.noKey(answer.message), longest)
  if (answer.kind === 'none') {
    const { problem, said } = failureOf(answer)
    return bounded([problem, said].filter((one) => one !== null).join(' '), longest)
  }
  const { code, message } = answer.error
  return bounded(words().due.refused(message, code, adviceFor(code)), longest)
}

/** Why a group could not be looked at. */
export function notLookedAtWords(refusal: RenewalRefusal): string {
  return refusal.kind === 'changed' ? words().due.changedAtQuote : bounded(refusal.message, longest)
}

/** The group is not what was agreed to. */
export function changedWords(refusal: RenewalRefusal): string {
  const { changedSince, notTried } = words().due
  return refusal.kind === 'changed' ? changedSince : bounded(notTried(refusal.message), longest)
}

/** More was found at its turn than was agreed to. */
export function asksWords(beyond: readonly Finding[]): string {
  const titles = beyond.map((finding) => findingWords(finding).title).join('; ')
  return bounded(words().due.asks(titles), longest)
}

/** The run came to a group that its plan showed as not covered. */
export function notCoveredWords(name: string, price: Money | null, balance: Money | null): string {
  return bounded(words().due.notCovered(name, sumWords(price), sumWords(balance)), longest)
}

/** Money is missing that the plan did not miss. */
export function shortWords(name: string, price: Money | null, balance: Money | null): string {
  return bounded(words().due.short(name, sumWords(price), sumWords(balance)), longest)
}

function sumWords(sum: Money | null): string | null {
  return sum === null ? null : formatMoney(sum)
}

/** What stopped a run, in words. `name`: of the group at which it happened; `said`: where it takes more than the kind. */
export function stopped(
  kind: DueStop['kind'],
  at: { readonly accountId: string; readonly groupId: string; readonly name: string } | null,
  said: string = words().due.stops[kind](at?.name ?? ''),
): DueStop {
  const ofAccount = kind === 'funds' || kind === 'key'
  return {
    kind,
    accountId: ofAccount ? (at?.accountId ?? null) : null,
    groupId: at?.groupId ?? null,
    words: bounded(said, longest),
  }
}
