import type { Money } from '../../shared/domain/money.ts'
import type { VendorError } from '../../shared/domain/quote.ts'
import type { Renewal } from '../../shared/domain/renewal.ts'
import { costOf } from '../../shared/domain/rules/cost.ts'
import { formatMoney } from '../../shared/domain/rules/money.ts'
import { currentOutcome, outcomeLabel } from '../../shared/domain/rules/outcomes.ts'
import { adviceFor } from '../../shared/domain/rules/vendorAdvice.ts'
import { cleanVendorText } from '../../shared/domain/rules/vendorText.ts'
import { formatDate } from '../../shared/words/intl.ts'
import { words } from '../../shared/words/words.ts'
import type { NotificationModel } from './model.ts'

/** What the words depend on beside the renewal. */
export interface OutcomeContext {
  /** True where several accounts are connected: then the account is named. */
  readonly severalAccounts: boolean
}

/**
 * Whether an outcome is told by a notification. A renewal started in the window may be told there alone while that
 * window has the focus; one from elsewhere, one whose outcome is `unknown`, and one that the disk refused to keep are
 * always told (DESIGN.md, Notifications). `windowFocused`: at the moment of the outcome.
 */
export function tellsOutcome(renewal: Renewal, windowFocused: boolean): boolean {
  const fromWindow = renewal.intent.source === 'window' || renewal.intent.source === 'batch'
  return !(fromWindow && windowFocused) || renewal.unsaved || currentOutcome(renewal) === 'unknown'
}

/** The notification of an outcome; null while there is none, and for one that a person settled. */
export function outcomeNotification(renewal: Renewal, context: OutcomeContext): NotificationModel | null {
  const { intent, result, settlement } = renewal
  if (result === null || settlement !== null) return null
  const said = sentences(renewal)
  if (said === null) return null
  const { notifications } = words()
  const title = notifications.title(outcomeLabel(result.outcome), intent.groupName)
  const account = context.severalAccounts ? [`${intent.accountName}.`] : []
  const unsaved = renewal.unsaved ? [notifications.unsaved] : []
  const history = result.outcome === 'unknown'
  return {
    title: cleanVendorText(title, 100),
    body: cleanVendorText([...account, ...said, ...unsaved].join(' '), 500),
    target: {
      view: history ? 'history' : 'groups',
      accountId: intent.accountId,
      groupId: intent.groupId,
      renewalId: intent.id,
    },
    urgency: history || renewal.unsaved ? 'critical' : 'normal',
  }
}

/** The notification of an `unknown` that the evidence has settled; null for any other renewal. */
export function settledNotification(renewal: Renewal, context: OutcomeContext): NotificationModel | null {
  const { intent, settlement } = renewal
  if (settlement === null || settlement.by === 'person') return null
  const account = context.severalAccounts ? [`${intent.accountName}.`] : []
  const { settled, title } = words().notifications
  const said = settlement.outcome === 'renewed' ? wentThrough(renewal) : [settled.didNot, settled.again]
  return {
    title: cleanVendorText(title(outcomeLabel(settlement.outcome), intent.groupName), 100),
    body: cleanVendorText([...account, ...said].join(' '), 500),
    target: {
      // Where it did not go through, the next thing to do is to renew it.
      view: settlement.outcome === 'renewed' ? 'history' : 'groups',
      accountId: intent.accountId,
      groupId: intent.groupId,
      renewalId: intent.id,
    },
    urgency: 'normal',
  }
}

/** The facts, and how sure it is that this request did it. */
function wentThrough(renewal: Renewal): readonly string[] {
  const { intent, check } = renewal
  const { settled } = words().notifications
  const facts = settled.facts({
    days: intent.request.rentPeriodDays,
    sum: sumOf(intent.quote?.price ?? null),
    end: newEnd(renewal),
  })
  return [settled.wentThrough, facts, ...(check?.notes.slice(-1) ?? [])]
}

function sentences(renewal: Renewal): readonly string[] | null {
  switch (renewal.result?.outcome) {
    case 'renewed':
      return renewed(renewal)
    case 'refused':
      return refused(renewal)
    case 'not sent':
      return [...ended(renewal.result.detail), ...nothingPaid(renewal.result.detail)]
    case 'unknown':
      return notKnown(renewal)
    default:
      return null
  }
}

/** Days, price, balance left, new end, and what was odd about it. */
function renewed(renewal: Renewal): readonly string[] {
  const facts = words().notifications.renewed({
    days: renewal.intent.request.rentPeriodDays,
    sum: sumOf(costOf(renewal)),
    left: sumOf(renewal.result?.balanceAfter ?? null),
    end: newEnd(renewal),
  })
  return [facts, ...(renewal.result?.remarks ?? []).flatMap(ended)]
}

/** Why, what it means for the money, what to do. The vendor's message is shown as it came. */
function refused({ result }: Renewal): readonly string[] {
  const error = result?.vendorError ?? null
  if (error === null) {
    const detail = result?.detail ?? ''
    return [...ended(detail), ...nothingPaid(detail)]
  }
  return [quoted(error), words().notifications.nothingPaid, adviceFor(error.code)]
}

function notKnown(renewal: Renewal): readonly string[] {
  const { unknown, unknownAdvice } = words().notifications
  return [unknown(sumOf(costOf(renewal))), unknownAdvice]
}

function quoted({ code, message }: VendorError): string {
  const { noReason, vendorSays } = words().notifications
  const plain = message.trim()
  return plain === '' ? noReason(code) : vendorSays(plain, code)
}

function sumOf(money: Money | null): string | null {
  return money === null ? null : formatMoney(money)
}

/** The soonest end of the renewed orders as read afterwards, as a date; null while one of them is not read. */
function newEnd({ endsAfter }: Renewal): string | null {
  const ends = endsAfter.map(({ endsAt }) => endsAt).filter((end) => end !== null)
  return ends.length > 0 && ends.length === endsAfter.length ? formatDate(Math.min(...ends)) : null
}

/** The sentence with a full stop, or nothing. */
function ended(sentence: string): readonly string[] {
  const plain = sentence.trim()
  if (plain === '') return []
  return [/[.!?…]$/.test(plain) ? plain : `${plain}.`]
}

/** What it means for the money, unless the sentence has said so. */
function nothingPaid(detail: string): readonly string[] {
  const { nothingPaid, saysNothingPaid } = words().notifications
  return saysNothingPaid(detail) ? [] : [nothingPaid]
}
