import type { Finding } from '../../shared/domain/finding.ts'
import type { Group } from '../../shared/domain/group.ts'
import type { Money } from '../../shared/domain/money.ts'
import type { LiveOrder } from '../../shared/domain/order.ts'
import type { Quote } from '../../shared/domain/quote.ts'
import type { Limits, Renewal } from '../../shared/domain/renewal.ts'
import { day, hour } from '../../shared/domain/rules/ends.ts'
import { plus } from '../../shared/domain/rules/money.ts'
import type { Times } from './times.ts'

/** Everything the guard looks at, gathered before it is asked. Times in ms since the epoch. */
export interface GuardFacts extends Times {
  readonly group: Pick<Group, 'orderIds' | 'promoCode'>
  /** The vendor's price, or why none could be had. */
  readonly quote: Quote | { readonly missing: string }
  /** The balance told with the quote, else the last one read. */
  readonly balance: Money | null
  readonly limits: Limits
  /** What renewals of this day cost by their quotes, one sum a currency. */
  readonly spentToday: readonly Money[]
  readonly lastPrice: Money | null
  /** Every unsettled renewal, of all accounts. */
  readonly unsettled: readonly Renewal[]
  /** Every renewal that was renewed in the last 24 hours, of all accounts; older ones do no harm. */
  readonly renewedLately: readonly Renewal[]
  /** Ids of renewals that this run sent in the last 24 hours by the monotonic clock, whatever their rows say. */
  readonly sentLately: ReadonlySet<string>
  /** The account's orders as the vendor lists them now (or listed them last). */
  readonly orders: readonly LiveOrder[]
  /** Ends as last shown to the person. */
  readonly shownEnds: ReadonlyMap<string, number>
  readonly restoredDatabase: boolean
}

/** An end that differs by less than this has not moved: vendors round. */
const endTolerance = 60_000

/**
 * What is off about a renewal: the guard asks when this is not empty (DESIGN.md, Paying 2). Pure; every finding names
 * its figure. Sums of different currencies are never compared: that they differ is itself a finding.
 */
export function guard(facts: GuardFacts): Finding[] {
  return [
    ...unknownBefore(facts),
    ...renewedLately(facts),
    ...endsMoved(facts),
    ...autoExtendSoon(facts),
    ...(facts.restoredDatabase ? [{ kind: 'restored-database' } as const] : []),
    ...('missing' in facts.quote
      ? [{ kind: 'no-quote', reason: facts.quote.missing } as const]
      : quoteFindings(facts, facts.quote)),
  ]
}

function quoteFindings(facts: GuardFacts, quote: Quote): Finding[] {
  const { price } = quote
  const findings: Finding[] = quote.warnings.map((warning) => ({ kind: 'quote-warning', warning }))
  if (facts.group.promoCode !== null && quote.promoCodeStatus !== 'VALID') {
    findings.push({
      kind: 'promo-not-valid',
      promoCode: facts.group.promoCode,
      status: quote.promoCodeStatus,
      price,
    })
  }
  const { balance, lastPrice } = facts
  const others = [balance, lastPrice, ...(facts.limits.day === null ? [] : facts.spentToday)]
  const foreign = others.find((other) => other !== null && other.currency !== price.currency)
  if (foreign) findings.push({ kind: 'currency-differs', price: price.currency, balance: foreign.currency })
  if (balance && balance.currency === price.currency && price.amount > balance.amount) {
    findings.push({ kind: 'price-above-balance', price, balance })
  }
  if (lastPrice && lastPrice.currency === price.currency && price.amount > lastPrice.amount) {
    findings.push({ kind: 'price-rose', lastShown: lastPrice, price })
  }
  return [...findings, ...overLimits(facts, price)]
}

function overLimits(facts: GuardFacts, price: Money): Finding[] {
  const findings: Finding[] = []
  const spent = facts.spentToday.find(({ currency }) => currency === price.currency)
  const dayAmount = spent ? plus(spent.amount, price.amount) : price.amount
  const sums = { group: price.amount, account: price.amount, day: dayAmount }
  for (const limitOf of ['group', 'account', 'day'] as const) {
    const limit = facts.limits[limitOf]
    if (limit === null || sums[limitOf] <= limit) continue
    findings.push({
      kind: 'over-limit',
      limitOf,
      limit: { amount: limit, currency: price.currency },
      sum: { amount: sums[limitOf], currency: price.currency },
    })
  }
  return findings
}

function sharedOrders(facts: GuardFacts, renewal: Renewal): string[] {
  const theirs = new Set(renewal.intent.request.orderIds)
  return facts.group.orderIds.filter((id) => theirs.has(id))
}

function unknownBefore(facts: GuardFacts): Finding[] {
  return facts.unsettled.flatMap((renewal): Finding[] => {
    const orderIds = sharedOrders(facts, renewal)
    if (orderIds.length === 0) return []
    const { id: renewalId, startedAt, quote } = renewal.intent
    return [{ kind: 'unknown-before', renewalId, orderIds, startedAt, sum: quote?.price ?? null }]
  })
}

function renewedLately(facts: GuardFacts): Finding[] {
  return facts.renewedLately.flatMap((renewal): Finding[] => {
    const at = renewal.result?.endedAt ?? renewal.intent.startedAt
    const orderIds = sharedOrders(facts, renewal)
    // A row from the future, by a clock set back since, counts: nobody knows how old it is.
    const lately = at >= facts.earliest - day || facts.sentLately.has(renewal.intent.id)
    return orderIds.length === 0 || !lately ? [] : [{ kind: 'renewed-lately', orderIds, at }]
  })
}

function ownOrders(facts: GuardFacts): LiveOrder[] {
  const own = new Set(facts.group.orderIds)
  return facts.orders.filter((order) => own.has(order.orderId))
}

function endsMoved(facts: GuardFacts): Finding[] {
  return ownOrders(facts).flatMap((order): Finding[] => {
    const from = facts.shownEnds.get(order.orderId)
    if (from === undefined || order.endsAt === null) return []
    if (Math.abs(order.endsAt - from) < endTolerance) return []
    return [{ kind: 'end-moved', orderId: order.orderId, from, to: order.endsAt }]
  })
}

function autoExtendSoon(facts: GuardFacts): Finding[] {
  const soon = ownOrders(facts).filter(
    (order) => order.autoExtend === true && order.endsAt !== null && order.endsAt - facts.latest < 48 * hour,
  )
  if (soon.length === 0) return []
  const endsAt = Math.min(...soon.map((order) => order.endsAt ?? Number.POSITIVE_INFINITY))
  return [{ kind: 'auto-extend-soon', orderIds: soon.map((order) => order.orderId), endsAt }]
}

/**
 * True when every finding was confirmed already. A finding counts as the same when it is about the same thing with the
 * same figures; anything else is new, and the guard asks again: rather once more than pay what nobody agreed to.
 */
export function coveredBy(findings: readonly Finding[], confirmed: readonly Finding[]): boolean {
  const known = new Set(confirmed.map(fingerprint))
  return findings.every((finding) => known.has(fingerprint(finding)))
}

function fingerprint(finding: Finding): string {
  // Texts of a failed read differ from one try to the next and say nothing about the money.
  if (finding.kind === 'no-quote') return finding.kind
  // A balance that fell further is the same finding; a price that changed is not.
  if (finding.kind === 'price-above-balance') return JSON.stringify([finding.kind, finding.price])
  return JSON.stringify(finding)
}
