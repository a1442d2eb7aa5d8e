import { pluralEn } from '../plural.ts'

/** The vendor's words for an error, as they came. */
const told = (message: string, code: number): string => `“${message}” (error ${code})`

/** What an exchange came to, and what is odd about it. */
export const judging = {
  /** `why`: a sentence with its full stop. */
  notSent: (why: string) => `Nothing was sent and nothing was paid: ${why}`,
  /** Of every unknown outcome. `why`: what led to it, in sentences. */
  unknown: (why: string) =>
    `${why} The renewal may or may not have been paid. Do not renew these orders by hand before this is settled.`,
  /** The app ended, or failed, on the way. */
  ended: 'Leasebar ended before the vendor’s answer was kept.',
  failed: 'Leasebar failed during the request.',
  /** Why a reply leaves the outcome open. */
  contradictsItself: 'The vendor’s reply contradicts itself: success together with an error.',
  saysNeither: 'The vendor’s reply says neither that it went through nor why not.',
  mayFollowCharge: (message: string, code: number) =>
    `The vendor answered ${told(message, code)}, which may also follow a charge.`,
  countsAddresses: (message: string, code: number) =>
    `The vendor answered ${told(message, code)}, and still counts renewed addresses.`,
  tellsNoBalance: (message: string, code: number) =>
    `The vendor answered ${told(message, code)}, and does not tell the balance, as a refusal would.`,
  currencyChanged: (message: string, code: number) =>
    `The vendor answered ${told(message, code)}, and the balance changed its currency.`,
  balanceFell: (message: string, code: number, { from, to }: { from: string; to: string }) =>
    `The vendor answered ${told(message, code)}, and the balance fell from ${from} to ${to}.`,
  refused: (message: string, code: number, advice: string) =>
    `The vendor refused: ${told(message, code)}. Nothing was paid. ${advice}`,
  /** `price`: null without a quote; `left`: the balance afterwards, null where it was not told. */
  renewed: ({ orders, days, price, left }: RenewedFacts) =>
    `${orders} ${pluralEn(orders, 'order', 'orders')} renewed by ${days} days${price === null ? '' : ` for ${price}`}.${left === null ? '' : ` Balance left: ${left}.`}`,
  /** Where a reply that means success differs from what was asked. */
  remarks: {
    /** `code`: the promo code. */
    promoFull: (code: string) => `The promo code ${code} was not honoured: paid in full.`,
    promoNotTold: (code: string) => `The vendor does not say whether the promo code ${code} was honoured.`,
    /** `status`: the vendor's word. */
    promoOpen: (code: string, status: string) =>
      `The vendor says ${status}, which does not tell whether the promo code ${code} was honoured.`,
    days: (said: number, asked: number) =>
      `The vendor says ${said} days instead of the ${asked} that were asked for.`,
    type: (said: string, asked: string) => `The vendor says type ${said} instead of ${asked}.`,
    addresses: (renewed: number, held: number) =>
      `The vendor renewed ${renewed} addresses; these orders hold ${held}.`,
    paid: (fall: string, quoted: string) => `The balance fell by ${fall}; the quote was ${quoted}.`,
  },
}

/** What a renewal that went through came to; sums as they are shown. */
interface RenewedFacts {
  readonly orders: number
  readonly days: number
  readonly price: string | null
  readonly left: string | null
}
