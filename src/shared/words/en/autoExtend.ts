import { pluralEn } from '../plural.ts'

const days = (n: number): string => `${n} ${pluralEn(n, 'day', 'days')}`
const nothingSent = 'Nothing was sent, and nothing was switched.'
const direction = (on: boolean): string => (on ? 'on' : 'off')
const these = (orders: number): string => pluralEn(orders, 'this order', `these ${orders} orders`)

/** Switching the vendor’s auto-extend. */
export const autoExtend = {
  /** `why`: a sentence with its full stop. */
  nothingSent: (why: string) => `${nothingSent} ${why}`,
  /** Why a press came to nothing. */
  refusals: {
    gone: `This group is not there any more. ${nothingSent}`,
    busy: 'Auto-extend of this group is being switched the other way just now. Wait for the answer.',
    changed: `The group was changed meanwhile. ${nothingSent}`,
    stale: `This press had to wait for more than five minutes. ${nothingSent}`,
    quitting: `Leasebar is quitting. ${nothingSent}`,
  },
  switchedOn: (orders: number, period: number) =>
    `Switched on. From now on the vendor renews ${these(orders)} by itself, ${days(period)} at a time.`,
  switchedOff: (orders: number) => `Switched off. The vendor no longer renews ${these(orders)} by itself.`,
  refused: ({ on, message, code }: { on: boolean; message: string; code: number }) =>
    `The vendor refused to switch it ${direction(on)}: ${message} (error ${code}).`,
  /** `why`: a sentence with its full stop. */
  unknown: (on: boolean, why: string) =>
    `${why} It may or may not have been switched ${direction(on)}. The vendor’s list is read again and shows how it stands; nothing is sent again by itself.`,
  /** Why an answer leaves it open. */
  doubts: {
    contradiction: 'The vendor’s reply contradicts itself.',
    otherError: (message: string, code: number) =>
      `The vendor answered “${message}” (error ${code}), which may not mean that nothing was done.`,
  },
  /** Where a yes is not quite what was asked for. */
  remarks: {
    quantity: (said: number, orders: number) =>
      `The vendor speaks of ${said}, and ${orders} ${pluralEn(orders, 'order was', 'orders were')} asked for.`,
    days: (said: number, asked: number) => `The vendor says ${days(said)} instead of ${days(asked)}.`,
    type: (said: string, asked: string) => `The vendor says type ${said} instead of ${asked}.`,
  },
  /** The vendor’s answer is in memory only. */
  notKept: 'The disk refused to keep this; Leasebar holds it in memory and keeps trying.',
}
