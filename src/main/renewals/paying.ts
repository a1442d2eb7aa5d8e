import type { Exchange, VendorAccess } from '../../shared/domain/exchange.ts'
import type { Group } from '../../shared/domain/group.ts'
import type { VendorError } from '../../shared/domain/quote.ts'
import type { Renewal, RenewalIntent, RenewalResult, RenewalSource } from '../../shared/domain/renewal.ts'
import { adviceFor } from '../../shared/domain/rules/vendorAdvice.ts'
import { words } from '../../shared/words/words.ts'
import { endsOf, type Gathered, isFresh, quoteLife } from './facts.ts'
import { intentFor } from './intents.ts'
import { judge } from './judge.ts'
import type { Lanes } from './lanes.ts'
import type { RenewalParts } from './parts.ts'
import type { PayingAccount } from './ports.ts'
import { plainResult } from './results.ts'
import type { Unsaved } from './unsaved.ts'

/** The ends of an attempt: paid for, or kept in the journal without anything sent. */
export function createPaying(parts: RenewalParts, lanes: Lanes, unsaved: Unsaved) {
  const { journal, clock, events } = parts

  /** Journal, then send once, then judge. The first byte goes out only after the row is on the disk. */
  async function pay(intent: RenewalIntent, access: VendorAccess, gathered: Gathered): Promise<Renewal> {
    const begun = journal.begin(intent)
    if (!begun.ok) {
      const detail = words().renewals.noJournal(begun.error.message)
      return recorded(intent, plainResult('not sent', 'before-sending', detail, clock.now()))
    }
    events.phase(intent.groupId, 'sending')
    const { addresses } = endsOf(parts.known, intent.accountId, intent.request.orderIds)
    const exchange = await extendOnce(access, intent, gathered)
    lanes.paid(intent.accountId, intent.id)
    const result = judge(exchange, { intent, expectedAddresses: addresses, endedAt: clock.now() })
    const saved = unsaved.finish(intent.id, result)
    const renewal: Renewal = {
      intent,
      result,
      settlement: null,
      endsAfter: [],
      check: null,
      unsaved: !saved.ok,
    }
    if (!saved.ok) events.unsaved(renewal, saved.error)
    if (result.balanceAfter) events.balanceRead(intent.accountId, result.balanceAfter, result.endedAt)
    return renewal
  }

  async function extendOnce(
    access: VendorAccess,
    intent: RenewalIntent,
    gathered: Gathered,
  ): Promise<Exchange> {
    const at = { wall: gathered.quotedAt, monotonic: gathered.quotedAtMonotonic }
    // Who was asked about a price that was old already, and said yes, is not stopped by its age again.
    const quote = intent.quote !== null && isFresh(clock, gathered) ? { at, lifeMs: quoteLife } : null
    try {
      return await parts.vendor.extend(access, intent.request, { askedAt: intent.startedAt, quote })
    } catch {
      // The port promises not to reject. If it does, that is a bug, and nobody knows what was sent.
      return {
        phase: 'lost',
        reason: words().judging.failed,
        httpStatus: null,
        raw: null,
        retryAfter: null,
      }
    }
  }

  function endBefore(
    group: Group,
    account: PayingAccount,
    source: RenewalSource,
    stage: 'quote' | 'before-sending',
    outcome: 'refused' | 'not sent',
    detail: string,
    gathered: Gathered | null = null,
  ): Renewal {
    const intent = intentFor(parts, group, account, source, gathered, [])
    const base = plainResult(outcome, stage, detail, clock.now())
    const vendorError = gathered?.answer.kind === 'refused' ? gathered.answer.error : null
    const result = { ...base, vendorError, balanceAfter: intent.balanceBefore }
    return recorded(intent, result)
  }

  /** An attempt of which nothing was sent, kept whole in the journal; in memory while the disk refuses it. */
  function recorded(intent: RenewalIntent, result: RenewalResult): Renewal {
    const saved = unsaved.record(intent, result)
    const renewal: Renewal = {
      intent,
      result,
      settlement: null,
      endsAfter: [],
      check: null,
      unsaved: !saved.ok,
    }
    if (!saved.ok) events.unsaved(renewal, saved.error)
    return renewal
  }

  function refusedAtQuote(
    group: Group,
    account: PayingAccount,
    source: RenewalSource,
    gathered: Gathered,
    { message, code }: VendorError,
  ): Renewal {
    const detail = words().renewals.quoteRefused(message, code, adviceFor(code))
    return endBefore(group, account, source, 'quote', 'refused', detail, gathered)
  }

  return { pay, endBefore, refusedAtQuote }
}
