import { type DateOptions, formatDateTime } from '../../words/intl.ts'
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

const limitNames = {
  group: 'the spend limit of this group',
  account: 'this account’s limit for one renewal',
  day: 'this account’s limit for one day',
} as const

function orders(ids: readonly string[]): string {
  const first = ids[0]
  return ids.length === 1 && first !== undefined ? `Order ${first}` : `${ids.length} of these orders`
}

/** The difference of two sums, in words; null across currencies, which are never subtracted. */
function difference(more: Money, less: Money): string | null {
  if (more.currency !== less.currency) return null
  return formatMoney({ amount: minus(more.amount, less.amount), currency: more.currency })
}

const writers: Writers = {
  'quote-warning': ({ warning }) => ({
    title: `The vendor warns: “${warning.message}” (code ${warning.code})`,
    text: 'By its documentation, orders with a warning are not renewed, but it may still take the money.',
  }),
  'price-above-balance': ({ price, balance }) => {
    const missing = difference(price, balance)
    return {
      title: `The price of ${formatMoney(price)} is above the balance of ${formatMoney(balance)}`,
      text: `${missing === null ? 'Money is' : `${missing} is`} missing. The vendor will most likely refuse.`,
    }
  },
  'promo-not-valid': ({ promoCode, status, price }) => ({
    title: `The promo code “${promoCode}” is not valid${status === null ? '' : ` (the vendor says ${status})`}`,
    text: `The vendor would still renew, at the full price${price ? ` of ${formatMoney(price)}` : ''}.`,
  }),
  'over-limit': ({ limitOf, limit, sum }) => ({
    title:
      limitOf === 'day'
        ? `Today’s renewals would come to ${formatMoney(sum)}`
        : `The price of ${formatMoney(sum)} is over your limit`,
    text: `That is over ${limitNames[limitOf]}: ${formatMoney(limit)}.`,
  }),
  'price-rose': ({ lastShown, price }) => {
    const more = difference(price, lastShown)
    return {
      title: `The price rose from ${formatMoney(lastShown)} to ${formatMoney(price)}`,
      text: more === null ? 'It is not the price you last saw.' : `That is ${more} more than you last saw.`,
    }
  },
  'no-quote': ({ reason }) => ({
    title: 'The vendor gave no price for this renewal',
    text: `${/[.!?…]$/.test(reason) ? reason : `${reason}.`} What it costs will be known only after it is paid.`,
  }),
  'currency-differs': ({ price, balance }) => ({
    title: `The price is in ${price}, other sums here are in ${balance}`,
    text: 'Leasebar cannot compare sums in different currencies. Check yourself that the balance is enough.',
  }),
  'unknown-before': ({ orderIds, startedAt, sum }, options) => ({
    title: sum
      ? `${formatMoney(sum)} may be paid twice`
      : 'This may be paid twice; the sum is not known, because there was no price',
    text: `${orders(orderIds)} ${orderIds.length === 1 ? 'is' : 'are'} in the renewal of ${formatDateTime(startedAt, options)}, whose outcome is not known. Settle that one in History first.`,
  }),
  'renewed-lately': ({ orderIds, at }, options) => ({
    title: `${orders(orderIds)} ${orderIds.length === 1 ? 'was' : 'were'} renewed less than 24 hours ago`,
    text: `On ${formatDateTime(at, options)}. Renewing now pays for one more period.`,
  }),
  'end-moved': ({ orderId, from, to }, options) => ({
    title: `Order ${orderId} now ends on ${formatDateTime(to, options)}`,
    text: `When last shown it was ${formatDateTime(from, options)}. ${to > from ? 'It was probably renewed elsewhere.' : 'The vendor made it shorter.'}`,
  }),
  'auto-extend-soon': ({ orderIds, endsAt }, options) => ({
    title: `${orders(orderIds)} ${orderIds.length === 1 ? 'is' : 'are'} about to be renewed by the vendor itself`,
    text: `Auto-extend is on and the end is near: ${formatDateTime(endsAt, options)}. Renewing now may pay twice.`,
  }),
  'restored-database': () => ({
    title: 'The records were restored, and the end dates have not been read again yet',
    text: 'A renewal made in between may be missing from them, and would be paid twice.',
  }),
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
