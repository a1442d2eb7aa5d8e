import { formatNumber } from '../../../shared/words/intl.ts'
import { pluralEn } from '../../../shared/words/plural.ts'
import { counted } from './counted.ts'

/** Several groups renewed in one go, as the window shows it: all that are due, or those that were selected. Sums come as `$12.60`, of several currencies joined by `sums`. */
export const due = {
  areDue: (n: number) => `${formatNumber(n)} ${pluralEn(n, 'group is due', 'groups are due')}`,
  renewAll: 'Renew all due…',
  show: 'Show',
  title: 'Renew all due',
  titleSelected: 'Renew selected groups',
  sums: (sums: readonly string[]) => (sums.length === 0 ? 'nothing' : sums.join(' and ')),
  headlines: {
    quoting: (priced: number, all: number) => `Reading prices: ${priced} of ${all}. Nothing is paid yet.`,
    asking: (n: number, sums: string) =>
      `${counted.groups(n)} to be renewed for ${sums}. Nothing is paid yet.`,
    paying: (done: number, all: number, paid: string) =>
      `Renewing one after another: ${done} of ${all} done, ${paid} paid.`,
    ended: (renewed: number, paid: string) => `${counted.groups(renewed)} renewed, ${paid} paid.`,
  },
  progress: 'Progress',
  shortTitle: 'The balance does not reach for all of them',
  short: (covered: number, all: number, firstLeft: string) =>
    `The balance covers ${covered} of ${all}: renewing stops before ${firstLeft}.`,
  stopped: 'It stopped before the end',
  stops: 'It stops',
  balanceOf: (account: string) => `Balance of ${account}`,
  balance: 'Balance before and after',
  change: (before: string, after: string) => `${before} → ${after}`,
  notKnown: 'not known',
  hide: 'Hide',
  stop: 'Stop after this one',
  done: 'Done',
  expired: 'These prices are older than 5 minutes. They may have moved.',
  cancel: 'Cancel',
  askAgain: 'Ask again',
  pay: 'Pay',
  paySum: (sums: string) => `Pay ${sums}`,
  table: 'Groups that are due',
  tableSelected: 'Selected groups',
  columns: { group: 'Group', price: 'Price', left: 'Left after' },
  days: (n: number) => `${n} ${pluralEn(n, 'day', 'days')}`,
  include: (group: string) => `Include ${group}`,
  includeOf: (group: string, account: string) => `Include ${group} of ${account}`,
  /** Where even that is not enough to tell two apart. */
  numbered: (name: string, at: number, all: number) => `${name}, ${at} of ${all}`,
  rows: {
    waiting: 'waiting',
    quoting: 'reading its price…',
    paying: 'renewing…',
    uncovered: 'the balance does not reach',
    leftOut: 'left out',
    short: 'the balance does not cover it; nothing was sent',
  },
  finding: (title: string, text: string) => `${title}. ${text}`,
  notRenewed: 'Nothing was renewed',
  notPaid: 'Nothing was paid',
  planStays: 'The plan stays as it is',
  goesOn: 'Renewing goes on.',
  notStopped: 'It goes on',
}
