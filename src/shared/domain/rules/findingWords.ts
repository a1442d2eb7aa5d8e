import { type DateOptions, formatDateTime } from '../../words/intl.ts'
import { words } from '../../words/words.ts'
import type { Finding } from '../finding.ts'
import { formatMoney, type Money, minus } from './money.ts'

/** A finding of the guard's as a person reads it. */
export interface FindingWords {
  /** What is off, naming the figure. */
  readonly title: string
  /** What it means for the money. */
  readonly text: string
}

type Of<K extends Finding['kind']> = Extract<Finding, { readonly kind: K }>
type Writers = { readonly [K in Finding['kind']]: (finding: Of<K>, options: DateOptions) => FindingWords }

/** The orders that a finding is about, as the words take them. */
function meant(ids: readonly string[]): { readonly count: number; readonly one: string | null } {
  return { count: ids.length, one: ids.length === 1 ? (ids[0] ?? null) : null }
}

/** The difference of two sums, in words; null across currencies, which are never subtracted. */
function difference(more: Money, less: Money): string | null {
  if (more.currency !== less.currency) return null
  return formatMoney({ amount: minus(more.amount, less.amount), currency: more.currency })
}

const writers: Writers = {
  'quote-warning': ({ warning }) => {
    const { title, text } = words().findings.warning
    return { title: title(warning.message, warning.code), text }
  },
  'price-above-balance': ({ price, balance }) => {
    const { title, text } = words().findings.aboveBalance
    return { title: title(formatMoney(price), formatMoney(balance)), text: text(difference(price, balance)) }
  },
  'promo-not-valid': ({ promoCode, status, price }) => {
    const { title, text } = words().findings.promoNotValid
    return { title: title(promoCode, status), text: text(price ? formatMoney(price) : null) }
  },
  'over-limit': ({ limitOf, limit, sum }) => {
    const said = words().findings.overLimit
    const title = limitOf === 'day' ? said.dayTitle : said.title
    return { title: title(formatMoney(sum)), text: said[limitOf](formatMoney(limit)) }
  },
  'price-rose': ({ lastShown, price }) => {
    const { title, another, more } = words().findings.priceRose
    const by = difference(price, lastShown)
    return {
      title: title(formatMoney(lastShown), formatMoney(price)),
      text: by === null ? another : more(by),
    }
  },
  'no-quote': ({ reason }) => {
    const { title, text } = words().findings.noQuote
    return { title, text: text(/[.!?…]$/.test(reason) ? reason : `${reason}.`) }
  },
  'currency-differs': ({ price, balance }) => {
    const { title, text } = words().findings.otherCurrency
    return { title: title(price, balance), text }
  },
  'unknown-before': ({ orderIds, startedAt, sum }, options) => {
    const { title, noSum, text } = words().findings.unknownBefore
    return {
      title: sum ? title(formatMoney(sum)) : noSum,
      text: text(meant(orderIds), formatDateTime(startedAt, options)),
    }
  },
  'renewed-lately': ({ orderIds, at }, options) => {
    const { title, text } = words().findings.renewedLately
    return { title: title(meant(orderIds)), text: text(formatDateTime(at, options)) }
  },
  'end-moved': ({ orderId, from, to }, options) => {
    const { title, forward, back } = words().findings.endMoved
    const text = to > from ? forward : back
    return { title: title(orderId, formatDateTime(to, options)), text: text(formatDateTime(from, options)) }
  },
  'auto-extend-soon': ({ orderIds, endsAt }, options) => {
    const { title, text } = words().findings.autoExtendSoon
    return { title: title(meant(orderIds)), text: text(formatDateTime(endsAt, options)) }
  },
  'restored-database': () => words().findings.restored,
}

/**
 * A finding of the guard's in words: what is off, with its figure, and what it means for the money
 * (DESIGN.md, Guard). Vendor text in it is plain text and stays untrusted.
 */
export function findingWords(finding: Finding, options: DateOptions = {}): FindingWords {
  // Each kind has a writer of its own type; TypeScript cannot follow a lookup by kind.
  const write = writers[finding.kind] as (finding: Finding, options: DateOptions) => FindingWords
  return write(finding, options)
}
