import { formatMoney } from '../../shared/domain/rules/money.ts'
import { cleanVendorText } from '../../shared/domain/rules/vendorText.ts'
import { formatDate, formatList } from '../../shared/words/intl.ts'
import { words } from '../../shared/words/words.ts'
import type { Forecast, LeftOut } from './forecast.ts'

/**
 * The forecast in one sentence without a full stop, to stand after the balance (DESIGN.md, Balance): `covers renewals
 * until 5 Jan 2027; then short by $3.00 (estimate)`. What it leaves out is said. `now`: ms since the epoch. Cleaned and
 * bounded: a currency is the vendor's text.
 */
export function forecastWords(forecast: Forecast, now: number): string {
  const said = words().watch.forecast
  const left = leftOutWords(forecast.leftOut)
  if (forecast.reach === 'unknown') {
    // Without a balance nothing else matters; with one, what is left out is the reason.
    return cleanVendorText(forecast.balance === null ? said.noBalance : said.none(left))
  }
  const reach = reachWords(forecast, now)
  return cleanVendorText(left === '' ? said.estimate(reach) : said.estimateWithout(reach, left))
}

function reachWords(forecast: Forecast, now: number): string {
  const { short, covered, horizonDays, dueNow } = forecast
  const said = words().watch.forecast
  if (short === null) return covered === 0 ? said.nothingDue(horizonDays) : said.coversAll(horizonDays)
  const sum = formatMoney(short.shortBy)
  const date = formatDate(short.at)
  if (date !== formatDate(now)) return said.coversUntil(date, sum)
  if (dueNow.shortBy === null || dueNow.total === null) return said.shortToday(sum)
  // What all of them lack, not the first alone: it is what has to be topped up.
  return said.shortTodayOf(formatMoney(dueNow.shortBy), formatMoney(dueNow.total))
}

/** `2 groups with no known price and 1 group with no known end`; empty where nothing is left out. */
function leftOutWords({ noPrice, noEnd, otherCurrency }: LeftOut): string {
  const said = words().watch.forecast
  return formatList([
    ...(noPrice > 0 ? [said.noPrice(noPrice)] : []),
    ...(noEnd > 0 ? [said.noEnd(noEnd)] : []),
    ...(otherCurrency > 0 ? [said.otherCurrency(otherCurrency)] : []),
  ])
}
