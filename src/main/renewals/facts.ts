import type { QuoteAnswer, VendorAccess } from '../../shared/domain/exchange.ts'
import type { Group, RenewalTerms } from '../../shared/domain/group.ts'
import type { Money } from '../../shared/domain/money.ts'
import type { LiveOrder, OrderEnd } from '../../shared/domain/order.ts'
import type { ExtendRequest, Limits, Renewal } from '../../shared/domain/renewal.ts'
import { day } from '../../shared/domain/rules/ends.ts'
import { currentOutcome } from '../../shared/domain/rules/outcomes.ts'
import type { GuardFacts } from './guard.ts'
import type { Lanes } from './lanes.ts'
import type { RenewalParts } from './parts.ts'
import type { Clock, GroupsPort, JournalPort, KnownPort, PayingAccount, VendorPort } from './ports.ts'
import { type Times, timesOf } from './times.ts'

/** A quote is never older than this when money is sent, in ms (DESIGN.md, Quote). */
export const quoteLife = 30_000

/** How long the reading of end dates may hold a click up, in ms; past it the ends last read stand in. */
const endsPatience = 15_000

/** An answer to a quote, with its age by both clocks. */
interface Quoted {
  readonly answer: QuoteAnswer
  readonly quotedAt: number
  readonly quotedAtMonotonic: number
}

/** What is gathered on the way to the guard. */
export interface Gathered extends Quoted {
  /** The orders as read on this very way; null when they could not be, and what was known before stands in. */
  readonly list: ReadList | null
}

/** A list of orders with the time at which it was asked for, ms since the epoch. */
interface ReadList {
  readonly orders: readonly LiveOrder[]
  readonly readAt: number
}

/** The request that a group stands for. */
export function requestOf(group: Omit<RenewalTerms, 'accountId'>): ExtendRequest {
  return {
    proxyType: group.proxyType,
    orderIds: group.orderIds,
    rentPeriodDays: group.rentPeriodDays,
    ...(group.promoCode === null ? {} : { promoCode: group.promoCode }),
  }
}

/** Asks for a quote and for fresh end dates at the same time. The quote is asked again when it aged while waiting. */
export async function gather(
  ports: { vendor: VendorPort; known: KnownPort; clock: Clock },
  accountId: string,
  access: VendorAccess,
  request: ExtendRequest,
): Promise<Gathered> {
  const patience = { over: false }
  const ends = readEnds(ports, accountId, access, patience)
  // Waited for below; a failure before that must not count as unhandled.
  ends.catch(() => undefined)
  let quoted = await quote(ports, access, request)
  const list = await Promise.race([ends, ports.clock.wait(endsPatience).then(() => null)])
  patience.over = true
  if (!isFresh(ports.clock, quoted)) quoted = await quote(ports, access, request)
  return { ...quoted, list }
}

/** True while a quote is young enough to pay on, by both clocks. */
export function isFresh(clock: Clock, gathered: Quoted): boolean {
  return (
    clock.monotonic() - gathered.quotedAtMonotonic <= quoteLife &&
    Math.abs(clock.now() - gathered.quotedAt) <= quoteLife
  )
}

async function quote(
  ports: { vendor: VendorPort; clock: Clock },
  access: VendorAccess,
  request: ExtendRequest,
): Promise<Quoted> {
  const answer = await ports.vendor.quote(access, request)
  return { answer, quotedAt: ports.clock.now(), quotedAtMonotonic: ports.clock.monotonic() }
}

async function readEnds(
  ports: { vendor: VendorPort; known: KnownPort; clock: Clock },
  accountId: string,
  access: VendorAccess,
  patience: { readonly over: boolean },
): Promise<ReadList | null> {
  // As old as its asking: what the vendor changed afterwards may not be in it.
  const askedAt = ports.clock.now()
  const list = await ports.vendor.orders(access)
  // A list that comes when the money may have moved already would pass old ends off as new ones.
  if (!list.ok || patience.over) return null
  ports.known.learned(accountId, list.value, askedAt)
  return { orders: list.value.orders, readAt: askedAt }
}

/** The limits in force for a group. */
export function limitsOf(group: Group, account: PayingAccount): Limits {
  return { group: group.priceLimit, account: account.renewalLimit, day: account.dayLimit }
}

