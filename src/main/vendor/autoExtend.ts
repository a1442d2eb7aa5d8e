import type { AutoExtendRequest } from '../../shared/domain/autoExtend.ts'
import type { Exchange, VendorAccess } from '../../shared/domain/exchange.ts'
import { addressOf } from './address.ts'
import { exchange } from './exchange.ts'
import { judged, type PaidTerms } from './extend.ts'
import { notePacing } from './paced.ts'
import { waitWords } from './problems.ts'
import { createVoice } from './redact.ts'

/** More of a reply is not read, in bytes: the longest that makes sense lists some thousand ids. */
const replyBytes = 1024 * 1024

/**
 * Switches the vendor's auto-extend (vendor doc: `POST extend/order/auto`). It takes no money at once and may lead to
 * renewals later, so it is sent as the paid call is: once, on a connection of its own, no retry, no redirect, nothing
 * while the vendor asks to wait; and only a whole, well-formed reply on HTTP 200 decides. Never rejects.
 */
export async function autoExtendOnce(
  { limitMs, pacing, ...wires }: PaidTerms,
  access: VendorAccess,
  { proxyType, orderIds, rentPeriodDays, autoExtend }: AutoExtendRequest,
): Promise<Exchange> {
  const address = addressOf(access, 'extend/order/auto')
  if (!address.ok) return { phase: 'not-sent', reason: address.error.message }
  const held = pacing.heldFor(access)
  if (held > 0) return { phase: 'not-sent', reason: waitWords(held) }
  const answer = await exchange(wires, {
    method: 'POST',
    address: address.value,
    // Field by field: nothing that the vendor does not document goes out.
    body: JSON.stringify({ proxyType, orderIds, rentPeriodDays, autoExtend }),
    limitMs,
    maxBytes: replyBytes,
  })
  notePacing(pacing, access, answer)
  return judged(answer, createVoice(access.key))
}
