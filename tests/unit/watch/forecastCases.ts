import type { ForecastGroup, ForecastInput } from '../../../src/main/watch/forecast.ts'
import { byEarliestEnd } from '../../../src/shared/domain/rules/due.ts'
import type { Money } from '../../../src/shared/domain/rules/money.ts'
import { DAY, money, NOW } from '../../support/domain.ts'

/** So many days from the moment the tests play at. */
export function inDays(days: number): number {
  return NOW + days * DAY
}

/** A group of 30 days for $10, due 3 days before its end; it ends so many days from now. Its id is its name. */
export function ending(
  name: string,
  days: number | null,
  change: Partial<ForecastGroup> = {},
): ForecastGroup {
  return {
    groupId: name,
    name,
    endsAt: days === null ? null : inDays(days),
    rentPeriodDays: 30,
    dueDays: 3,
    price: money(10),
    ...change,
  }
}

/** An account at the moment the tests play at, with a balance in dollars. */
export function account(
  balance: number | Money | null,
  groups: readonly ForecastGroup[],
  change: Partial<ForecastInput> = {},
): ForecastInput {
  return { balance: typeof balance === 'number' ? money(balance) : balance, groups, now: NOW, ...change }
}

/** A renewal that is to be made. */
export interface Expected {
  readonly at: number
  readonly group: ForecastGroup
  readonly price: number
}

/** Every renewal within the horizon in its order, found the slow way: one by one, then sorted. */
export function walk({ groups, now, horizonDays = 365 }: ForecastInput): readonly Expected[] {
  const events = groups.flatMap((group) => {
    const list: (Expected & { readonly endsAt: number; readonly name: string })[] = []
    if (group.endsAt === null || group.price === null) return list
    let endsAt = group.endsAt
    let at = Math.max(now, endsAt - group.dueDays * DAY)
    while (at < now + horizonDays * DAY) {
      list.push({ at, endsAt, group, name: group.name, price: group.price.amount })
      endsAt = Math.max(endsAt, at) + group.rentPeriodDays * DAY
      at += group.rentPeriodDays * DAY
    }
    return list
  })
  return events.sort((a, b) => a.at - b.at || byEarliestEnd(a, b))
}
