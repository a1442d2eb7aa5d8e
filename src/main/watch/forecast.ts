import type { Amount, Money } from '../../shared/domain/money.ts'
import { byEarliestEnd, dueAt } from '../../shared/domain/rules/due.ts'
import { day } from '../../shared/domain/rules/ends.ts'
import { amountOf, minus, plus, times, zero } from '../../shared/domain/rules/money.ts'

/** A group as the forecast sees it. */
export interface ForecastGroup {
  readonly groupId: string
  readonly name: string
  /** The soonest end of its orders, ms since the epoch; null: not known. */
  readonly endsAt: number | null
  readonly rentPeriodDays: number
  /** It is due so many days before its end. */
  readonly dueDays: number
  /** What it cost last, or was quoted at last; null: not known. */
  readonly price: Money | null
}

/** One account, as far as the forecast needs it. */
export interface ForecastInput {
  /** Null: never read. */
  readonly balance: Money | null
  readonly groups: readonly ForecastGroup[]
  /** Ms since the epoch. */
  readonly now: number
  /** How far to look ahead; 365 days unless said. */
  readonly horizonDays?: number
}

/** The first renewal that the balance does not cover. */
export interface Shortfall {
  readonly groupId: string
  readonly name: string
  /** When it is to be made, ms since the epoch. */
  readonly at: number
  readonly price: Money
  /** What is missing for this renewal, after those before it are paid. */
  readonly shortBy: Money
}

/** What has to be renewed now, each group once. */
export interface DueNow {
  /** How many groups the total is of. */
  readonly groups: number
  /** Null: no currency to tell it in, or more than an amount can hold. */
  readonly total: Money | null
  /** What the balance lacks for all of them; null: nothing, or one of the two is not known. */
  readonly shortBy: Money | null
  /** How many more are due and not in the total: of no known price, or in another currency. */
  readonly leftOut: number
}

/** How many groups the forecast knows too little of, each counted once, by the first that applies. */
export interface LeftOut {
  readonly noEnd: number
  readonly noPrice: number
  readonly otherCurrency: number
}

/**
 * How far the balance reaches. `short`: until a moment (ms since the epoch), when the first renewal is not covered.
 * `all`: over every renewal within the horizon. `unknown`: nobody can say, for want of a balance, or of a single group
 * of which end and price are known.
 */
export type Reach =
  | { readonly reach: 'short'; readonly until: number; readonly short: Shortfall }
  | { readonly reach: 'all' | 'unknown'; readonly until: null; readonly short: null }

/** What is to be expected of one account's balance. Plain data; always an estimate, and marked as one. */
export type Forecast = Reach & {
  readonly estimate: true
  /** What it starts from; null: never read. */
  readonly balance: Money | null
  readonly horizonDays: number
  /** Renewals paid before the first that is not covered; 0 where the reach is unknown. */
  readonly covered: number
  /** What those cost together; null where the reach is unknown. */
  readonly coveredCost: Money | null
  readonly dueNow: DueNow
  readonly leftOut: LeftOut
}

/** The renewals of one group: the first at `firstAt`, then one every period. All in ms. */
interface Series {
  readonly group: ForecastGroup
  readonly endsAt: number
  readonly firstAt: number
  readonly period: number
  readonly price: Amount
}

/**
 * Expects every group to be renewed when it is due (one overdue: now), and then every rental period at the same price,
 * in order of time, then of the earliest end, then of the name; and says how far the balance reaches. Who renews late is
 * taken to be as late the next time: a period in days is paid for in days, whenever it begins. Sums are of one
 * currency: the balance's, or, without a balance, the only one there is. An estimate: prices change, orders come and go.
 */
export function forecast({ balance, groups, now: at, horizonDays = 365 }: ForecastInput): Forecast {
  // Whole ms: the search below looks at one after the other.
  const now = Math.floor(at)
  const currency = balance?.currency ?? onlyCurrency(groups)
  const { series, dueUncounted, leftOut } = seriesOf(groups, currency, now)
  const facts = { estimate: true, balance, horizonDays, leftOut } as const
  const due = series.filter(({ firstAt }) => firstAt === now)
  const dueNow = { ...totalOf(due, currency, balance), leftOut: dueUncounted }
  if (balance === null || (series.length === 0 && groups.length > 0)) {
    return { ...facts, reach: 'unknown', until: null, short: null, covered: 0, coveredCost: null, dueNow }
  }
  return { ...facts, ...reachOf(series, balance, now, now + horizonDays * day), dueNow }
}

function onlyCurrency(groups: readonly ForecastGroup[]): string | null {
  const [first, ...others] = new Set(groups.flatMap(({ price }) => price?.currency ?? []))
  return others.length === 0 ? (first ?? null) : null
}

