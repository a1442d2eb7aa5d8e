import { day } from '../../../shared/domain/rules/ends.ts'
import { type Amount, amountOf, formatMoney, minus, plus, zero } from '../../../shared/domain/rules/money.ts'
import type { Payment, Spend } from '../../../shared/domain/spending.ts'
import { formatDate, formatDateAs, formatTime } from '../../../shared/words/intl.ts'
import { pageWords } from '../../words/pageWords.ts'
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
  const words = pageWords().balance.course
  const sum = (amount: Amount) => formatMoney({ amount, currency })
  const course =
    low.sum === high.sum
      ? words.steady(sum(low.sum))
      : words.moving({
          low: sum(low.sum),
          lowOn: dayWords(low.at),
          high: sum(high.sum),
          highOn: dayWords(high.at),
          now: sum(last.sum),
        })
  const maybe = maybeWords(spent)
  return [
    words.since(formatDate(from), course, certainWords(spent)),
    ...(maybe === null ? [] : [`${maybe}.`]),
  ].join(' ')
}

/** `7 renewals, $63.00`, with what nobody knows the price of; null: none went through. */
export function certainWords(spent: readonly Spend[]): string | null {
  const renewed = spent.reduce((sum, one) => sum + one.renewed, 0)
  if (renewed === 0) return null
  const unpriced = spent.find((one) => one.currency === null)?.renewed ?? 0
  return pageWords().balance.course.certain(renewed, sumsOf(spent, 'paid'), unpriced)
}

/** `1 more may have been paid, $3.00`, without `more` where none is certain; null: none is unknown. */
export function maybeWords(spent: readonly Spend[]): string | null {
  const maybe = spent.reduce((sum, one) => sum + one.maybe, 0)
  const besides = spent.some((one) => one.renewed > 0)
  return maybe === 0 ? null : pageWords().balance.course.maybe(maybe, sumsOf(spent, 'maybePaid'), besides)
}

/** `$63.00`, `€5.00`: sums never cross currencies. */
function sumsOf(spent: readonly Spend[], field: 'paid' | 'maybePaid'): string[] {
  return spent.flatMap((one) =>
    one.currency === null || one[field] === 0
      ? []
      : [formatMoney({ amount: one[field], currency: one.currency })],
  )
}

/** What the chart leaves out, each a sentence. */
export function leftOutWords(course: Course): string[] {
  const words = pageWords().balance.course
  const all = course.spent.reduce((sum, one) => sum + one.renewed + one.maybe, 0)
  const unmarked = all - course.payments.length
  return [
    ...(course.otherReadings > 0 ? [words.otherCurrency(course.otherReadings)] : []),
    ...(unmarked > 0 ? [words.newestMarked(course.payments.length)] : []),
  ]
}

/** A renewal at its mark: `Shop $9.00`, an unknown one as what it is. */
export function paymentWords({ groupName, price, outcome }: Payment): string {
  const sum = price ? formatMoney(price) : null
  return pageWords().balance.course.payment({ name: groupName, sum, unsure: outcome === 'unknown' })
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
  return more > 0 ? [...lines, pageWords().balance.course.more(more)] : lines
}

/** The heading over the renewals of a mark: `Renewed`, `4 renewals, $19.20`; `Unknown` where nothing is certain. */
export function markTitle({ payments }: Pick<PlotRow, 'payments'>): string {
  const certain = payments.filter((payment) => payment.outcome === 'renewed')
  const words = pageWords().balance.course
  if (certain.length === 0) return words.unknown
  if (payments.length === 1) return words.renewed
  return words.together(certain.length, together(certain))
}

/** `$19.20`: what they cost together; null where a price is missing or of another currency. */
function together([first, ...others]: readonly Payment[]): string | null {
  const currency = first?.price?.currency
  let amount = first?.price?.amount
  for (const { price } of others) {
    amount =
      price && amount !== undefined && price.currency === currency ? plus(amount, price.amount) : undefined
  }
  return amount === undefined || currency === undefined ? null : formatMoney({ amount, currency })
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
  if (change === 0) return pageWords().balance.course.unchanged
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
