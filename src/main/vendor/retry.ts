import type { ReadAnswer } from './paced.ts'

/** How reads are retried. */
export interface RetryTerms {
  /** How many times after the first. */
  readonly limit: number
  /** Ms before the first retry; three times as long before each next one. */
  readonly backoffMs: number
  /** A longer wait (ms), by the vendor's Retry-After, is not waited for: the read fails and says how long to wait. */
  readonly longestWaitMs: number
}

/** Two retries with backoff, as the issue has it; waiting up to 10 s where the vendor asks to. */
export const readRetries: RetryTerms = { limit: 2, backoffMs: 500, longestWaitMs: 10_000 }

// Ky is given an address without the key, so that no error, log line or `Request` of its own can hold it.
const placeholder = 'http://vendor.invalid/'

class Failed extends Error {}

/**
 * Repeats a read while it fails in a way that may pass: the network, 5xx, 429. For reads and quotes only; the paid
 * call never comes near this file. The request itself is `attempt`, which ky takes for its fetch; whatever the vendor
 * asks to wait for is waited for in there (see paced.ts), and not by ky, which knows of one read only.
 */
export async function withRetries(
  attempt: () => Promise<ReadAnswer>,
  terms: RetryTerms = readRetries,
): Promise<ReadAnswer> {
  const { default: ky } = await import('ky')
  let last: ReadAnswer | null = null
  const fetchOnce = async (): Promise<Response> => {
    last = await attempt()
    // Only what ky decides by: the body stays in `last`.
    if (last.kind !== 'reply') throw new Failed()
    return new Response(null, { status: last.httpStatus < 200 ? 502 : last.httpStatus })
  }
  try {
    await ky(placeholder, {
      fetch: fetchOnce,
      // Each attempt has its own limit, on the monotonic clock.
      timeout: false,
      retry: {
        limit: terms.limit,
        methods: ['get'],
        delay: (count) => terms.backoffMs * 3 ** (count - 1),
        shouldRetry: () => mayHelp(last, terms),
      },
    })
  } catch {
    // Ky's error says less than `last` does.
  }
  return last ?? attempt()
}

/** True where trying again within this call may help. */
function mayHelp(answer: ReadAnswer | null, terms: RetryTerms): boolean {
  if (answer === null || answer.kind === 'held') return false
  if (answer.kind !== 'reply') return answer.trouble.passing
  if (answer.httpStatus !== 429 && answer.httpStatus < 500) return false
  return (answer.retryAfter ?? 0) <= terms.longestWaitMs
}
