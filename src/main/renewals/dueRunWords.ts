import type { DueStop } from '../../shared/domain/dueRun.ts'
import type { Finding } from '../../shared/domain/finding.ts'
import type { Money } from '../../shared/domain/money.ts'
import { findingWords } from '../../shared/domain/rules/findingWords.ts'
import { formatMoney } from '../../shared/domain/rules/money.ts'
import { adviceFor } from '../../shared/domain/rules/vendorAdvice.ts'
import { failureOf } from './badOrderWords.ts'
import { bounded } from './bounded.ts'
import type { PreviewAnswer } from './previews.ts'
import type { RenewalRefusal } from './refusals.ts'

/** The longest words of a row or a stop, in characters. */
const longest = 1000

const again = 'Press Renew all due again for fresh prices.'

/** Why a group has no price. */
export function noPriceWords(answer: Exclude<PreviewAnswer, { kind: 'priced' }>): string {
  if (answer.kind === 'no-key') return bounded(`The API key could not be read. ${answer.message}`, longest)
  if (answer.kind === 'none') {
    const { problem, said } = failureOf(answer)
    return bounded([problem, said].filter((words) => words !== null).join(' '), longest)
  }
  const { code, message } = answer.error
  return bounded(`The vendor refuses to renew it: “${message}” (error ${code}). ${adviceFor(code)}`, longest)
}

/** Why a group could not be looked at. */
export function notLookedAtWords(refusal: RenewalRefusal): string {
  return refusal.kind === 'changed'
    ? `The group was changed while prices were read. ${again}`
    : bounded(refusal.message, longest)
}

/** The group is not what was agreed to. */
export function changedWords(refusal: RenewalRefusal): string {
  return refusal.kind === 'changed'
    ? 'The group was changed since its price was read. Nothing was sent for it and nothing was paid.'
    : bounded(`${refusal.message} Nothing was sent for it and nothing was paid.`, longest)
}

/** More was found at its turn than was agreed to. */
export function asksWords(beyond: readonly Finding[]): string {
  const titles = beyond.map((finding) => findingWords(finding).title).join('; ')
  return bounded(
    `Not paid, because this is new since the prices were read: ${titles}. Press Renew on the group to decide.`,
    longest,
  )
}

/** The run came to a group that its plan showed as not covered. */
export function notCoveredWords(name: string, price: Money | null, balance: Money | null): string {
  const left = balance === null ? '' : `, with ${formatMoney(balance)} left`
  const costs = price === null ? '' : ` (${formatMoney(price)}${left})`
  return bounded(
    `The balance does not cover “${name}”${costs}. It was no part of what you agreed to, and nothing was sent for it. Top up at the vendor. ${again}`,
    longest,
  )
}

/** Money is missing that the plan did not miss. */
export function shortWords(name: string, price: Money | null, balance: Money | null): string {
  const left = balance === null ? '' : `, with ${formatMoney(balance)} left`
  const costs = price === null ? '' : ` (${formatMoney(price)}${left})`
  return bounded(
    `The balance does not cover “${name}” any more${costs}. Nothing was sent for it. Top up at the vendor. ${again}`,
    longest,
  )
}

const stopWords: Readonly<Record<DueStop['kind'], (name: string) => string>> = {
  funds: (name) =>
    `The vendor refused “${name}” because the balance is too low. Top up at the vendor. ${again}`,
  key: (name) => `The vendor refused the API key at “${name}”. Enter the API key again in Settings. ${again}`,
  unknown: (name) =>
    `The outcome of “${name}” is not known: it may or may not have been paid. Nothing more is sent before you have seen that; it stands in History.`,
  person: () => 'You stopped it.',
  quitting: () => 'Leasebar is quitting.',
  disk: (name) =>
    `The disk refused to keep what became of “${name}”. Nothing more is paid before that is written.`,
  waited: (name) =>
    `“${name}” took more than five minutes, as when the machine sleeps. What is left is not paid without asking. ${again}`,
  expired: () => `The prices were older than five minutes. Nothing was sent and nothing was paid. ${again}`,
  failed: (name) =>
    `Something went wrong inside Leasebar at “${name}”. The history tells what became of it; nothing more is sent.`,
}

/** What stopped a run, in words. `name`: of the group at which it happened. */
export function stopped(
  kind: DueStop['kind'],
  at: { readonly accountId: string; readonly groupId: string; readonly name: string } | null,
  words: string = stopWords[kind](at?.name ?? ''),
): DueStop {
  const ofAccount = kind === 'funds' || kind === 'key'
  return {
    kind,
    accountId: ofAccount ? (at?.accountId ?? null) : null,
    groupId: at?.groupId ?? null,
    words: bounded(words, longest),
  }
}
