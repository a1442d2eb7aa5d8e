import type { GroupView } from '../../../shared/contract/snapshot.ts'
import type { AutoSwitch } from '../../../shared/domain/autoExtend.ts'
import type { SwitchEnd } from '../../../shared/domain/rules/autoExtend.ts'
import { formatMoney, type Money } from '../../../shared/domain/rules/money.ts'
import { formatDateTime } from '../../../shared/words/intl.ts'
import type { PanelTone } from '../../ui/Panel.tsx'
import { count } from '../../words/counts.ts'

type Standing = GroupView['autoExtend']
type Last = NonNullable<Standing['last']>

/** `Auto-extend: on for 3 of 12 orders`, and what is left open. `readAt`: the list's age, ms since the epoch; null: never read. */
export function standingWords(standing: Standing, readAt: number | null): string {
  const { last } = standing
  const words = `Auto-extend: ${howItStands(standing)}`
  const at = last?.end?.kind === 'switched' || last?.end?.kind === 'unknown' ? last.end.at : null
  if (at !== null && readAt !== null && readAt < at) {
    return `${words}, as read before the last switch. The vendor’s list is read again.`
  }
  return [`${words}.`, ...openWords(standing)].join(' ')
}

/** `on for all 12 orders`, `off`, `not known yet`. */
export function howItStands({ state, orders, on, unsaid, notListed }: Standing): string {
  if (state === 'all')
    return orders === 1 ? 'on for its order' : `on for all ${count(orders, 'order', 'orders')}`
  if (state === 'some') return `on for ${on} of ${count(orders, 'order', 'orders')}`
  if (state === 'none') return 'off'
  if (unsaid > 0) return 'not known, because the vendor does not say it'
  return notListed > 0 ? 'not known, because the vendor does not list these orders' : 'not known yet'
}

function openWords({ state, unsaid, notListed }: Standing): string[] {
  if (state === 'unknown') return []
  const words: string[] = []
  if (notListed > 0) words.push(`The vendor does not list ${notListed} of them.`)
  if (unsaid > 0) words.push(`Of ${unsaid} it does not say.`)
  return words
}

/** What that means: who renews, and what Leasebar still does. */
export function meaningWords({ state }: Standing): string {
  if (state === 'none') return 'The vendor renews none of them by itself.'
  if (state === 'unknown') return 'It is the vendor’s own doing, and shown as the vendor’s list says it.'
  return 'What is on, the vendor renews by itself shortly before its end, from the balance, at its price then. Leasebar counts the group as due and in the forecast all the same, and asks before it renews such an order within 48 hours of its end.'
}

/** What the row says beside the group's size; null: nothing. */
export function rowMark({ state }: Standing): string | null {
  if (state === 'all') return 'auto-extend'
  return state === 'some' ? 'auto-extend for some' : null
}

/** The period that it was switched on with here, in days, where the group has another by now; null: not known, or the same. */
export function otherPeriod({ group, autoExtend: { state, last } }: GroupView): number | null {
  const isOn = state === 'all' && last?.on === true && last.end?.kind === 'switched'
  return isOn && last.rentPeriodDays !== group.rentPeriodDays ? last.rentPeriodDays : null
}

/** Which of the two buttons have something to do. */
export function choices(view: GroupView): { readonly on: boolean; readonly off: boolean } {
  const { state } = view.autoExtend
  return { on: state !== 'all' || otherPeriod(view) !== null, off: state !== 'none' }
}

/** The question before it is switched on: its title, then what it means, a paragraph each. */
export function questionWords(
  { group, endsAt, lastPrice }: GroupView,
  balance: Money | null,
  now: number,
): readonly [title: string, ...paragraphs: string[]] {
  const orders = group.orderIds.length === 1 ? 'this order' : `these ${group.orderIds.length} orders`
  const days = count(group.rentPeriodDays, 'day', 'days')
  return [
    `The vendor will renew ${orders}, not Leasebar`,
    `It does so by itself shortly before the end, for ${days} each time, also when Leasebar is not running. It does not say exactly when; an order that ends soon may be renewed at once.`,
    [
      `The money is taken from the balance then. ${mustHold(lastPrice, endsAt, now)}`,
      ...(balance ? [`It holds ${formatMoney(balance)} now.`] : []),
      ...(group.promoCode === null ? [] : ['No promo code goes with it, so the price may be the full one.']),
      'What happens without the money is not documented.',
    ].join(' '),
    'Leasebar’s limits and questions do not hold for what the vendor does. Leasebar itself asks before it renews an order that is on within 48 hours of its end.',
  ]
}

function mustHold(price: Money | null, endsAt: number | null, now: number): string {
  const by =
    endsAt === null
      ? 'before their end, which is not known yet'
      : endsAt <= now
        ? 'now: the earliest end has passed'
        : `before ${formatDateTime(endsAt)}, when the first of them ends`
  return price === null
    ? `The balance must hold their price ${by}. No price was seen yet: Check price asks for it and costs nothing.`
    : `The balance must hold about ${formatMoney(price)} (an estimate by the last price) ${by}.`
}

/** The tone in which a switch's end is shown. */
export const endTone: Readonly<Record<SwitchEnd, PanelTone>> = {
  switched: 'good',
  refused: 'error',
  'not sent': 'warning',
  unknown: 'warning',
}

/** `Last switch: on, 12 Jan 2027, 14:05`. */
export function lastTitle({ on, askedAt, end }: Last): string {
  const to = on ? 'on' : 'off'
  const when = formatDateTime(end?.at ?? askedAt)
  if (end?.kind === 'refused') return `Last switch: the vendor refused ${to}, ${when}`
  if (end?.kind === 'not sent') return `Last switch: ${to} was not asked for, ${when}`
  if (end?.kind === 'unknown') return `Last switch: perhaps ${to}, ${when}`
  return `Last switch: ${to}, ${when}`
}

/** What is to be said beside a switch's own words: what the list read since shows, another period. Null: nothing. */
export function sinceWords(view: GroupView, readAt: number | null): string | null {
  const { autoExtend, group } = view
  const end = autoExtend.last?.end
  if (end?.kind === 'unknown' && readAt !== null && readAt >= end.at) {
    return `The list read since says: ${howItStands(autoExtend)}.`
  }
  const days = otherPeriod(view)
  return days === null
    ? null
    : `It was for ${count(days, 'day', 'days')}; the group says ${group.rentPeriodDays} by now. Switch on again to change that.`
}

/** A switch as plain text, for the vendor's support. Times are UTC; no key is in it, and no name that only this person uses. */
export function switchText({ id, askedAt, request, end }: AutoSwitch): string {
  const { proxyType, orderIds, rentPeriodDays, autoExtend } = request
  return [
    `Switch of auto-extend ${id}`,
    `Asked at: ${new Date(askedAt).toISOString()}`,
    'Request: POST extend/order/auto',
    `  proxyType: ${proxyType}`,
    `  orderIds: ${orderIds.join(', ')}`,
    `  rentPeriodDays: ${rentPeriodDays}`,
    `  autoExtend: ${autoExtend}`,
    `Ended at: ${end ? new Date(end.at).toISOString() : '(no answer was recorded)'}`,
    `HTTP status: ${end?.httpStatus ?? '(none)'}`,
    `What happened: ${end?.detail ?? 'no answer was recorded'}`,
    ...(end?.reply ? ['Reply as received:', end.reply] : []),
  ].join('\n')
}
