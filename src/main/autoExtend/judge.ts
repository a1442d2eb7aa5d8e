import type { AutoExtendRequest, AutoSwitchEnd } from '../../shared/domain/autoExtend.ts'
import type { Exchange, ExtendReply } from '../../shared/domain/exchange.ts'
import type { VendorError } from '../../shared/domain/quote.ts'
import { proxyTypeLabel } from '../../shared/domain/rules/proxyTypes.ts'
import { words } from '../../shared/words/words.ts'

/** Of a raw reply this many characters are kept. */
const replyLength = 8000

/**
 * Codes that are known checks before anything is done (API.md, Error codes). Only these make a no: whether any other
 * ("service unavailable", "unknown error") can come after some orders were switched is not known.
 */
const checkedBefore: ReadonlySet<number> = new Set([2, 4, 11, 16, 24, 25, 28, 29])

/** What a request that switches was about, beside its body. */
export interface Asked {
  readonly request: AutoExtendRequest
  /** Addresses of the orders; null: not known. The vendor's `quantity` may count them instead of the orders. */
  readonly addresses: number | null
}

/**
 * What an exchange that switches the vendor's auto-extend came to, in words too. By phase, as for the paid call:
 * `not sent` only where no byte can have reached the vendor, a whole reply that says yes, or no for a reason that is known
 * to be looked at before, and `unknown` for all else. `at`: when it ended, ms since the epoch.
 */
export function judgeSwitch(exchange: Exchange, asked: Asked, at: number): AutoSwitchEnd {
  const plain = { at, vendorError: null, httpStatus: null, reply: null }
  switch (exchange.phase) {
    case 'not-sent':
      return { ...plain, kind: 'not sent', detail: bounded(words().autoExtend.nothingSent(exchange.reason)) }
    case 'lost': {
      const { httpStatus, raw, reason } = exchange
      return { ...plain, kind: 'unknown', httpStatus, reply: kept(raw), detail: unknownWords(asked, reason) }
    }
    case 'replied': {
      const { reply, raw } = exchange
      return {
        ...plain,
        ...judgeReply(reply, asked),
        vendorError: reply.error,
        httpStatus: 200,
        reply: kept(raw),
      }
    }
  }
}

/** For a row that a crash left without its end. `at`: now, ms since the epoch. */
export function lostInCrash(request: AutoExtendRequest, at: number): AutoSwitchEnd {
  const why = words().judging.ended
  const detail = unknownWords({ request, addresses: null }, why)
  return { kind: 'unknown', at, detail, vendorError: null, httpStatus: null, reply: null }
}

function judgeReply(reply: ExtendReply, asked: Asked): Pick<AutoSwitchEnd, 'kind' | 'detail'> {
  const { doubts } = words().autoExtend
  const { success, error } = reply
  if (success && error === null) {
    const said = [doneWords(asked.request), ...remarks(reply, asked)].join(' ')
    return { kind: 'switched', detail: bounded(said) }
  }
  // A yes with an error, or a no without one, contradicts itself: the list has to tell.
  if (success || error === null) {
    return { kind: 'unknown', detail: unknownWords(asked, doubts.contradiction) }
  }
  if (!checkedBefore.has(error.code)) {
    const why = doubts.otherError(error.message, error.code)
    return { kind: 'unknown', detail: unknownWords(asked, why) }
  }
  return { kind: 'refused', detail: bounded(refusedWords(asked.request, error)) }
}

function doneWords({ autoExtend, orderIds, rentPeriodDays }: AutoExtendRequest): string {
  const { switchedOff, switchedOn } = words().autoExtend
  return autoExtend ? switchedOn(orderIds.length, rentPeriodDays) : switchedOff(orderIds.length)
}

function refusedWords({ autoExtend: on }: AutoExtendRequest, { code, message }: VendorError): string {
  return words().autoExtend.refused({ on, message, code })
}

function unknownWords({ request }: Asked, why: string): string {
  return bounded(words().autoExtend.unknown(request.autoExtend, why))
}

/** Where a yes is not quite what was asked for. */
function remarks(reply: ExtendReply, { request, addresses }: Asked): string[] {
  const says = words().autoExtend.remarks
  const said: string[] = []
  const { quantity, rentPeriodDays, proxyType } = reply
  const orders = request.orderIds.length
  // What it counts is not documented: orders or their addresses.
  if (quantity !== null && quantity !== orders && quantity !== addresses) {
    said.push(says.quantity(quantity, orders))
  }
  if (rentPeriodDays !== null && rentPeriodDays !== request.rentPeriodDays) {
    said.push(says.days(rentPeriodDays, request.rentPeriodDays))
  }
  if (proxyType !== null && proxyType.toUpperCase() !== request.proxyType.toUpperCase()) {
    said.push(says.type(proxyType, proxyTypeLabel[request.proxyType]))
  }
  return said
}

function bounded(text: string): string {
  return text.length > 1000 ? `${text.slice(0, 999)}…` : text
}

function kept(raw: string | null): string | null {
  return raw === null ? null : raw.slice(0, replyLength)
}
