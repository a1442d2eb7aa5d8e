import type { QuoteAnswer } from '../../shared/domain/exchange.ts'
import type { OrderSearch } from '../../shared/domain/orderSearch.ts'
import { adviceFor } from '../../shared/domain/rules/vendorAdvice.ts'
import { bounded } from './bounded.ts'

/** Why a search came to no end, in Leasebar's words and in those of others. */
export type Failure = Pick<OrderSearch, 'problem' | 'said'>

/** The group is not as it was when the search began. */
export const groupChanged: Failure = {
  problem: 'The group was changed while Leasebar asked. Ask again.',
  said: null,
}

/** Answers that do not fit each other. */
export const answersChanged: Failure = {
  problem:
    'The vendor’s answers changed while Leasebar asked: it does not accept now what it accepted before, or the other way round. Ask again.',
  said: null,
}

/** Nothing went wrong: it was stopped, and what was on its way does not count. */
export const stoppedByPerson: Failure = { problem: null, said: null }

/** A bug ended the search. */
export const bugFailure: Failure = { problem: 'Something went wrong inside Leasebar. Ask again.', said: null }

/** The key could not be read; `message` is the keychain's words. */
export function keyFailure(message: string): Failure {
  return { problem: 'The API key could not be read.', said: bounded(message, 400) }
}

/** A quote that tells neither yes nor error 29. */
export function failureOf(answer: Exclude<QuoteAnswer, { kind: 'quoted' }>): Failure {
  if (answer.kind === 'refused') {
    const { code, message } = answer.error
    return {
      problem: 'The vendor answers with another error now, which does not tell of single orders.',
      said: bounded(`“${message}” (error ${code}). ${adviceFor(code)}`, 400),
    }
  }
  const { kind, message, retryAfter } = answer.problem
  if (kind === 'rate-limited') {
    const wait = retryAfter === null ? 'a while' : waitWords(retryAfter)
    return { problem: `The vendor asks to wait ${wait} before the next request. Ask again then.`, said: null }
  }
  return { problem: 'No usable answer came from the vendor.', said: bounded(message, 400) }
}

function waitWords(ms: number): string {
  const seconds = Math.ceil(ms / 1000)
  return seconds <= 120 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`
}
