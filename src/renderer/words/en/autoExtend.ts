import { counted } from './counted.ts'

/** The vendor's auto-extend: how it stands, and what switching it means for the money. */
export const autoExtend = {
  title: 'Vendor’s auto-extend',
  switchOn: 'Switch on',
  switchOff: 'Switch off',
  copy: 'Copy the record',
  copied: 'The record of the last switch was copied.',
  notCopied: 'Nothing was copied',
  neverSwitched: 'It was never switched here.',
  /** For how many of the group's orders it is on. */
  standing: {
    all: (orders: number) => (orders === 1 ? 'on for its order' : `on for all ${counted.orders(orders)}`),
    some: (on: number, orders: number) => `on for ${on} of ${counted.orders(orders)}`,
    none: 'off',
    unsaid: 'not known, because the vendor does not say it',
    notListed: 'not known, because the vendor does not list these orders',
    unknown: 'not known yet',
  },
  is: (standing: string) => `Auto-extend: ${standing}.`,
  wasBefore: (standing: string) =>
    `Auto-extend: ${standing}, as read before the last switch. The vendor’s list is read again.`,
  someNotListed: (n: number) => `The vendor does not list ${n} of them.`,
  someUnsaid: (n: number) => `Of ${n} it does not say.`,
  /** Who renews, and what Leasebar still does. */
  meaning: {
    none: 'The vendor renews none of them by itself.',
    unknown: 'It is the vendor’s own doing, and shown as the vendor’s list says it.',
    on: 'What is on, the vendor renews by itself shortly before its end, from the balance, at its price then. Leasebar counts the group as due and in the forecast all the same, and asks before it renews such an order within 48 hours of its end.',
  },
  mark: { all: 'auto-extend', some: 'auto-extend for some' },
  question: {
    label: 'Switch auto-extend on?',
    title: (orders: number) =>
      `The vendor will renew ${orders === 1 ? 'this order' : `these ${orders} orders`}, not Leasebar`,
    how: (days: number) =>
      `It does so by itself shortly before the end, for ${counted.days(days)} each time, also when Leasebar is not running. It does not say exactly when; an order that ends soon may be renewed at once.`,
    money: 'The money is taken from the balance then.',
    holds: (sum: string) => `It holds ${sum} now.`,
    noPromo: 'No promo code goes with it, so the price may be the full one.',
    noMoney: 'What happens without the money is not documented.',
    limits:
      'Leasebar’s limits and questions do not hold for what the vendor does. Leasebar itself asks before it renews an order that is on within 48 hours of its end.',
    /** By when the balance must hold the price. */
    byUnknown: 'before their end, which is not known yet',
    byNow: 'now: the earliest end has passed',
    by: (when: string) => `before ${when}, when the first of them ends`,
    mustHoldUnpriced: (by: string) =>
      `The balance must hold their price ${by}. No price was seen yet: Check price asks for it and costs nothing.`,
    mustHold: (sum: string, by: string) =>
      `The balance must hold about ${sum} (an estimate by the last price) ${by}.`,
    yes: 'Let the vendor renew',
    no: 'Not now',
  },
  last: {
    switched: (on: boolean, when: string) => `Last switch: ${on ? 'on' : 'off'}, ${when}`,
    refused: (on: boolean, when: string) => `Last switch: the vendor refused ${on ? 'on' : 'off'}, ${when}`,
    notSent: (on: boolean, when: string) => `Last switch: ${on ? 'on' : 'off'} was not asked for, ${when}`,
    unknown: (on: boolean, when: string) => `Last switch: perhaps ${on ? 'on' : 'off'}, ${when}`,
    listSays: (standing: string) => `The list read since says: ${standing}.`,
    otherPeriod: (was: number, now: number) =>
      `It was for ${counted.days(was)}; the group says ${now} by now. Switch on again to change that.`,
  },
}
