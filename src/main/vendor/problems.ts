import type { ReadProblem } from '../../shared/domain/exchange.ts'
import type { VendorError } from '../../shared/domain/quote.ts'
import { words } from '../../shared/words/words.ts'
import type { ReadAnswer } from './paced.ts'

/** Vendor doc: "Error api key". */
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
    message: unknownKey ? words().vendor.keyUnknown : error.message,
    vendorError: error,
    retryAfter: null,
  }
}

/**
 * What a read's answer came to nothing by; null for a whole reply on HTTP 200, which is yet to be read. `heldFor`: ms
 * that further reads are held back from now on.
 */
export function wireProblem(answer: ReadAnswer, heldFor: number): ReadProblem | null {
  switch (answer.kind) {
    case 'held':
      return waitProblem(answer.forMs)
    case 'not-sent':
      return problem('offline', answer.trouble.message)
    case 'lost':
      return problem(
        answer.trouble.passing ? 'offline' : 'bad-reply',
        answer.trouble.message,
        answer.retryAfter,
      )
    case 'reply':
      return statusProblem(answer.httpStatus, answer.retryAfter, heldFor)
  }
}

/** `The vendor asks to wait 40 seconds before the next request.` */
export function waitWords(ms: number): string {
  return words().vendor.asksToWait(Math.max(1, Math.ceil(ms / 1000)))
}

function waitProblem(ms: number): ReadProblem {
  return problem('rate-limited', waitWords(ms), ms)
}

function statusProblem(status: number, retryAfter: number | null, heldFor: number): ReadProblem | null {
  // Vendor doc: 200 for success and for failure alike; any other status is not the vendor's API speaking.
  if (status === 200) return null
  if (status === 429) return waitProblem(retryAfter || heldFor)
  const redirect = status >= 300 && status < 400
  return problem(
    'bad-reply',
    redirect ? words().vendor.redirect(status) : words().vendor.noReply(status),
    retryAfter,
  )
}