/** The groups of which enough is known, and the number of the others. */
function seriesOf(groups: readonly ForecastGroup[], currency: string | null, now: number) {
  const series: Series[] = []
  const leftOut = { noEnd: 0, noPrice: 0, otherCurrency: 0 }
  let dueUncounted = 0
  for (const group of groups) {
    const { endsAt, price, dueDays, rentPeriodDays } = group
    if (endsAt === null) {
      leftOut.noEnd += 1
      continue
    }
    const firstAt = Math.max(now, Math.floor(dueAt(endsAt, dueDays)))
    // A negative price is the vendor's mistake: it must not make money.
    const known = price !== null && price.amount >= 0
    if (known && price.currency === currency) {
      series.push({ group, endsAt, firstAt, period: rentPeriodDays * day, price: price.amount })
      continue
    }
    leftOut[known ? 'otherCurrency' : 'noPrice'] += 1
    if (firstAt === now) dueUncounted += 1
  }
  return { series, dueUncounted, leftOut }
}

function totalOf(due: readonly Series[], currency: string | null, balance: Money | null) {
  const sum = due.reduce<Amount | null>(
    (total, { price }) => (total === null ? null : amountOf(plus(total, price))),
    zero,
  )
  const total = sum === null || currency === null ? null : { amount: sum, currency }
  const lacks = total !== null && balance !== null && total.amount > spendable(balance)
  const shortBy = lacks ? { ...total, amount: minus(total.amount, balance.amount) } : null
  return { groups: due.length, total, shortBy }
}

/** What can be spent of a balance: of a debt nothing, though a renewal that is free goes through. */
function spendable({ amount }: Money): Amount {
  return amount > 0 ? amount : zero
}

/**
 * How far a balance reaches, within [now, end). The number of a series' renewals up to a moment is a division, so the
 * moment is searched for by halving, over a few dozen sums of all groups: walking through the renewals one by one would
 * be millions of steps for thousands of groups, while window and tray wait.
 */
function reachOf(series: readonly Series[], balance: Money, now: number, end: number) {
  const most = spendable(balance)
  const { currency } = balance
  const all = costUntil(series, end - 1, most)
  if (all !== null) {
    const coveredCost = { amount: all, currency }
    const covered = countUntil(series, end - 1)
    return { reach: 'all', until: null, short: null, covered, coveredCost } as const
  }
  // Everything up to `enough` is covered, up to `tooMuch` it is not.
  let enough = now - 1
  let tooMuch = end - 1
  while (tooMuch - enough > 1) {
    const middle = Math.floor((enough + tooMuch) / 2)
    if (costUntil(series, middle, most) === null) tooMuch = middle
    else enough = middle
  }
  const before = { renewals: countUntil(series, enough), cost: costUntil(series, enough, most) ?? zero }
  const { paid, cost, short } = payAt(series, tooMuch, before.cost, balance)
  const covered = before.renewals + paid
  return { reach: 'short', until: tooMuch, short, covered, coveredCost: { amount: cost, currency } } as const
}

/** Number of a series' renewals up to a moment, itself included. */
function renewalsUntil({ firstAt, period }: Series, at: number): number {
  return at < firstAt ? 0 : Math.floor((at - firstAt) / period) + 1
}

function countUntil(series: readonly Series[], at: number): number {
  return series.reduce((sum, one) => sum + renewalsUntil(one, at), 0)
}

/** What all renewals up to a moment cost; null where it is more than `most`. */
function costUntil(series: readonly Series[], at: number, most: Amount): Amount | null {
  let sum = zero
  for (const one of series) {
    const cost = times(one.price, renewalsUntil(one, at))
    // Compared before it is added, so that no sum can leave what an amount holds.
    if (cost === null || cost > minus(most, sum)) return null
    sum = plus(sum, cost)
  }
  return sum
}

/** Pays the renewals of one moment in their order, up to the first that is not covered: there is one. */
function payAt(series: readonly Series[], at: number, spent: Amount, balance: Money) {
  const { currency } = balance
  const events = series
    .filter(({ firstAt, period }) => at >= firstAt && (at - firstAt) % period === 0)
    .map((one) => ({ ...one, endsAt: endBefore(one, at), name: one.group.name }))
    .sort(byEarliestEnd)
  let cost = spent
  for (const [paid, { group, price }] of events.entries()) {
    if (price > minus(spendable(balance), cost)) {
      const shortBy = { amount: minus(price, minus(balance.amount, cost)), currency }
      const { groupId, name } = group
      return { paid, cost, short: { groupId, name, at, price: { amount: price, currency }, shortBy } }
    }
    cost = plus(cost, price)
  }
  throw new Error('a bug: the balance covers what it was found not to cover')
}

/** A group's end as it will be before its renewal at a moment. The period of one that lapsed counts from its renewal. */
function endBefore({ endsAt, firstAt, period }: Series, at: number): number {
  const periods = (at - firstAt) / period
  return periods === 0 ? endsAt : Math.max(endsAt, firstAt) + periods * period
}
