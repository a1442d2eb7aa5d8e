import type { Renewal } from '../../../shared/domain/renewal.ts'
import { formatMoney, type Money } from '../../../shared/domain/rules/money.ts'
import { currentOutcome } from '../../../shared/domain/rules/outcomes.ts'
import { endMoves } from './evidence.ts'

/**
 * All that is known of a renewal as plain text, for the vendor's support: the request, the times, balance and ends
 * before and after, the reply. Times are UTC, so that both sides read the same. There is no key in it, and no name
 * that only this person uses. It is English in every language, but for what was recorded in another.
 */
export function evidenceText(renewal: Renewal): string {
  return [
    ...requestLines(renewal),
    '',
    ...outcomeLines(renewal),
    '',
    ...balanceLines(renewal),
    '',
    'End dates (UTC), before -> after:',
    ...endMoves(renewal).map(({ orderId, before, after }) => `  ${orderId}: ${utc(before)} -> ${utc(after)}`),
    ...(renewal.result?.reply ? ['', 'Reply as received:', renewal.result.reply] : []),
  ].join('\n')
}

function requestLines({ intent }: Renewal): string[] {
  const { id, startedAt, request } = intent
  return [
    `Renewal ${id}`,
    `Sent at: ${utc(startedAt)}`,
    'Request: POST extend/order',
    `  proxyType: ${request.proxyType}`,
    `  orderIds: ${request.orderIds.join(', ')}`,
    `  rentPeriodDays: ${request.rentPeriodDays}`,
    `  promoCode: ${request.promoCode ?? '(none)'}`,
  ]
}

function outcomeLines(renewal: Renewal): string[] {
  const { result, settlement } = renewal
  const outcome = currentOutcome(renewal)
  return [
    `Ended at: ${result ? utc(result.endedAt) : '(no answer was recorded)'}`,
    `HTTP status: ${result?.httpStatus ?? '(none)'}`,
    `What happened: ${result?.detail ?? 'no answer was recorded'}`,
    `Outcome: ${outcome === null ? 'under way' : capital(outcome)}`,
    ...(settlement
      ? [
          `Settled ${settlement.by === 'person' ? 'by a person' : 'by the evidence'} at: ${utc(settlement.at)}`,
          ...settlement.evidence.map((line) => `  ${line}`),
        ]
      : (renewal.check?.notes ?? []).map((note) => `  ${note}`)),
  ]
}

function balanceLines({ intent, result, check }: Renewal): string[] {
  return [
    `Price quoted: ${sum(intent.quote?.price)}`,
    `Balance before: ${sum(intent.balanceBefore)}`,
    `Balance in the reply: ${sum(result?.balanceAfter)}`,
    `Balance read afterwards: ${sum(check?.balance)}${check ? `, at ${utc(check.at)}` : ''}`,
  ]
}

function sum(money: Money | null | undefined): string {
  return money ? formatMoney(money, 'en-US') : '(not known)'
}

function capital(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`
}

function utc(at: number | null): string {
  return at === null ? '(not read)' : `${new Date(at).toISOString().slice(0, 19)}Z`
}
