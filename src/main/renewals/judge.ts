import type { Exchange, ExtendReply } from '../../shared/domain/exchange.ts'
import type { Money } from '../../shared/domain/money.ts'
import type { RenewalIntent, RenewalResult } from '../../shared/domain/renewal.ts'
import { formatMoney, minus } from '../../shared/domain/rules/money.ts'
import { proxyTypeLabel } from '../../shared/domain/rules/proxyTypes.ts'
import { adviceFor } from '../../shared/domain/rules/vendorAdvice.ts'
import { bounded } from './bounded.ts'
import { mayBePaid, plainResult } from './results.ts'

/**
 * Codes that are known checks before paying (API.md, Error codes). Only these let a `success: false` count as
 * `refused`; whether any other code can follow a charge is not known.
 */
const checkedBeforePaying: ReadonlySet<number> = new Set([2, 4, 11, 16, 24, 25, 28, 29])

/** The vendor does not know the key: then there is no account whose balance it could tell. */
const unknownKey = 2

/** What the judge compares a reply with. */
export interface JudgeContext {
  readonly intent: RenewalIntent
  /** Addresses of the group's orders by the vendor's list; null when not all of them are known. */
  readonly expectedAddresses: number | null
  /** When the exchange ended, ms since the epoch. */
  readonly endedAt: number
}

/**
 * What an exchange came to (DESIGN.md, Judge): by phase, not by error code. `not sent` only if no byte can have
 * reached the vendor; after that only a whole reply on HTTP 200 decides, and whatever it leaves open is `unknown`.
 */
export function judge(exchange: Exchange, context: JudgeContext): RenewalResult {
  const { endedAt } = context
  if (exchange.phase === 'not-sent') {
    return plainResult(
      'not sent',
      'before-sending',
      `Nothing was sent and nothing was paid: ${exchange.reason}`,
      endedAt,
    )
  }
  if (exchange.phase === 'lost') {
    const result = plainResult('unknown', 'exchange', `${exchange.reason} ${mayBePaid}`, endedAt)
    return { ...result, httpStatus: exchange.httpStatus, reply: exchange.raw }
  }
  const { reply, raw } = exchange
  const { outcome, detail, remarks } = judgeReply(reply, context)
  return {
    ...plainResult(outcome, 'exchange', detail, endedAt),
    remarks,
    vendorError: reply.error,
    promoCodeStatus: reply.promoCodeStatus,
    balanceAfter: reply.balance,
    quantity: reply.quantity,
    httpStatus: 200,
    reply: raw,
  }
}

type Verdict = Pick<RenewalResult, 'outcome' | 'detail' | 'remarks'>

function judgeReply(reply: ExtendReply, context: JudgeContext): Verdict {
  if (reply.success && reply.error === null) {
    return {
      outcome: 'renewed',
      detail: renewedDetail(reply, context.intent),
      remarks: remarksOn(reply, context),
    }
  }
  const unknown = (why: string): Verdict => ({
    outcome: 'unknown',
    detail: `${why} ${mayBePaid}`,
    remarks: [],
  })
  if (reply.success) return unknown('The vendor’s reply contradicts itself: success together with an error.')
  if (reply.error === null)
    return unknown('The vendor’s reply says neither that it went through nor why not.')
  const words = `“${reply.error.message}” (error ${reply.error.code})`
  if (!checkedBeforePaying.has(reply.error.code)) {
    return unknown(`The vendor answered ${words}, which may also follow a charge.`)
  }
  if ((reply.quantity ?? 0) > 0)
    return unknown(`The vendor answered ${words}, and still counts renewed addresses.`)
  const keyless = reply.error.code === unknownKey && reply.balance === null
  const contradiction = keyless ? null : balanceContradiction(context.intent.balanceBefore, reply.balance)
  if (contradiction !== null) return unknown(`The vendor answered ${words}, and ${contradiction}.`)
  return {
    outcome: 'refused',
    detail: `The vendor refused: ${words}. Nothing was paid. ${adviceFor(reply.error.code)}`,
    remarks: [],
  }
}

/**
 * A refusal carries a balance (vendor doc: a refused request still does), and it did not fall; null when that is so.
 */
function balanceContradiction(before: Money | null, after: Money | null): string | null {
  if (after === null) return 'does not tell the balance, as a refusal would'
  if (before === null) return null
  if (before.currency !== after.currency) return 'the balance changed its currency'
  if (after.amount >= before.amount) return null
  return `the balance fell from ${formatMoney(before)} to ${formatMoney(after)}`
}

function renewedDetail(reply: ExtendReply, intent: RenewalIntent): string {
  const count = intent.request.orderIds.length
  const orders = count === 1 ? '1 order' : `${count} orders`
  const price = intent.quote ? ` for ${formatMoney(intent.quote.price)}` : ''
  const left = reply.balance ? ` Balance left: ${formatMoney(reply.balance)}.` : ''
  return `${orders} renewed by ${intent.request.rentPeriodDays} days${price}.${left}`
}

/** Where a reply that means success differs from what was asked: the money is gone, so it is said, not judged. */
function remarksOn(reply: ExtendReply, { intent, expectedAddresses }: JudgeContext): string[] {
  const { request, quote, balanceBefore } = intent
  const remarks: string[] = []
  if (request.promoCode !== undefined && reply.promoCodeStatus !== 'VALID') {
    remarks.push(promoRemark(request.promoCode, reply.promoCodeStatus))
  }
  if (reply.rentPeriodDays !== null && reply.rentPeriodDays !== request.rentPeriodDays) {
    remarks.push(
      `The vendor says ${reply.rentPeriodDays} days instead of the ${request.rentPeriodDays} that were asked for.`,
    )
  }
  if (reply.proxyType !== null && reply.proxyType.toUpperCase() !== request.proxyType.toUpperCase()) {
    remarks.push(`The vendor says type ${reply.proxyType} instead of ${proxyTypeLabel[request.proxyType]}.`)
  }
  if (reply.quantity !== null && expectedAddresses !== null && reply.quantity !== expectedAddresses) {
    remarks.push(`The vendor renewed ${reply.quantity} addresses; these orders hold ${expectedAddresses}.`)
  }
  const paid = priceByBalance(balanceBefore, reply.balance)
  if (
    paid !== null &&
    quote !== null &&
    paid.currency === quote.price.currency &&
    paid.amount !== quote.price.amount
  ) {
    remarks.push(`The balance fell by ${formatMoney(paid)}; the quote was ${formatMoney(quote.price)}.`)
  }
  return remarks.map((remark) => bounded(remark, 400))
}

/** Only `NO_VALID` is known to mean the full price (vendor doc); of any other word that is not said. */
function promoRemark(promoCode: string, status: string | null): string {
  if (status === 'NO_VALID') return `The promo code ${promoCode} was not honoured: paid in full.`
  const says = status === null ? 'does not say whether' : `says ${status}, which does not tell whether`
  return `The vendor ${says} the promo code ${promoCode} was honoured.`
}

function priceByBalance(before: Money | null, after: Money | null): Money | null {
  if (before === null || after === null || before.currency !== after.currency) return null
  return { amount: minus(before.amount, after.amount), currency: before.currency }
}
