import type { ReadProblem } from '../../shared/domain/exchange.ts'

/** Ms between a quote's answer and the next quote of the same account, where many are asked for in a row. */
export const quoteGap = 1000

/** How often in a row the same quote is asked again because the vendor asked to wait. */
export const quotePatience = 3

/** A longer Retry-After (ms) is not waited for. */
const longestWait = 120_000

/** Ms to wait where the vendor asks for patience and names no time. */
const unnamedWait = 10_000

/** Ms that an answer asks to wait, where that is worth waiting for; null: it does not, or for too long. */
export function waitAsked(answer: { readonly kind: string; readonly problem?: ReadProblem }): number | null {
  const { problem } = answer
  if (problem?.kind !== 'rate-limited') return null
  const ms = problem.retryAfter ?? unnamedWait
  return ms <= longestWait ? ms : null
}
