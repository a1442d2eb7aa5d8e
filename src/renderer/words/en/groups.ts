import { formatNumber } from '../../../shared/words/intl.ts'

/** The words of groups. */
export const groups = {
  /** The name of a group that is offered: of the orders that are due, or of all. */
  offer: (type: string) => `${type} proxies`,
  /** The same, of the orders that end later. */
  offerLater: (type: string) => `More ${type} proxies`,
  /** What the group in the editor would cost. */
  quote: {
    waiting: 'The price stands here once orders and period are in.',
    asking: 'Asking for the price…',
    price: (sum: string) => `Renewing costs ${sum} now`,
    off: (sum: string) => `${sum} off`,
    codeNotValid: 'the promo code is not valid',
    none: (why: string) => `No price: ${why}`,
  },
  /** The ids read from what was pasted. */
  chips: {
    list: 'Order IDs read',
    remove: (id: string) => `Take out ${id}`,
    more: (n: number) => `and ${formatNumber(n)} more`,
    noId: 'no order id',
    unlisted: 'not listed',
    inGroup: (name: string) => `in “${name}”`,
    repeated: (times: number) => `${formatNumber(times)} times`,
  },
}
