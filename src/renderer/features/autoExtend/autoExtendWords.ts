import type { GroupView } from '../../../shared/contract/snapshot.ts'
import type { SwitchEnd } from '../../../shared/domain/rules/autoExtend.ts'
import { formatMoney, type Money } from '../../../shared/domain/rules/money.ts'
import { formatDateTime } from '../../../shared/words/intl.ts'
import type { PanelTone } from '../../ui/Panel.tsx'
import { pageWords } from '../../words/pageWords.ts'

type Standing = GroupView['autoExtend']
type Last = NonNullable<Standing['last']>

/** `Auto-extend: on for 3 of 12 orders`, and what is left open. `readAt`: the list's age, ms since the epoch; null: never read. */
export function standingWords(standing: Standing, readAt: number | null): string {
  const { last } = standing
  const words = pageWords().autoExtend
  const at = last?.end?.kind === 'switched' || last?.end?.kind === 'unknown' ? last.end.at : null
  if (at !== null && readAt !== null && readAt < at) {
    return words.wasBefore(howItStands(standing))
  }
  return [words.is(howItStands(standing)), ...openWords(standing)].join(' ')
}

/** `on for all 12 orders`, `off`, `not known yet`. */
export function howItStands({ state, orders, on, unsaid, notListed }: Standing): string {
  const words = pageWords().autoExtend.standing
  if (state === 'all') return words.all(orders)
  if (state === 'some') return words.some(on, orders)
  if (state === 'none') return words.none
  if (unsaid > 0) return words.unsaid
  return notListed > 0 ? words.notListed : words.unknown
}

function openWords({ state, unsaid, notListed }: Standing): string[] {
  if (state === 'unknown') return []
  const words = pageWords().autoExtend
  return [
    ...(notListed > 0 ? [words.someNotListed(notListed)] : []),
    ...(unsaid > 0 ? [words.someUnsaid(unsaid)] : []),
  ]
}

/** What that means: who renews, and what Leasebar still does. */
export function meaningWords({ state }: Standing): string {
  const words = pageWords().autoExtend.meaning
  return state === 'none' || state === 'unknown' ? words[state] : words.on
}

/** What the row says beside the group's size; null: nothing. */
export function rowMark({ state }: Standing): string | null {
  return state === 'all' || state === 'some' ? pageWords().autoExtend.mark[state] : null
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
  const words = pageWords().autoExtend.question
  return [
    words.title(group.orderIds.length),
    words.how(group.rentPeriodDays),
    [
      words.money,
      mustHold(lastPrice, endsAt, now),
      ...(balance ? [words.holds(formatMoney(balance))] : []),
      ...(group.promoCode === null ? [] : [words.noPromo]),
      words.noMoney,
    ].join(' '),
    words.limits,
  ]
}

function mustHold(price: Money | null, endsAt: number | null, now: number): string {
  const words = pageWords().autoExtend.question
  const soon = endsAt === null ? words.byUnknown : words.byNow
  const by = endsAt === null || endsAt <= now ? soon : words.by(formatDateTime(endsAt))
  return price === null ? words.mustHoldUnpriced(by) : words.mustHold(formatMoney(price), by)
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
  const words = pageWords().autoExtend.last
  const when = formatDateTime(end?.at ?? askedAt)
  if (end?.kind === 'refused') return words.refused(on, when)
  if (end?.kind === 'not sent') return words.notSent(on, when)
  return end?.kind === 'unknown' ? words.unknown(on, when) : words.switched(on, when)
}

/** What is to be said beside a switch's own words: what the list read since shows, another period. Null: nothing. */
export function sinceWords(view: GroupView, readAt: number | null): string | null {
  const { autoExtend, group } = view
  const end = autoExtend.last?.end
  if (end?.kind === 'unknown' && readAt !== null && readAt >= end.at) {
    return pageWords().autoExtend.last.listSays(howItStands(autoExtend))
  }
  const days = otherPeriod(view)
  return days === null ? null : pageWords().autoExtend.last.otherPeriod(days, group.rentPeriodDays)
}
