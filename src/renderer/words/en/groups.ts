import { formatNumber } from '../../../shared/words/intl.ts'
import { pluralEn } from '../../../shared/words/plural.ts'
import { counted } from './counted.ts'

/** The words of groups. */
export const groups = {
  /** The name of a group that is offered: of the orders that are due, or of all. */
  offer: (type: string) => `${type} proxies`,
  /** The same, of the orders that end later. */
  offerLater: (type: string) => `More ${type} proxies`,
  list: 'Saved groups, soonest to end first',
  fresh: 'New group',
  search: 'Search',
  searchHint: 'Search groups and order ids',
  nothingFound: 'Nothing found',
  noneHas: (search: string) => `No group and no order id of this account has “${search}” in it.`,
  showAll: 'Show all groups',
  /** An account without groups. */
  none: {
    title: 'No groups yet',
    text: 'A group is a set of orders of one type that you renew together, with one click.',
    reading: 'Reading your orders…',
    offers: 'From your orders',
    make: 'Make group',
    /** Heard after `make`, not seen. */
    of: (name: string) => `of ${name}`,
  },
  editor: {
    edit: (name: string) => `Edit ${name}`,
    name: 'Group name',
    type: 'Proxy type',
    period: 'Rental period',
    periodHint: 'Days added to each order. Any whole number.',
    days: 'days',
    /** Beside a period's number. */
    day: (n: number) => pluralEn(n, 'day', 'days'),
    promo: 'Promo code',
    promoHint: '(optional) Leasebar asks before paying if it is not valid.',
    promoOff: (percent: number) => `${percent} % off`,
    promoUntil: (date: string) => `until ${date}`,
    limit: 'Spend limit',
    limitHint: (currency: string | undefined) =>
      `(optional) Leasebar asks when a renewal costs more than this${currency ? `, in ${currency}` : ''}.`,
    due: 'Due days',
    dueHint: (days: number) =>
      `(optional) Due so many days before its end. Empty: ${days}, as in the settings.`,
    tray: 'Show in tray',
    trayHint: 'One click in the tray’s menu renews it.',
    saved: (name: string) => `Saved ${name}.`,
    savedTitle: (name: string) => `Saved “${name}”`,
    dropped: (n: number) => `${formatNumber(n)} ${pluralEn(n, 'repeat was', 'repeats were')} dropped.`,
    notSaved: 'The group was not saved',
    leave: 'Leave without saving what you typed?',
    discard: 'Discard',
    keepEditing: 'Keep editing',
    cancel: 'Cancel',
    save: 'Save group',
  },
  /** A group in full. */
  detail: {
    title: 'Chosen group',
    back: 'Back to the list',
    edit: 'Edit group',
    checkPrice: 'Check price',
    end: 'Soonest end',
    endUnknown: 'not known',
    endUnread: 'not read yet',
    renewsFor: 'Renews for',
    days: counted.days,
    lastPrice: 'Last price',
    noPrice: 'none seen yet',
    promo: 'Promo code',
    limit: 'Spend limit',
    none: 'none',
    tray: 'In the tray',
    yes: 'yes',
    no: 'no',
    look: 'Worth a look',
    notListed: (ids: string) => `Not in the vendor’s list: ${ids}`,
    otherType: (ids: string) => `Of another proxy type: ${ids}`,
    alsoIn: (names: readonly string[], ids: string) =>
      `Also in ${names.map((name) => `“${name}”`).join(', ')}: ${ids}`,
    renewals: 'Last renewals',
    noRenewals: 'None so far.',
    time: 'Time',
    price: 'Price',
    outcome: 'Outcome',
    underWay: 'Under way',
    orders: 'Orders',
    copyIds: 'Copy ids',
    copied: 'Order ids copied.',
    order: 'Order',
    addresses: 'Addresses',
    country: 'Country',
    orderEnd: 'End',
    notReadable: 'not readable',
    unlisted: 'not listed',
    auto: 'auto',
  },
  /** What was done with a group. */
  done: {
    duplicated: (name: string) => `Duplicated as ${name}.`,
    deleted: (name: string) => `Deleted ${name}. Undo is at the foot of the window.`,
    deletedTitle: (name: string) => `Deleted “${name}”`,
    undo: 'Undo',
    tryAgain: 'Try again',
    back: (name: string) => `${name} is back.`,
    off: (sum: string) => `, ${sum} off`,
    warns: (warning: string) => ` The vendor warns: ${warning}.`,
    price: (facts: { sum: string; off: string; days: number; warned: string }) =>
      `${facts.sum}${facts.off} for ${facts.days} days.${facts.warned} Nothing was paid.`,
  },
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
    inGroups: (names: readonly string[]) => `in ${names.map((name) => `“${name}”`).join(', ')}`,
    repeated: (times: number) => `${formatNumber(times)} times`,
  },
}
