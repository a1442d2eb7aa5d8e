import { formatNumber } from '../../../shared/words/intl.ts'
import { pluralEn } from '../../../shared/words/plural.ts'
import { counted } from './counted.ts'

/** `1 quote`, `3 quotes`. */
function quotes(n: number): string {
  return `${formatNumber(n)} ${pluralEn(n, 'quote', 'quotes')}`
}

/** What stands in the list of groups: the rows, what keeps an account from working, the search for bad orders. */
export const groupRows = {
  /** What a group holds; `addresses` null: not known yet. */
  size: (orders: number, addresses: number | null) =>
    addresses === null
      ? counted.orders(orders)
      : `${counted.orders(orders)} · ${counted.addresses(addresses)}`,
  pinned: 'Shown in the tray',
  pinnedShort: 'in the tray',
  endUnknown: 'end not known',
  endUnread: 'end not read yet',
  renew: 'Renew',
  renewNamed: (name: string) => `Renew ${name}`,
  more: 'More',
  moreNamed: (name: string) => `More for ${name}`,
  select: (name: string) => `Select ${name}`,
  toCheck: (n: number) => `${formatNumber(n)} ${pluralEn(n, 'id', 'ids')} to check`,
  progress: 'Progress',
  paying: 'Paying. This can take up to two minutes…',
  quoting: 'Checking the price…',
  noRenewals: 'No renewals yet',
  lastPrice: (sum: string) => ` · last price ${sum}`,
  underWay: 'Under way',
  left: (sum: string) => `${sum} left`,
  nowEnds: (date: string) => `now ends ${date}`,
  settle: 'Settle it',
  menu: {
    title: (name: string) => `Actions for ${name}`,
    edit: 'Edit',
    details: 'Show details',
    autoExtend: 'Auto-extend…',
    checkPrice: 'Check price',
    duplicate: 'Duplicate',
    select: 'Select',
    unselect: 'Unselect',
    remove: 'Delete',
  },
  /** The groups that are selected, and what can be done with all of them. */
  selection: {
    title: 'Selected groups',
    /** `hidden`: how many of them a search leaves out. */
    selected: (n: number, hidden: number) =>
      `${counted.groups(n)} selected${hidden === 0 ? '' : `, ${formatNumber(hidden)} of them not shown`}`,
    renew: (n: number) => `Renew ${formatNumber(n)}…`,
    all: (n: number) => `Select all ${formatNumber(n)}`,
    clear: 'Clear selection',
  },
  /** What keeps an account from working, and the way out. */
  trouble: {
    refused: {
      title: 'The vendor does not know this key',
      text: 'It may have been replaced at the vendor. Nothing can be read or renewed until the right one is entered.',
    },
    absent: {
      title: 'This account’s API key is not in the keychain',
      text: 'It was taken out, or kept for one session only. Nothing can be read or renewed until it is entered again.',
    },
    locked: {
      title: 'The keychain is locked',
      text: 'The API key is in it. Unlock it to go on.',
    },
    unavailable: {
      title: 'No keychain answers',
      text: 'The API key cannot be read. Start the system’s keychain and try again, or enter the key for this session only.',
    },
    waiting: {
      title: 'The keychain is asking you something',
      text: 'Its question may be behind another window. Answer it to go on.',
    },
    enterKey: 'Enter key again',
    tryAgain: 'Try again',
    age: (ago: string) => ` What is shown was read ${ago}.`,
    waits: 'Waiting for the vendor',
    nextTry: (until: string) => `The vendor asks to wait. Next try ${until}, by itself.`,
    offline: 'The vendor cannot be reached',
    unreadable: 'The vendor’s answer could not be read',
  },
  /** What is said of pasted ids. */
  ids: {
    label: 'Order IDs',
    paste: 'Paste them in any form: lines, commas, quotes, brackets.',
    pick: (n: number) => `Pick from the vendor’s list (${n})`,
    some: (items: readonly string[], more: number) =>
      `${items.join(', ')}${more > 0 ? ` and ${formatNumber(more)} more` : ''}`,
    orders: counted.orders,
    tooMany: (most: number) => `a group holds at most ${formatNumber(most)}`,
    repeats: (n: number) => `${formatNumber(n)} ${pluralEn(n, 'repeat', 'repeats')} dropped`,
    invalid: (n: number, which: string) =>
      `${n} ${pluralEn(n, 'entry is not an order id', 'entries are not order ids')}: ${which}`,
    notListed: (which: string) => `Not in the vendor’s list: ${which}`,
    ofType: (type: string, which: string) => `Of type ${type}: ${which}`,
    quoted: (name: string) => `“${name}”`,
    alsoIn: (names: string, which: string) => `Also in ${names}: ${which}`,
    /** An address count in the list to pick from. */
    addresses: counted.addresses,
  },
  /** Finding the orders that the vendor does not accept. */
  bad: {
    find: 'Find the bad order',
    stop: 'Stop',
    stopSearch: 'Stop the search',
    free: 'Asks for quotes only, which cost nothing.',
    progress: 'Progress of the search',
    nextQuote: (until: string) => `The vendor asks to wait. Next quote ${until}, by itself.`,
    remove: (n: number): string => (n === 1 ? 'Remove it from the group' : 'Remove them from the group'),
    edit: 'Edit the order ids',
    copy: 'Copy the bad ids',
    looking: (name: string) => `${name}: looking for the bad order. Nothing is paid.`,
    copied: (n: number) => `${formatNumber(n)} ${pluralEn(n, 'order id', 'order ids')} copied.`,
    notCopied: 'Nothing was copied',
    removed: (n: number, name: string) => `Removed ${counted.orders(n)} from “${name}”`,
    left: (n: number) => `${formatNumber(n)} ${pluralEn(n, 'order is', 'orders are')} left in it.`,
    undoPlace: 'Undo is at the foot of the window.',
    undo: 'Undo',
    notPutBack: 'Nothing was put back',
    groupGone: 'The group is not there any more.',
    tryAgain: 'Try again',
    back: (n: number, name: string) =>
      `${formatNumber(n)} ${pluralEn(n, 'order is', 'orders are')} back in ${name}.`,
    asked: (asked: number, most: number, found: number) =>
      `Asked ${asked} of at most ${quotes(most)}.${found > 0 ? ` ${found} found so far.` : ''} Nothing is paid.`,
    failed: 'The search could not go on',
    stopped: 'The search was stopped',
    stoppedWith: (bad: number, orders: number) =>
      `Stopped; not accepted are ${bad} of ${counted.orders(orders)}`,
    allAccepted: 'The vendor accepts all of them now',
    onlyOne: 'The vendor does not accept this order',
    noneAccepted: (orders: number) => `The vendor accepts none of ${orders} orders`,
    notAccepted: (bad: number, orders: number) =>
      `The vendor does not accept ${bad} of ${counted.orders(orders)}`,
    cost: (asked: number) =>
      asked === 0 ? 'Nothing was paid.' : `Asked ${quotes(asked)}; nothing was paid.`,
    maybeMore: (cost: string) => `There may be more. ${cost}`,
    goOn: (cost: string) => `${cost} Press Renew to go on.`,
    allBad: (cost: string) =>
      `${cost} Perhaps they belong to another account, or are of another proxy type. A group keeps at least one order, so they stay: edit the group, or delete it.`,
    others: (others: number, cost: string) =>
      `It accepts the other ${others === 1 ? 'one' : others}. ${cost}`,
    soFar: (n: number) => `Found until then: ${n}; there may be more.`,
  },
}
