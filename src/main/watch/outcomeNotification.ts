import type { Renewal } from '../../shared/domain/renewal.ts'
import { costOf } from '../../shared/domain/rules/cost.ts'
import { formatMoney } from '../../shared/domain/rules/money.ts'
import { currentOutcome, outcomeLabel } from '../../shared/domain/rules/outcomes.ts'
import { adviceFor } from '../../shared/domain/rules/vendorAdvice.ts'
import { cleanVendorText } from '../../shared/domain/rules/vendorText.ts'
import { formatDate } from '../../shared/words/intl.ts'
import type { NotificationModel } from './model.ts'
import { counted, newEnd } from './words.ts'

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
  const words = sentences(renewal)
  if (words === null) return null
  const title = `${outcomeLabel[result.outcome]}: ${intent.groupName}`
  const account = context.severalAccounts ? [`${intent.accountName}.`] : []
  const unsaved = renewal.unsaved ? ['The disk refused to keep this; do not quit before it is written.'] : []
  const history = result.outcome === 'unknown'
  return {
    title: cleanVendorText(title, 100),
    body: cleanVendorText([...account, ...words, ...unsaved].join(' '), 500),
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
  const words = settlement.outcome === 'renewed' ? wentThrough(renewal) : didNot
  return {
    title: cleanVendorText(`${outcomeLabel[settlement.outcome]}: ${intent.groupName}`, 100),
    body: cleanVendorText([...account, ...words].join(' '), 500),
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

const didNot = [
  'The end dates have not moved and no money is missing: it did not go through, and nothing was paid.',
  'Renew it again if you still want it.',
]

/** The facts, and how sure it is that this request did it. */
function wentThrough(renewal: Renewal): readonly string[] {
  const { intent, check } = renewal
  const end = newEnd(renewal)
  const price = intent.quote?.price ?? null
  const facts = [
    counted(intent.request.rentPeriodDays, 'day'),
    ...(price === null ? [] : [`quoted at ${formatMoney(price)}`]),
    ...(end === null ? [] : [`now ends ${formatDate(end)}`]),
  ]
  return [
    'Its end dates moved, so it went through.',
    `${facts.join(' · ')}.`,
    ...(check?.notes.slice(-1) ?? []),
  ]
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
      return unknown(renewal)
    default:
      return null
  }
}

/** Days, price, balance left, new end, and what was odd about it. */
function renewed(renewal: Renewal): readonly string[] {
  const cost = costOf(renewal)
  const left = renewal.result?.balanceAfter ?? null
  const end = newEnd(renewal)
  const facts = [
    counted(renewal.intent.request.rentPeriodDays, 'day'),
    ...(cost === null ? [] : [formatMoney(cost)]),
    ...(left === null ? [] : [`${formatMoney(left)} left`]),
    ...(end === null ? [] : [`now ends ${formatDate(end)}`]),
  ]
  return [`${facts.join(' · ')}.`, ...(renewal.result?.remarks ?? []).flatMap(ended)]
}

/** Why, what it means for the money, what to do. The vendor's message is shown as it came. */
function refused({ result }: Renewal): readonly string[] {
  const error = result?.vendorError ?? null
  if (error === null) {
    const detail = result?.detail ?? ''
    return [...ended(detail), ...nothingPaid(detail)]
  }
  return [`${quoted(error.message)} (error ${error.code}).`, 'Nothing was paid.', adviceFor(error.code)]
}

function unknown(renewal: Renewal): readonly string[] {
  const cost = costOf(renewal)
  const sum = cost === null ? '' : ` (${formatMoney(cost)})`
  return [
    `No clear answer came: it may or may not have been paid${sum}.`,
    'Leasebar does not send it again by itself. Do not renew these orders by hand before it is settled in the history.',
  ]
}

function quoted(message: string): string {
  return message.trim() === '' ? 'The vendor gave no reason' : `The vendor says “${message.trim()}”`
}

/** The sentence with a full stop, or nothing. */
function ended(sentence: string): readonly string[] {
  const plain = sentence.trim()
  if (plain === '') return []
  return [/[.!?…]$/.test(plain) ? plain : `${plain}.`]
}

/** What it means for the money, unless the sentence has said so. */
function nothingPaid(detail: string): readonly string[] {
  return /nothing was paid/i.test(detail) ? [] : ['Nothing was paid.']
}
