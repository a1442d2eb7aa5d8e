import type { Check, Movement, Renewal } from '../../shared/domain/renewal.ts'
import { formatMoney, minus, zero } from '../../shared/domain/rules/money.ts'
import { bounded } from './bounded.ts'
import { lateness } from './otherRenewals.ts'
import { fellByPrice, hasRisen, isStill, type Look, type Trail, type Verdict } from './settle.ts'

const said: Readonly<Record<Movement, string>> = {
  moved: 'moved on by the period',
  unmoved: 'not moved',
  unclear: 'can be explained with this renewal and without it',
  odd: 'moved, but not by the period',
  unreadable: 'could not be read',
}

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
      `Order ${orderId}: ended ${isoMinute(before.get(orderId) ?? null)} before, ${isoMinute(endsAt)} now: ${said[movement]}.`,
      400,
    ),
  )
}

/** A moment as `2026-01-15 12:01 UTC`; null: it could not be read. */
export function isoMinute(at: number | null): string {
  return at === null ? '(unreadable)' : `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`
}

function endsNote({ movements }: Look): string {
  const all = movements.length
  const counts = new Map<Movement, number>()
  for (const { movement } of movements) counts.set(movement, (counts.get(movement) ?? 0) + 1)
  const [only] = counts.keys()
  if (counts.size === 1 && only !== undefined) {
    return all === 1 ? `The order’s end: ${said[only]}.` : `The ends of all ${all} orders: ${said[only]}.`
  }
  const parts = [...counts].map(([movement, count]) => `${count} ${said[movement]}`)
  return `Of ${all} ends: ${parts.join('; ')}.`
}

function balanceNote({ intent }: Renewal, { reading, unexplained, accounted, replyFell }: Look): string {
  const before = intent.balanceBefore
  const now = reading.balance
  if (now === null) return 'The balance could not be read.'
  if (before === null) return `The balance is ${formatMoney(now)}; what it was before is not known.`
  if (unexplained === null || accounted === null) {
    return `The balance was ${formatMoney(before)} and is ${formatMoney(now)}: different currencies cannot be compared.`
  }
  const fall = minus(before.amount, now.amount)
  const sum = (amount: typeof fall) => formatMoney({ amount, currency: before.currency })
  const way =
    fall === 0
      ? 'it did not change'
      : fall > 0
        ? `it fell by ${sum(fall)}`
        : `it rose by ${sum(minus(zero, fall))}`
  const others = accounted.amount > 0 ? `; other renewals took ${formatMoney(accounted)} meanwhile` : ''
  const told = replyFell ? '; the reply itself told a balance that had fallen' : ''
  return `Balance ${formatMoney(before)} before, ${formatMoney(now)} now: ${way}${others}${told}.`
}

function verdictNotes(renewal: Renewal, look: Look, verdict: Verdict): string[] {
  if (verdict === 'renewed') return renewedNotes(renewal, look)
  if (verdict === 'not renewed') {
    return ['Nothing moved for 15 minutes and no money is missing: this renewal did not go through.']
  }
  if (!look.whole) return ['There are too many renewals since to tell them apart.']
  const { movements } = look
  const has = (movement: Movement) => movements.some((order) => order.movement === movement)
  if (movements.every(({ movement }) => movement === 'moved')) {
    return [
      'The end dates from before were not read right before this renewal, so they may have moved earlier: a person has to decide.',
    ]
  }
  const notes: string[] = []
  if (has('moved') && has('unmoved')) {
    notes.push('Only a part was renewed, which the vendor’s document rules out.')
    if (look.reading.waited < lateness) {
      notes.push('It may still be at work on the rest: give it 15 minutes before you renew those.')
    }
  }
  if (has('unclear')) {
    notes.push('Another renewal, or the vendor’s auto-extend, explains these ends just as well.')
  }
  if (has('odd')) notes.push('Something else changed these ends: another machine, or the vendor’s site.')
  if (has('unreadable')) notes.push('An end that cannot be read, before or now, proves nothing.')
  if (movements.every(({ movement }) => movement === 'unmoved')) notes.push(stillNote(look))
  return notes
}

function renewedNotes(renewal: Renewal, look: Look): string[] {
  const { quote } = renewal.intent
  const { unexplained } = look
  if (unexplained !== null && unexplained.amount <= 0) {
    return ['Extended, perhaps not by this request: the balance did not fall by its price.']
  }
  if (quote === null) return ['No price was quoted, so the fall of the balance could not be checked.']
  if (unexplained === null) return ['The balance could not be compared; the ends alone settle it.']
  return fellByPrice(renewal, look)
    ? [`The balance fell by the quoted price of ${formatMoney(quote.price)}.`]
    : [`The balance did not fall by exactly the quoted price of ${formatMoney(quote.price)}.`]
}

function stillNote(look: Look): string {
  if (isStill(look)) return hasRisen(look) ? risenNote : nothingNote
  const { unexplained, fellSince } = look
  if (unexplained === null) return 'Without a balance to compare, it cannot be settled as not renewed.'
  if (unexplained.amount <= 0 && fellSince !== null) {
    return `Money came in, and ${formatMoney(fellSince)} went out since an earlier look, which nothing explains: a purchase on the vendor’s site, or this renewal charged before its ends move.`
  }
  if (unexplained.amount <= 0 && look.missing.length > 0) {
    return 'Money was missing at an earlier look and came back since: a refund, or a top-up that hides a charge.'
  }
  const missing = unexplained.amount > 0 ? `${formatMoney(unexplained)} is` : 'Money was'
  return `${missing} missing from the balance and nothing explains it: a purchase on the vendor’s site, or this renewal charged before its ends move.`
}

const nothingNote =
  'Nothing has changed at the vendor so far. Leasebar looks again until 15 minutes have passed.'
const risenNote =
  'No end has moved so far, but money came in, behind which a charge could hide. Leasebar looks again until 15 minutes have passed since.'
