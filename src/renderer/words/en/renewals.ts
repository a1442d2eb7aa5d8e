import { counted } from './counted.ts'

/** The guard's question, and how an outcome is told. Sums come as `$12.60`. */
export const renewals = {
  guard: (group: string) => `Renew ${group}?`,
  about: (orders: number, days: number) =>
    `${counted.orders(orders)} for ${counted.days(days)}. Nothing is paid yet.`,
  expired: 'This question is older than 5 minutes. Prices may have moved.',
  cancel: 'Cancel',
  askAgain: 'Ask again',
  anyway: 'Renew anyway',
  moreFound: 'More was found since you said yes',
  moreFoundText: 'Nothing was paid. What is new is marked.',
  isNew: 'new',
  price: 'Price',
  balance: 'Balance now',
  left: 'Left after',
  notKnown: 'not known',
  theGroup: 'The group',
  showInHistory: 'Show in History',
  /** `last`: the last thing that the evidence says. */
  settled: (group: string, label: string, last: string) => `${group}: settled as ${label}. ${last}`,
  /** What an outcome means for the money, in two or three words. */
  money: {
    renewed: 'paid',
    refused: 'nothing paid',
    'not sent': 'nothing paid',
    unknown: 'may have been paid',
    'not renewed': 'nothing paid',
  },
  underWay: (group: string) => `${group}: still under way.`,
  told: (group: string, label: string) => `${group}: ${label}.`,
  paid: (sum: string) => `${sum} paid.`,
  leftNow: (sum: string) => `${sum} left.`,
  notRecorded: 'The disk refused to record it; it is held in memory.',
}
