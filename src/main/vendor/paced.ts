import type { VendorAccess } from '../../shared/domain/exchange.ts'
import type { WireAnswer } from './exchange.ts'
import type { Pacing } from './pacing.ts'

/** An answer to a read; `held`: none was asked for, because the vendor asked to wait for longer than one waits here. */
export type ReadAnswer = WireAnswer | { readonly kind: 'held'; readonly forMs: number }

/**
 * Sends a read when the vendor is ready for it: a short wait (up to `patienceMs` in all) is waited out, a longer one
 * is told. What the answer says about waiting holds for every request after it.
 */
export async function sendPaced(
  pacing: Pacing,
  wait: (ms: number) => Promise<void>,
  access: VendorAccess,
  patienceMs: number,
  send: () => Promise<WireAnswer>,
): Promise<ReadAnswer> {
  let patience = patienceMs
  for (let held = pacing.heldFor(access); held > 0; held = pacing.heldFor(access)) {
    if (held > patience) return { kind: 'held', forMs: held }
    // Another read may have been asked to wait meanwhile: it is looked at once more.
    patience -= held
    await wait(held)
  }
  const answer = await send()
  notePacing(pacing, access, answer)
  return answer
}

/**
 * Takes in what an answer says about waiting. Retry-After counts on every status but 200: RFC 9110 gives it a meaning
 * with 503 and redirects, RFC 6585 with 429; 429 asks to wait also without it.
 */
export function notePacing(pacing: Pacing, access: VendorAccess, answer: WireAnswer): void {
  if (answer.kind === 'not-sent' || answer.httpStatus === null) return
  if (answer.httpStatus === 200) pacing.answered(access)
  else if (answer.httpStatus === 429 || answer.retryAfter !== null) pacing.hold(access, answer.retryAfter)
}
