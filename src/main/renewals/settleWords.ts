import type { Check, Movement, Renewal } from '../../shared/domain/renewal.ts'
import { formatMoney, minus, zero } from '../../shared/domain/rules/money.ts'
import { words } from '../../shared/words/words.ts'
import { bounded } from './bounded.ts'
import { lateness } from './otherRenewals.ts'
import { fellByPrice, hasRisen, isStill, type Look, type Trail, type Verdict } from './settle.ts'

/** What a look comes to, in words and figures: the ends, the balance, and why it is settled or not yet. */
export function notesOn(renewal: Renewal, look: Look, verdict: Verdict): string[] {
  return [endsNote(look), balanceNote(renewal, look), ...verdictNotes(renewal, look, verdict)].map((note) =>
    bounded(note, 400),
  )
}

/** A look as it is kept beside the journal's row. */
export function checkOf(
  renewal: Renewal,
  look: Look,
  verdict: Verdict,
  { least, missing }: Pick<Trail, 'least' | 'missing'>,
): Check {
  const { at, balance } = look.reading
  const balances = { least, missing: missing.map(({ amount, by }) => ({ amount, by: [...by] })) }
  return { at, balance, orders: [...look.movements], notes: notesOn(renewal, look, verdict), balances }
}

/** One line an order: its end before and now, and what that says. Times in UTC. */
export function orderLines(renewal: Renewal, orders: Check['orders']): string[] {
  const before = new Map(renewal.intent.endsBefore.map(({ orderId, endsAt }) => [orderId, endsAt]))
  return orders.map(({ orderId, endsAt, movement }) =>
    bounded(
      words().settling.ends.orderMoved({
        id: orderId,
        before: isoMinute(before.get(orderId) ?? null),
        now: isoMinute(endsAt),
        movement,
      }),
      400,
    ),
  )
}

/** A moment as `2026-01-15 12:01 UTC`; null: it could not be read. */
export function isoMinute(at: number | null): string {
  return at === null
    ? words().settling.noEnd
    : `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`
}

function endsNote({ movements }: Look): string {
  const { one, all, some } = words().settling.ends
  const counts = new Map<Movement, number>()
  for (const { movement } of movements) counts.set(movement, (counts.get(movement) ?? 0) + 1)
  const [only] = counts.keys()
  if (counts.size === 1 && only !== undefined) {
    return movements.length === 1 ? one(only) : all(movements.length, only)
  }
  return some(
    movements.length,
    [...counts].map(([movement, count]) => ({ movement, count })),
  )
}

function balanceNote({ intent }: Renewal, { reading, unexplained, accounted, replyFell }: Look): string {
  const says = words().settling.balance
  const before = intent.balanceBefore
  const now = reading.balance
  if (now === null) return says.unread
  if (before === null) return says.noBefore(formatMoney(now))
  if (unexplained === null || accounted === null) {
    return says.otherCurrency(formatMoney(before), formatMoney(now))
  }
  const fall = minus(before.amount, now.amount)
  const sum = (amount: typeof fall) => formatMoney({ amount, currency: before.currency })
  return says.change({
    before: formatMoney(before),
    now: formatMoney(now),
    fell: fall > 0 ? sum(fall) : null,
    rose: fall < 0 ? sum(minus(zero, fall)) : null,
    others: accounted.amount > 0 ? formatMoney(accounted) : null,
    replyFell,
  })
}

function verdictNotes(renewal: Renewal, look: Look, verdict: Verdict): string[] {
  if (verdict === 'renewed') return renewedNotes(renewal, look)
  if (verdict === 'not renewed') return [words().settling.notRenewed]
  const says = words().settling.open
  if (!look.whole) return [says.tooMany]
  const { movements } = look
  const has = (movement: Movement) => movements.some((order) => order.movement === movement)
  if (movements.every(({ movement }) => movement === 'moved')) return [says.endsNotFresh]
  const notes: string[] = []
  if (has('moved') && has('unmoved')) {
    notes.push(says.part)
    if (look.reading.waited < lateness) notes.push(says.partAtWork)
  }
  if (has('unclear')) notes.push(says.unclear)
  if (has('odd')) notes.push(says.odd)
  if (has('unreadable')) notes.push(says.unreadable)
  if (movements.every(({ movement }) => movement === 'unmoved')) notes.push(stillNote(look))
  return notes
}

function renewedNotes(renewal: Renewal, look: Look): string[] {
  const says = words().settling.renewed
  const { quote } = renewal.intent
  const { unexplained } = look
  if (unexplained !== null && unexplained.amount <= 0) return [says.perhapsNotByThis]
  if (quote === null) return [says.noPrice]
  if (unexplained === null) return [says.noBalance]
  const price = formatMoney(quote.price)
  return [fellByPrice(renewal, look) ? says.byPrice(price) : says.notByPrice(price)]
}

function stillNote(look: Look): string {
  const says = words().settling.open
  if (isStill(look)) return hasRisen(look) ? says.risen : says.nothingYet
  const { unexplained, fellSince } = look
  if (unexplained === null) return says.noBalance
  if (unexplained.amount <= 0 && fellSince !== null) return says.wentOut(formatMoney(fellSince))
  if (unexplained.amount <= 0 && look.missing.length > 0) return says.cameBack
  return unexplained.amount > 0 ? says.missing(formatMoney(unexplained)) : says.wasMissing
}
