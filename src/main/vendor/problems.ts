import type { ReadProblem } from '../../shared/domain/exchange.ts'
import type { VendorError } from '../../shared/domain/quote.ts'
import type { WireAnswer } from './exchange.ts'

/** Words for code 2 (vendor doc: "Error api key"). */
export const keyUnknownMessage = 'The vendor does not know this key'

const keyUnknownCode = 2

/** A problem without an error of the vendor's. `message` is for a person and must be redacted already. */
export function problem(
  kind: ReadProblem['kind'],
  message: string,
  retryAfter: number | null = null,
): ReadProblem {
  return { kind, message, vendorError: null, retryAfter }
}

/** The vendor's own error, in its words, except for a key that it does not know. */
export function vendorProblem(error: VendorError): ReadProblem {
  const unknownKey = error.code === keyUnknownCode
  return {
    kind: unknownKey ? 'key-unknown' : 'vendor-error',
    message: unknownKey ? keyUnknownMessage : error.message,
    vendorError: error,
    retryAfter: null,
  }
}

/** What a read's answer came to nothing by; null for a whole reply on HTTP 200, which is yet to be read. */
export function wireProblem(answer: WireAnswer): ReadProblem | null {
  switch (answer.kind) {
    case 'not-sent':
      return problem('offline', answer.trouble.message)
    case 'lost':
      return problem(
        answer.trouble.passing ? 'offline' : 'bad-reply',
        answer.trouble.message,
        answer.retryAfter,
      )
    case 'reply':
      return statusProblem(answer.httpStatus, answer.retryAfter)
  }
}

function statusProblem(status: number, retryAfter: number | null): ReadProblem | null {
  // Vendor doc: 200 for success and for failure alike; any other status is not the vendor's API speaking.
  if (status === 200) return null
  if (status === 429) {
    return problem('rate-limited', 'The vendor asks to wait before the next request.', retryAfter)
  }
  const redirect = status >= 300 && status < 400
  return problem(
    'bad-reply',
    redirect
      ? `The vendor’s reply points to another address (HTTP ${status}), which is not followed.`
      : `The vendor answered with HTTP ${status} instead of a reply.`,
    retryAfter,
  )
}
