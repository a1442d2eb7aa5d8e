import type { ForecastView } from '../../shared/contract/snapshot.ts'
import type { Group } from '../../shared/domain/group.ts'
import type { Money } from '../../shared/domain/money.ts'
import type { LiveOrder } from '../../shared/domain/order.ts'
import { dueDaysOf } from '../../shared/domain/rules/due.ts'
import { day } from '../../shared/domain/rules/ends.ts'
import type { Settings } from '../../shared/domain/settings.ts'
import { type Forecast, type ForecastGroup, forecast } from '../watch/forecast.ts'
import { forecastWords } from '../watch/forecastWords.ts'
import { ordersById, soonestEnd } from './groupEnds.ts'

/** What an account's forecast is made of. */
export interface ForecastSources {
  readonly accountId: string
  readonly balance: Money | null
  readonly groups: readonly Group[]
  /** The vendor's list as last read. */
  readonly orders: readonly LiveOrder[]
  /** The price last shown for a group, paid or quoted; null: none. */
  readonly lastPrice: (groupId: string) => Money | null
  readonly settings: Pick<Settings, 'dueDays' | 'warnShortDays'>
  /** Ms since the epoch. */
  readonly now: number
}

/** An account's forecast, from what is known now. */
export function accountForecast(sources: ForecastSources): Forecast {
  const { balance, groups, orders, now, lastPrice, settings } = sources
  const byId = ordersById(orders)
  const known = groups.map(
    (group): ForecastGroup => ({
      groupId: group.id,
      name: group.name,
      endsAt: soonestEnd(group, byId),
      rentPeriodDays: group.rentPeriodDays,
      dueDays: dueDaysOf(group, settings),
      price: lastPrice(group.id),
    }),
  )
  return forecast({ balance, groups: known, now })
}

/** The same as windows show it. */
export function forecastView(sources: ForecastSources): ForecastView {
  const { accountId, settings, now } = sources
  const found = accountForecast(sources)
  const { warnShortDays } = settings
  const isSoon = found.reach === 'short' && warnShortDays > 0 && found.until - now <= warnShortDays * day
  const tone = isSoon ? 'short' : found.reach === 'unknown' ? 'unknown' : 'fine'
  return { accountId, words: forecastWords(found, now), tone }
}