/** The balance to measure a price by: told with the quote, else last read. */
export function balanceFor(answer: QuoteAnswer, known: Money | null): Money | null {
  if (answer.kind === 'quoted') return answer.quote.balance ?? known
  // On failure the vendor's fields may be 0 for nothing (API.md): that is no balance to show or to warn of.
  if (answer.kind === 'refused') return answer.balance && answer.balance.amount > 0 ? answer.balance : known
  return known
}

/** The spans of time that the guard looks back on. */
interface Spans {
  readonly times: Times
  /** The local midnight before the earliest of them, ms since the epoch. */
  readonly startOfDay: number
  /** Ids of renewals that this run sent in the last 24 hours, by the monotonic clock. */
  readonly sentLately: ReadonlySet<string>
}

/**
 * Gathers all that the guard looks at. `shownEnds`: what was on the screen when the click was made, taken before fresh
 * ends are read, because reading them also shows them.
 */
export function guardFacts(
  ports: { journal: JournalPort; groups: GroupsPort; known: KnownPort },
  group: Group,
  account: PayingAccount,
  answer: QuoteAnswer,
  shownEnds: ReadonlyMap<string, number>,
  { times, startOfDay, sentLately }: Spans,
): GuardFacts {
  return {
    ...times,
    group,
    quote: answer.kind === 'quoted' ? answer.quote : { missing: missingQuote(answer) },
    balance: balanceFor(answer, ports.known.balance(account.id)),
    limits: limitsOf(group, account),
    spentToday: ports.journal.spentSince(account.id, startOfDay),
    lastPrice: ports.groups.lastPrice(group.id),
    unsettled: ports.journal.unsettled(null),
    renewedLately: renewedLately(ports.journal, times.earliest - day, sentLately),
    sentLately,
    orders: ports.known.known(account.id).orders,
    shownEnds,
    restoredDatabase: ports.known.doubtful(account.id),
  }
}

/** The same as of this moment, by our clock and the vendor's. */
export function factsNow(
  parts: RenewalParts,
  lanes: Lanes,
  about: {
    readonly group: Group
    readonly account: PayingAccount
    readonly gathered: Gathered
    readonly shownEnds: ReadonlyMap<string, number>
  },
): GuardFacts {
  const { group, account, gathered, shownEnds } = about
  const times = timesOf(parts.clock.now(), gathered.answer)
  const startOfDay = parts.startOfDay(times.earliest)
  const spans = { times, startOfDay, sentLately: lanes.sentLately() }
  return guardFacts(parts, group, account, gathered.answer, shownEnds, spans)
}

/** By their rows, and by this run's memory of what it sent: a clock set forward makes a row look older than it is. */
function renewedLately(
  journal: JournalPort,
  since: number,
  sentLately: ReadonlySet<string>,
): readonly Renewal[] {
  const rows = journal.renewedSince(null, since)
  const listed = new Set(rows.map((row) => row.intent.id))
  const remembered = [...sentLately].filter((id) => !listed.has(id)).flatMap((id) => journal.get(id) ?? [])
  return [...rows, ...remembered.filter((row) => currentOutcome(row) === 'renewed')]
}

function missingQuote(answer: Exclude<QuoteAnswer, { kind: 'quoted' }>): string {
  return answer.kind === 'none' ? answer.problem.message : answer.error.message
}

/**
 * Every order's end, in the group's order: the evidence that settling will need. From `list` where one was just read:
 * a slower read that was asked for earlier may have put older ends in its place meanwhile.
 */
export function endsOf(
  known: KnownPort,
  accountId: string,
  orderIds: readonly string[],
  list: ReadList | null = null,
) {
  const { orders, readAt } = list ?? known.known(accountId)
  const byId = new Map(orders.map((order) => [order.orderId, order]))
  const ends = orderIds.map((orderId) => endOf(orderId, byId.get(orderId)))
  const listed = orderIds.map((orderId) => byId.get(orderId)?.addresses)
  const addresses = listed.reduce<number | null>(
    (sum, count) => (sum === null || count === undefined ? null : sum + count),
    0,
  )
  return { ends, readAt, addresses }
}

/** An end that may be later than the order's soonest one is none to compare with. */
function endOf(orderId: string, order: LiveOrder | undefined): OrderEnd {
  if (order === undefined) return { orderId, endsAt: null }
  return { orderId, endsAt: order.oddEnds > 0 ? null : order.endsAt, addresses: order.addresses }
}
