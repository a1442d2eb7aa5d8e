import type { Exchange, PaidTimes, VendorAccess } from '../../shared/domain/exchange.ts'
import type { ExtendRequest } from '../../shared/domain/renewal.ts'
import { words } from '../../shared/words/words.ts'
import { addressOf } from './address.ts'
import { exchange, type WireAnswer, type Wires } from './exchange.ts'
import { notePacing } from './paced.ts'
import type { Pacing } from './pacing.ts'
import { waitWords } from './problems.ts'
import { createVoice, type Voice, withoutLogins } from './redact.ts'
import { readExtendReply } from './replies.ts'

/** More of a reply to a paid call is not read, in bytes: the longest that makes sense lists some thousand ids. */
const replyBytes = 1024 * 1024

/** Of a raw reply this many characters are kept as evidence. */
const rawLength = 64_000

/** What the paid call needs from outside, its limit in ms, everything included, and what the vendor asked to wait for. */
export interface PaidTerms extends Wires {
  readonly limitMs: number
  readonly pacing: Pacing
}

/** The body of the paid request, field by field: nothing that the vendor does not document goes out. */
export function extendBody(request: ExtendRequest): string {
  const { proxyType, orderIds, rentPeriodDays, promoCode } = request
  return JSON.stringify({
    proxyType,
    orderIds,
    rentPeriodDays,
    ...(promoCode === undefined ? {} : { promoCode }),
  })
}

/**
 * The one paid call (vendor doc: `POST extend/order` renews every address of every listed order). Once: it calls
 * `exchange` directly and never by way of ky, so that there is no retry to be configured wrongly, and `exchange`
 * itself lets one request through on one connection. While the vendor asks to wait nothing is sent: it would answer
 * HTTP 429, of which nobody knows whether it follows a charge. Never rejects.
 */
export async function extendOnce(
  { limitMs, pacing, ...wires }: PaidTerms,
  access: VendorAccess,
  request: ExtendRequest,
  { askedAt, quote }: PaidTimes,
): Promise<Exchange> {
  const address = addressOf(access, 'extend/order')
  if (!address.ok) return { phase: 'not-sent', reason: address.error.message }
  const held = pacing.heldFor(access)
  if (held > 0) return { phase: 'not-sent', reason: waitWords(held) }
  const answer = await exchange(wires, {
    method: 'POST',
    address: address.value,
    body: extendBody(request),
    limitMs,
    askedAt,
    quote: quote ?? null,
    maxBytes: replyBytes,
  })
  notePacing(pacing, access, answer)
  return judged(answer, createVoice(access.key))
}

/** From what came over the wire to what is known. Only a whole, well-formed reply on HTTP 200 decides anything. */
export function judged(answer: WireAnswer, voice: Voice): Exchange {
  switch (answer.kind) {
    case 'not-sent':
      return { phase: 'not-sent', reason: answer.trouble.message }
    case 'lost': {
      const { trouble, httpStatus, text, retryAfter } = answer
      const raw = text === null ? null : kept(text, voice)
      return { phase: 'lost', reason: trouble.message, httpStatus, raw, retryAfter }
    }
    case 'reply': {
      const { httpStatus, text, retryAfter } = answer
      const raw = kept(text, voice)
      const reply = httpStatus === 200 ? readExtendReply(text, voice) : null
      if (reply) return { phase: 'replied', raw, reply }
      return { phase: 'lost', reason: lostWords(httpStatus), httpStatus, raw, retryAfter }
    }
  }
}

function lostWords(status: number): string {
  if (status === 200) return words().vendor.unreadable
  if (status === 429) return words().vendor.waitInstead
  if (status >= 300 && status < 400) {
    return words().vendor.redirect(status)
  }
  return words().vendor.noReply(status)
}

/** Redacted before it is cut, so that no half of a key is left at the seam. */
function kept(text: string, voice: Voice): string {
  return withoutLogins(voice.redact(text)).slice(0, rawLength)
}
