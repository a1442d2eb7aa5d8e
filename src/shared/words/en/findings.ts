import { pluralEn } from '../plural.ts'

/** Orders that a finding is about: their number, and the id of a single one. */
interface Meant {
  readonly count: number
  /** The id where it is one; null: several. */
  readonly one: string | null
}

const orders = ({ count, one }: Meant): string => (one === null ? `${count} of these orders` : `Order ${one}`)
const are = ({ count }: Meant): string => pluralEn(count, 'is', 'are')
const were = ({ count }: Meant): string => pluralEn(count, 'was', 'were')

/** What the guard asks about: what is off, with its figure, and what it means for the money. Sums and dates as shown. */
export const findings = {
  warning: {
    title: (message: string, code: number) => `The vendor warns: “${message}” (code ${code})`,
    text: 'By its documentation, orders with a warning are not renewed, but it may still take the money.',
  },
  aboveBalance: {
    title: (price: string, balance: string) => `The price of ${price} is above the balance of ${balance}`,
    /** `missing`: null across currencies. */
    text: (missing: string | null) =>
      `${missing === null ? 'Money is' : `${missing} is`} missing. The vendor will most likely refuse.`,
  },
  promoNotValid: {
    /** `status`: the vendor's word for it; null: it gave none. */
    title: (promoCode: string, status: string | null) =>
      `The promo code “${promoCode}” is not valid${status === null ? '' : ` (the vendor says ${status})`}`,
    text: (price: string | null) =>
      `The vendor would still renew, at the full price${price === null ? '' : ` of ${price}`}.`,
  },
  overLimit: {
    dayTitle: (sum: string) => `Today’s renewals would come to ${sum}`,
    title: (sum: string) => `The price of ${sum} is over your limit`,
    group: (limit: string) => `That is over the spend limit of this group: ${limit}.`,
    account: (limit: string) => `That is over this account’s limit for one renewal: ${limit}.`,
    day: (limit: string) => `That is over this account’s limit for one day: ${limit}.`,
  },
  priceRose: {
    title: (from: string, to: string) => `The price rose from ${from} to ${to}`,
    another: 'It is not the price you last saw.',
    more: (sum: string) => `That is ${sum} more than you last saw.`,
  },
  noQuote: {
    title: 'The vendor gave no price for this renewal',
    /** `reason`: a sentence with its full stop. */
    text: (reason: string) => `${reason} What it costs will be known only after it is paid.`,
  },
  otherCurrency: {
    title: (price: string, balance: string) => `The price is in ${price}, other sums here are in ${balance}`,
    text: 'Leasebar cannot compare sums in different currencies. Check yourself that the balance is enough.',
  },
  unknownBefore: {
    title: (sum: string) => `${sum} may be paid twice`,
    noSum: 'This may be paid twice; the sum is not known, because there was no price',
    text: (meant: Meant, startedAt: string) =>
      `${orders(meant)} ${are(meant)} in the renewal of ${startedAt}, whose outcome is not known. Settle that one in History first.`,
  },
  renewedLately: {
    title: (meant: Meant) => `${orders(meant)} ${were(meant)} renewed less than 24 hours ago`,
    text: (at: string) => `On ${at}. Renewing now pays for one more period.`,
  },
  endMoved: {
    title: (orderId: string, to: string) => `Order ${orderId} now ends on ${to}`,
    forward: (from: string) => `When last shown it was ${from}. It was probably renewed elsewhere.`,
    back: (from: string) => `When last shown it was ${from}. The vendor made it shorter.`,
  },
  autoExtendSoon: {
    title: (meant: Meant) => `${orders(meant)} ${are(meant)} about to be renewed by the vendor itself`,
    text: (endsAt: string) => `Auto-extend is on and the end is near: ${endsAt}. Renewing now may pay twice.`,
  },
  restored: {
    title: 'The records were restored, and the end dates have not been read again yet',
    text: 'A renewal made in between may be missing from them, and would be paid twice.',
  },
}
