import type { QuoteAnswer } from '../../shared/domain/exchange.ts'
import type { OrderSearch } from '../../shared/domain/orderSearch.ts'
import { adviceFor } from '../../shared/domain/rules/vendorAdvice.ts'
import { words } from '../../shared/words/words.ts'
import { bounded } from './bounded.ts'

/** Why a search came to no end, in Leasebar's words and in those of others. */
export type Failure = Pick<OrderSearch, 'problem' | 'said'>

/** The group is not as it was when the search began. */
export function groupChanged(): Failure {
  return { problem: words().badOrders.groupChanged, said: null }
}

/** Answers that do not fit each other. */
export function answersChanged(): Failure {
  return { problem: words().badOrders.answersChanged, said: null }
}

/** Nothing went wrong: it was stopped, and what was on its way does not count. */
export const stoppedByPerson: Failure = { problem: null, said: null }

/** A bug ended the search. */
export function bugFailure(): Failure {
  return { problem: words().badOrders.bug, said: null }
}

/** The key could not be read; `message` is the keychain's words. */
export function keyFailure(message: string): Failure {
  return { problem: words().badOrders.noKey, said: bounded(message, 400) }
}

/** A quote that tells neither yes nor error 29. */
export function failureOf(answer: Exclude<QuoteAnswer, { kind: 'quoted' }>): Failure {
  const says = words().badOrders
  if (answer.kind === 'refused') {
    const { code, message } = answer.error
    return { problem: says.otherError, said: bounded(says.said(message, code, adviceFor(code)), 400) }
  }
  const { kind, message, retryAfter } = answer.problem
  if (kind === 'rate-limited') return { problem: waitWords(retryAfter), said: null }
  return { problem: says.noAnswer, said: bounded(message, 400) }
}

/** `ms`: null where the vendor names no time. */
function waitWords(ms: number | null): string {
  const says = words().badOrders
  if (ms === null) return says.waitAWhile
  const seconds = Math.ceil(ms / 1000)
  return seconds <= 120 ? says.waitSeconds(seconds) : says.waitMinutes(Math.ceil(seconds / 60))
}
