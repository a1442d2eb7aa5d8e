import { day } from '../../../shared/domain/rules/ends.ts'
import { type Amount, amountOf, formatMoney, minus, plus, zero } from '../../../shared/domain/rules/money.ts'
import type { Payment, Spend } from '../../../shared/domain/spending.ts'
import { formatDate, formatDateAs, formatTime } from '../../../shared/words/intl.ts'
import { count } from '../../words/counts.ts'
import type { Course, Plot, PlotRow } from './course.ts'

const minute = 60_000

/** A day as `3 Nov`. */
export function dayWords(at: number): string {
  return formatDateAs(at, { day: 'numeric', month: 'short' })
}

/** A month as `Nov 2026`. */
export function monthWords(at: number): string {
  return formatDateAs(at, { month: 'short', year: 'numeric' })
}

/** The chart in one sentence or three: where the balance was, and what went into renewals. */
export function summary({ currency, from, low, high, last }: Plot, { spent }: Course): string {
  const sum = (amount: Amount) => formatMoney({ amount, currency })
  const course =
    low.sum === high.sum
      ? `${sum(low.sum)} all along`
      : `lowest ${sum(low.sum)} on ${dayWords(low.at)}, highest ${sum(high.sum)} on ${dayWords(high.at)}, now ${sum(last.sum)}`
  const certain = certainWords(spent)
  const maybe = maybeWords(spent)
  return [
    `Since ${formatDate(from)}: ${course}; ${certain ?? 'no renewals paid'}.`,
    ...(maybe === null ? [] : [`${maybe}.`]),
  ].join(' ')
}

/** `7 renewals, $63.00`, with what nobody knows the price of; null: none went through. */
export function certainWords(spent: readonly Spend[]): string | null {
  const renewed = spent.reduce((sum, one) => sum + one.renewed, 0)
  if (renewed === 0) return null
  const sums = sumsWords(spent, 'paid')
  const unpriced = spent.find((one) => one.currency === null)?.renewed ?? 0
  return `${count(renewed, 'renewal', 'renewals')}${sums}${unpriced > 0 ? ` (${unpriced} without a known price)` : ''}`
}

/** `1 more may have been paid, $3.00`, without `more` where none is certain; null: none is unknown. */
export function maybeWords(spent: readonly Spend[]): string | null {
  const maybe = spent.reduce((sum, one) => sum + one.maybe, 0)
  return maybe === 0
    ? null
    : `${maybe}${certainWords(spent) === null ? '' : ' more'} may have been paid${sumsWords(spent, 'maybePaid')}`
}

/** `, $63.00 and €5.00`: sums never cross currencies. */
function sumsWords(spent: readonly Spend[], field: 'paid' | 'maybePaid'): string {
  const sums = spent.flatMap((one) =>
    one.currency === null || one[field] === 0
      ? []
      : [formatMoney({ amount: one[field], currency: one.currency })],
  )
  return sums.length === 0 ? '' : `, ${sums.join(' and ')}`
}

/** What the chart leaves out, each a sentence. */
export function leftOutWords(course: Course): string[] {
  const all = course.spent.reduce((sum, one) => sum + one.renewed + one.maybe, 0)
  const unmarked = all - course.payments.length
  return [
    ...(course.otherReadings > 0
      ? [`${count(course.otherReadings, 'reading', 'readings')} in another currency not shown.`]
      : []),
    ...(unmarked > 0
      ? [`Only the newest ${count(course.payments.length, 'renewal', 'renewals')} marked.`]
      : []),
  ]
}

/** A renewal at its mark: `Shop $9.00`, an unknown one as what it is. */
export function paymentWords({ groupName, price, outcome }: Payment): string {
  const name = groupName === '' ? 'A renewal' : groupName
  const sum = price ? ` ${formatMoney(price)}` : ', price not known'
  return `${name}${sum}${outcome === 'unknown' ? ', may have been paid' : ''}`
}

/** How many renewals are named at a mark. */
const named = 4

/** The renewals of a mark, one a line, those first that may have been paid; from the fifth on they are counted. */
export function markLines({ payments }: Pick<PlotRow, 'payments'>): string[] {
  const unsureFirst = payments.toSorted(
    (a, b) => Number(b.outcome === 'unknown') - Number(a.outcome === 'unknown'),
  )
  const lines = unsureFirst.slice(0, named).map(paymentWords)
  const more = payments.length - named
  return more > 0 ? [...lines, `and ${more} more`] : lines
}

/** The heading over the renewals of a mark: `Renewed`, `4 renewals, $19.20`; `Unknown` where nothing is certain. */
export function markTitle({ payments }: Pick<PlotRow, 'payments'>): string {
  const certain = payments.filter((payment) => payment.outcome === 'renewed')
  if (certain.length === 0) return 'Unknown'
  if (payments.length === 1) return 'Renewed'
  return `${count(certain.length, 'renewal', 'renewals')}${togetherWords(certain)}`
}

/** `, $19.20`: what they cost together; nothing where a price is missing or of another currency. */
function togetherWords([first, ...others]: readonly Payment[]): string {
  const currency = first?.price?.currency
  let amount = first?.price?.amount
  for (const { price } of others) {
    amount =
      price && amount !== undefined && price.currency === currency ? plus(amount, price.amount) : undefined
  }
  return amount === undefined || currency === undefined ? '' : `, ${formatMoney({ amount, currency })}`
}

/** When a row is: `3 Nov 2026, 14:05`. */
export function rowTime({ at }: PlotRow): string {
  return `${formatDate(at)}, ${formatTime(at)}`
}

/** A row in words, for whoever hears the chart: `3 Nov 2026, 14:05: $4.20. Renewed: Shop $9.00`. */
export function rowWords(row: PlotRow, currency: string): string {
  const sum = formatMoney({ amount: row.sum, currency })
  const marks = row.payments.length === 0 ? '' : `. ${markTitle(row)}: ${markLines(row).join('; ')}`
  return `${rowTime(row)}: ${sum}${marks}`
}

/** A change with its sign: `+$50.00`, `−$2.80`. */
export function changeWords(change: Amount, currency: string): string {
  if (change === 0) return 'unchanged'
  const size = change < 0 ? minus(zero, change) : change
  return `${change < 0 ? '−' : '+'}${formatMoney({ amount: size, currency })}`
}

/** A sum at the axis, without decimals where it has none: `$50`, `$2.50`. `units`: ten-thousandths. */
export function moneyTick(units: number, currency: string): string {
  const amount = amountOf(Math.round(units))
  return amount === null ? '' : formatMoney({ amount, currency }).replace(/\.00(?!\d)/, '')
}

/** A time at the axis; how much of it is told hangs on how far apart the ticks are. `at`, `step`: ms. */
export function timeTick(at: number, step: number): string {
  const date = new Date(at)
  const isMidnight = date.getHours() === 0 && date.getMinutes() === 0
  if (step < minute) return formatTime(at, 'second')
  if (step < day && !isMidnight) return formatTime(at)
  if (step < 28 * day) return dayWords(at)
  return date.getMonth() === 0 ? monthWords(at) : formatDateAs(at, { month: 'short' })
}
