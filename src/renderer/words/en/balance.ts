import { formatList, formatNumber } from '../../../shared/words/intl.ts'
import { pluralEn } from '../../../shared/words/plural.ts'
import { counted } from './counted.ts'

/** The words of balance. */
export const balance = {
  title: 'Balance',
  topUp: 'Top up at the vendor’s site',
  notRead: 'The balance could not be read',
  check: 'Check balance now',
  /** How old the figure is, and what is the matter with it. `ago`: `just now`, `5 min ago`. */
  age: {
    asksToWait: 'The vendor asks to wait.',
    nextTry: (until: string) => `next try ${until}`,
    read: (ago: string) => `read ${ago}`,
    offline: (ago: string | null) => (ago === null ? 'offline' : `offline, read ${ago}`),
    problem: (ago: string | null) => (ago === null ? 'not read yet' : `not read, last read ${ago}`),
    low: 'low',
    reading: 'reading…',
    never: 'not read yet',
  },
  history: {
    title: 'Balance history',
    last: 'Show the last',
    spans: { '7': '7 days', '30': '30 days', '90': '90 days', '365': '1 year' },
    spend: 'Spend per month',
    asChart: 'Show as chart',
    asTable: 'Show as table',
    renewed: 'renewed',
    unsure: 'may have been paid',
    none: 'No course yet',
    neverRead: 'The balance was not read yet. The chart begins with its second reading.',
    readOnce: (sum: string) => `Read once: ${sum}. The chart begins with the second reading.`,
    failed: 'This could not be read',
    again: 'Try again',
    point: 'Point in time',
    warnBelow: (sum: string) => `Warn below ${sum}`,
    drag: 'Drag to set Warn below',
    line: 'You are told once when the balance falls below it. Drag its line, or type it. Empty: no warning.',
    noLine:
      'You are told once when the balance falls below it; it then has a line in the chart. Empty: no warning.',
  },
  /** The chart in words. */
  course: {
    steady: (sum: string) => `${sum} all along`,
    moving: (figures: { low: string; lowOn: string; high: string; highOn: string; now: string }) =>
      `lowest ${figures.low} on ${figures.lowOn}, highest ${figures.high} on ${figures.highOn}, now ${figures.now}`,
    since: (date: string, course: string, renewed: string | null) =>
      `Since ${date}: ${course}; ${renewed ?? 'no renewals paid'}.`,
    /** `sums`: one of each currency. */
    certain: (n: number, sums: readonly string[], unpriced: number) =>
      `${counted.renewals(n)}${sums.length === 0 ? '' : `, ${formatList(sums)}`}${unpriced > 0 ? ` (${unpriced} without a known price)` : ''}`,
    maybe: (n: number, sums: readonly string[], besides: boolean) =>
      `${n}${besides ? ' more' : ''} may have been paid${sums.length === 0 ? '' : `, ${formatList(sums)}`}`,
    otherCurrency: (n: number) =>
      `${formatNumber(n)} ${pluralEn(n, 'reading', 'readings')} in another currency not shown.`,
    newestMarked: (n: number) => `Only the newest ${counted.renewals(n)} marked.`,
    payment: (payment: { name: string; sum: string | null; unsure: boolean }) =>
      `${payment.name === '' ? 'A renewal' : payment.name}${payment.sum === null ? ', price not known' : ` ${payment.sum}`}${payment.unsure ? ', may have been paid' : ''}`,
    more: (n: number) => `and ${n} more`,
    unknown: 'Unknown',
    renewed: 'Renewed',
    together: (n: number, sum: string | null) => `${counted.renewals(n)}${sum === null ? '' : `, ${sum}`}`,
    unchanged: 'unchanged',
  },
  table: {
    days: 'Days',
    byDay: 'Balance by day',
    day: 'Day',
    renewals: 'Renewals',
    change: 'Change',
    end: 'At its end',
  },
  months: {
    none: 'No renewals in the last twelve months.',
    notInSums: (renewed: number, maybe: number) => {
      const parts = [
        ...(renewed > 0 ? [counted.renewals(renewed)] : []),
        ...(maybe > 0 ? [`${maybe} that may have been paid`] : []),
      ]
      return `Not in the sums: ${parts.join(' and ')} without a known price.`
    },
    title: (currency: string) => `Spend per month in ${currency}`,
    month: 'Month',
    renewals: 'Renewals',
    paid: (currency: string) => `Paid in ${currency}`,
    maybe: 'May have been paid',
    soFar: 'so far',
    together: 'Together',
  },
}
