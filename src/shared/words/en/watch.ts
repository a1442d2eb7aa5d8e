import { pluralEn } from '../plural.ts'

const groups = (n: number): string => `${n} ${pluralEn(n, 'group', 'groups')}`
const days = (n: number): string => `${n} ${pluralEn(n, 'day', 'days')}`
const hours = (n: number): string => `${n} ${pluralEn(n, 'hour', 'hours')}`

const paysNothing = 'Leasebar pays nothing by itself.'

/** `short by about $3.00 (estimated)`; null: nobody knows by how much. */
const short = (by: string | null): string =>
  `short ${by === null ? 'of money' : `by about ${by}`} (estimated)`

/** Endings, forecast, the clock. */
export const watch = {
  /** Groups that end soon or have ended, as notifications tell them. */
  endings: {
    noName: '(no name)',
    endedTitle: (group: string) => `Ended: ${group}`,
    /** `when`: `Ends in 2 days`. */
    endsTitle: (when: string, group: string) => `${when}: ${group}`,
    ended: (date: string) =>
      `Its first order ended ${date}, and its proxies stop working. ${paysNothing} Renew it now if the customer is to keep them.`,
    ends: (date: string) =>
      `Its first order ends ${date}. ${paysNothing} Renew it before then, or its proxies stop working.`,
    severalEnd: (n: number) => `${groups(n)} end soon`,
    severalEnded: (n: number) => `${groups(n)} ended`,
    endedAndEnd: (ended: number, ending: number) =>
      `${groups(ended)} ended, ${ending} ${pluralEn(ending, 'ends', 'end')} soon`,
    /** `names`: the groups that are named, with a comma between them; `more`: how many are not. */
    several: (names: string, more: number) =>
      `${names}${more > 0 ? ` and ${more} more` : ''}. ${paysNothing} Renew them, or their proxies stop working.`,
    /** `clock`: that this computer’s clock is wrong. */
    doubt: (clock: string) => `${clock}: this may be told wrongly.`,
  },
  /** What is told about an account. */
  concerns: {
    keyRefusedTitle: (account: string) => `API key refused: ${account}`,
    keyRefused:
      'The vendor does not know this API key. Balance and end dates cannot be read, and nothing can be renewed or paid. Enter the API key again in Settings.',
    offlineOverADay: (account: string) => `Offline for over a day: ${account}`,
    offlineForDays: (n: number, account: string) => `Offline for ${days(n)}: ${account}`,
    offline: (since: string) =>
      `The vendor could not be reached since ${since}. Balance and end dates may have changed meanwhile, and nothing can be renewed or paid. Check the connection before a group ends.`,
    shortNowTitle: (account: string) => `Short of money for renewals: ${account}`,
    /** `by`: the sum that is missing; null: nobody knows. */
    shortNow: (by: string | null) =>
      `The balance does not cover the renewals that are due now: ${short(by)}. Top up at the vendor, or renewals will be refused.`,
    shortFromTitle: (date: string, account: string) => `Short of money from ${date}: ${account}`,
    shortFrom: (date: string, by: string | null) =>
      `The balance covers renewals until about ${date}; then it is ${short(by)}. Top up at the vendor before then, or renewals will be refused.`,
  },
  /** The forecast in one sentence without a full stop, to stand after the balance. */
  forecast: {
    noBalance: 'no forecast yet: the balance is not known',
    /** `leftOut`: the groups because of which there is none. */
    none: (leftOut: string) => `no forecast yet: ${leftOut}`,
    estimate: (reach: string) => `${reach} (estimate)`,
    estimateWithout: (reach: string, leftOut: string) => `${reach} (estimate; leaves out ${leftOut})`,
    nothingDue: (horizon: number) => `nothing is due in the next ${days(horizon)}`,
    coversAll: (horizon: number) => `covers all renewals of the next ${days(horizon)}`,
    coversUntil: (date: string, short: string) => `covers renewals until ${date}; then short by ${short}`,
    shortToday: (short: string) => `short already today by ${short}`,
    shortTodayOf: (short: string, total: string) => `short already today by ${short}: ${total} is due now`,
    noPrice: (n: number) => `${groups(n)} with no known price`,
    noEnd: (n: number) => `${groups(n)} with no known end`,
    otherCurrency: (n: number) => `${groups(n)} in another currency`,
  },
  /** This computer’s clock, compared with the vendor’s. The sentences have no full stop. */
  clock: {
    daysBehind: (n: number) => `This computer’s clock is ${days(n)} behind the vendor’s`,
    daysAhead: (n: number) => `This computer’s clock is ${days(n)} ahead of the vendor’s`,
    hoursBehind: (n: number) => `This computer’s clock is ${hours(n)} behind the vendor’s`,
    hoursAhead: (n: number) => `This computer’s clock is ${hours(n)} ahead of the vendor’s`,
    /** `check`: the name of the button that reads the balance. */
    notice: ({ here, there, check }: { here: string; there: string; check: string }) =>
      `It was ${here} here when it was ${there} there. Ends and due dates may be shown and told wrongly. Set the clock, then press ${check}.`,
  },
  /** What a group’s row says of a renewal that is on its way. */
  noAnswerYet: 'The vendor’s answer has not come yet.',
}
