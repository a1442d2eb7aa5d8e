import type { WireAnswer } from './exchange.ts'

/** How reads are retried. */
export interface RetryTerms {
  /** How many times after the first. */
  readonly limit: number
  /** Ms before the first retry; three times as long before each next one. */
  readonly backoffMs: number
  /** A longer Retry-After (ms) is not waited for: the read fails and says how long to wait. */
  readonly longestWaitMs: number
}

/** Two retries with backoff, as the issue has it; waiting up to 10 s where the vendor asks to. */
export const readRetries: RetryTerms = { limit: 2, backoffMs: 500, longestWaitMs: 10_000 }

// Ky is given an address without the key, so that no error, log line or `Request` of its own can hold it.
const placeholder = 'http://vendor.invalid/'

class Failed extends Error {}

/**
 * Repeats a read while it fails in a way that may pass: the network, 5xx, 429. For reads and quotes only; the paid
 * call never comes near this file. The request itself is `attempt`, which ky takes for its fetch.
 */
export async function withRetries(
  attempt: () => Promise<WireAnswer>,
  terms: RetryTerms = readRetries,
): Promise<WireAnswer> {
  const { default: ky } = await import('ky')
  let last: WireAnswer | null = null
  const fetchOnce = async (): Promise<Response> => {
    last = await attempt()
    // Only what ky decides by: the body stays in `last`.
    if (last.kind !== 'reply') throw new Failed()
    const seconds = last.retryAfter === null ? null : Math.ceil(last.retryAfter / 1000)
    const headers: Record<string, string> = seconds === null ? {} : { 'retry-after': String(seconds) }
    return new Response(null, { status: last.httpStatus < 200 ? 502 : last.httpStatus, headers })
  }
  try {
    await ky(placeholder, {
      fetch: fetchOnce,
      // Each attempt has its own limit, on the monotonic clock.
      timeout: false,
      retry: {
        limit: terms.limit,
        methods: ['get'],
        statusCodes: retriedStatuses,
        afterStatusCodes: [429, 503],
        delay: (count) => terms.backoffMs * 3 ** (count - 1),
        shouldRetry: () => mayHelp(last, terms),
      },
    })
  } catch {
    // Ky's error says less than `last` does.
  }
  return last ?? attempt()
}

const retriedStatuses = [429, ...Array.from({ length: 100 }, (_, at) => 500 + at)]

/** False: no use. True: again. Undefined: ky decides by the status, and waits as Retry-After says. */
function mayHelp(answer: WireAnswer | null, terms: RetryTerms): boolean | undefined {
  if (answer === null) return false
  if (answer.kind !== 'reply') return answer.trouble.passing
  return (answer.retryAfter ?? 0) > terms.longestWaitMs ? false : undefined
}
