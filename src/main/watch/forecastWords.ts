import { formatMoney } from '../../shared/domain/rules/money.ts'
import { cleanVendorText } from '../../shared/domain/rules/vendorText.ts'
import { formatDate, formatList } from '../../shared/words/intl.ts'
import type { Forecast, LeftOut } from './forecast.ts'
import { counted } from './words.ts'

/**
 * The forecast in one sentence without a full stop, to stand after the balance (DESIGN.md, Balance): `covers renewals
 * until 5 Jan 2027; then short by $3.00 (estimate)`. What it leaves out is said. `now`: ms since the epoch. Cleaned and
 * bounded: a currency is the vendor's text.
 */
export function forecastWords(forecast: Forecast, now: number): string {
  const left = leftOutWords(forecast.leftOut)
  if (forecast.reach === 'unknown') {
    // Without a balance nothing else matters; with one, what is left out is the reason.
    return cleanVendorText(
      `no forecast yet: ${forecast.balance === null ? 'the balance is not known' : left}`,
    )
  }
  const remarks = ['estimate', ...(left === '' ? [] : [`leaves out ${left}`])]
  return cleanVendorText(`${reachWords(forecast, now)} (${remarks.join('; ')})`)
}

function reachWords(forecast: Forecast, now: number): string {
  const { short, covered, horizonDays, dueNow } = forecast
  const horizon = `the next ${counted(horizonDays, 'day')}`
  if (short === null) {
    return covered === 0 ? `nothing is due in ${horizon}` : `covers all renewals of ${horizon}`
  }
  const sum = formatMoney(short.shortBy)
  const date = formatDate(short.at)
  if (date !== formatDate(now)) return `covers renewals until ${date}; then short by ${sum}`
  if (dueNow.shortBy === null || dueNow.total === null) return `short already today by ${sum}`
  // What all of them lack, not the first alone: it is what has to be topped up.
  return `short already today by ${formatMoney(dueNow.shortBy)}: ${formatMoney(dueNow.total)} is due now`
}

/** `2 groups with no known price and 1 group with no known end`; empty where nothing is left out. */
function leftOutWords({ noPrice, noEnd, otherCurrency }: LeftOut): string {
  const reasons = [
    [noPrice, 'with no known price'],
    [noEnd, 'with no known end'],
    [otherCurrency, 'in another currency'],
  ] as const
  const parts = reasons
    .filter(([count]) => count > 0)
    .map(([count, why]) => `${counted(count, 'group')} ${why}`)
  return formatList(parts)
}
