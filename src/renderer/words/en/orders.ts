import { formatNumber } from '../../../shared/words/intl.ts'
import { pluralEn } from '../../../shared/words/plural.ts'
import { counted } from './counted.ts'

/** `1 record`, `3 records`. */
function records(n: number): string {
  return `${formatNumber(n)} ${pluralEn(n, 'record', 'records')}`
}

/** The words of orders. */
export const orders = {
  pick: 'Pick from orders',
  pickHint: 'A group is made of orders of one type that you renew together.',
  search: 'Search orders',
  searchHint: 'Search ids, addresses, countries',
  type: 'Type of order',
  allTypes: 'All types',
  country: 'Country',
  allCountries: 'All countries',
  endsWithin: 'Ends within',
  anyEnd: 'Any end',
  days: (n: number) => `${n} ${pluralEn(n, 'day', 'days')}`,
  ungroupedOnly: 'Not in any group',
  looking: 'Looking through your orders…',
  shownOf: (shown: number, all: number) => `${formatNumber(shown)} of ${counted.orders(all)}`,
  more: 'Show more',
  clear: 'Clear selection',
  cancel: 'Cancel',
  make: (n: number) => `Make a group of ${counted.orders(n)}`,
  tryAgain: 'Try again',
  notShown: 'The orders could not be shown',
  notRead: 'The vendor’s list of orders could not be read',
  notReadAgain: 'The vendor’s list of orders could not be read again',
  shownWasRead: (ago: string) => `What is shown was read ${ago}.`,
  reading: 'Reading your orders…',
  never: 'Your orders were not read yet',
  neverText: 'Leasebar has not seen the vendor’s list of this account.',
  readNow: 'Read it now',
  showAll: 'Show all orders',
  none: { title: 'No orders', text: 'The vendor lists no orders of this account.' },
  noneLeft: { title: 'Nothing left over', text: 'Every order of this account is in a group.' },
  noneFound: { title: 'Nothing found', text: 'No order matches what you chose.' },
  table: {
    title: 'Orders',
    selectAll: 'Select all shown',
    selected: 'Selected',
    order: 'Order',
    type: 'Type',
    addresses: 'Addresses',
    country: 'Country',
    end: 'End',
    groups: 'Groups',
    pick: (id: string) => `Pick ${id}`,
    noType: 'type not known',
    /** Beside the number. */
    unit: (n: number) => pluralEn(n, 'address', 'addresses'),
    inGroups: (n: number) => `In ${counted.groups(n)}`,
    noGroup: 'no group',
    /** The first few groups that hold an order, and how many more do. */
    groupNames: (names: readonly string[], more: number) =>
      `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
    noEnd: 'end not readable',
    perhapsSooner: (end: string) => `${end}, perhaps sooner`,
  },
  showThem: 'Show them',
  ungrouped: (n: number) =>
    `${formatNumber(n)} ${pluralEn(n, 'order is in no group', 'orders are in no group')}`,
  notUnderstoodShort: (n: number) => `${records(n)} of the vendor’s list not understood`,
  notUnderstood: (n: number) =>
    `${records(n)} of the vendor’s list could not be understood. What they say is missing here.`,
  repeated: (n: number) => `${records(n)} of the vendor’s list came twice; each address counts once.`,
  otherTypes: (type: string, n: number) =>
    `A group has one type, and yours is ${type}: ${formatNumber(n)} ${pluralEn(n, 'order of another type', 'orders of other types')} cannot be ticked.`,
  unknownTypes: (n: number) =>
    `${formatNumber(n)} ${pluralEn(n, 'order is', 'orders are')} of a type that Leasebar does not know and cannot renew.`,
  selected: (n: number, hidden: number) =>
    `${counted.orders(n)} selected${hidden === 0 ? '' : `, ${formatNumber(hidden)} of them not shown`}`,
  tick: 'Tick the orders that you renew together.',
  tooMany: (most: number, over: number) =>
    `A group holds at most ${formatNumber(most)} orders. Take ${counted.orders(over)} out.`,
}
