import type { Exchange, ExtendReply } from '../../shared/domain/exchange.ts'
import type { Money } from '../../shared/domain/money.ts'
import type { VendorError } from '../../shared/domain/quote.ts'
import type { RenewalIntent, RenewalResult } from '../../shared/domain/renewal.ts'
import { formatMoney, minus } from '../../shared/domain/rules/money.ts'
import { proxyTypeLabel } from '../../shared/domain/rules/proxyTypes.ts'
import { adviceFor } from '../../shared/domain/rules/vendorAdvice.ts'
import { words } from '../../shared/words/words.ts'
import { bounded } from './bounded.ts'
import { plainResult } from './results.ts'

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
    return plainResult('not sent', 'before-sending', words().judging.notSent(exchange.reason), endedAt)
  }
  if (exchange.phase === 'lost') {
    const result = plainResult('unknown', 'exchange', words().judging.unknown(exchange.reason), endedAt)
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
  const says = words().judging
  if (reply.success && reply.error === null) {
    return {
      outcome: 'renewed',
      detail: renewedDetail(reply, context.intent),
      remarks: remarksOn(reply, context),
    }
  }
  const unknown = (why: string): Verdict => ({
    outcome: 'unknown',
    detail: says.unknown(why),
    remarks: [],
  })
  if (reply.success) return unknown(says.contradictsItself)
  if (reply.error === null) return unknown(says.saysNeither)
  const { message, code } = reply.error
  if (!checkedBeforePaying.has(code)) return unknown(says.mayFollowCharge(message, code))
  if ((reply.quantity ?? 0) > 0) return unknown(says.countsAddresses(message, code))
  const keyless = code === unknownKey && reply.balance === null
  const contradiction = keyless
    ? null
    : balanceContradiction(context.intent.balanceBefore, reply.balance, reply.error)
  if (contradiction !== null) return unknown(contradiction)
  return {
    outcome: 'refused',
    detail: says.refused(message, code, adviceFor(code)),
    remarks: [],
  }
}

/**
 * A refusal carries a balance (vendor doc: a refused request still does), and it did not fall; null when that is so,
 * else what is said of it.
 */
function balanceContradiction(
  before: Money | null,
  after: Money | null,
  { message, code }: VendorError,
): string | null {
  const says = words().judging
  if (after === null) return says.tellsNoBalance(message, code)
  if (before === null) return null
  if (before.currency !== after.currency) return says.currencyChanged(message, code)
  if (after.amount >= before.amount) return null
  return says.balanceFell(message, code, { from: formatMoney(before), to: formatMoney(after) })
}

function renewedDetail(reply: ExtendReply, intent: RenewalIntent): string {
  return words().judging.renewed({
    orders: intent.request.orderIds.length,
    days: intent.request.rentPeriodDays,
    price: intent.quote && formatMoney(intent.quote.price),
    left: reply.balance && formatMoney(reply.balance),
  })
}

/** Where a reply that means success differs from what was asked: the money is gone, so it is said, not judged. */
function remarksOn(reply: ExtendReply, { intent, expectedAddresses }: JudgeContext): string[] {
  const { request, quote, balanceBefore } = intent
  const remarks: string[] = []
  const says = words().judging.remarks
  if (request.promoCode !== undefined && reply.promoCodeStatus !== 'VALID') {
    remarks.push(promoRemark(request.promoCode, reply.promoCodeStatus))
  }
  if (reply.rentPeriodDays !== null && reply.rentPeriodDays !== request.rentPeriodDays) {
    remarks.push(says.days(reply.rentPeriodDays, request.rentPeriodDays))
  }
  if (reply.proxyType !== null && reply.proxyType.toUpperCase() !== request.proxyType.toUpperCase()) {
    remarks.push(says.type(reply.proxyType, proxyTypeLabel[request.proxyType]))
  }
  if (reply.quantity !== null && expectedAddresses !== null && reply.quantity !== expectedAddresses) {
    remarks.push(says.addresses(reply.quantity, expectedAddresses))
  }
  const paid = priceByBalance(balanceBefore, reply.balance)
  if (
    paid !== null &&
    quote !== null &&
    paid.currency === quote.price.currency &&
    paid.amount !== quote.price.amount
  ) {
    remarks.push(says.paid(formatMoney(paid), formatMoney(quote.price)))
  }
  return remarks.map((remark) => bounded(remark, 400))
}

/** Only `NO_VALID` is known to mean the full price (vendor doc); of any other word that is not said. */
function promoRemark(promoCode: string, status: string | null): string {
  const says = words().judging.remarks
  if (status === 'NO_VALID') return says.promoFull(promoCode)
  return status === null ? says.promoNotTold(promoCode) : says.promoOpen(promoCode, status)
}

function priceByBalance(before: Money | null, after: Money | null): Money | null {
  if (before === null || after === null || before.currency !== after.currency) return null
  return { amount: minus(before.amount, after.amount), currency: before.currency }
}
