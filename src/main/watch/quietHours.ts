import type { Renewal } from '../../shared/domain/renewal.ts'
import {
  type NotificationKind,
  notificationSettings,
  type TellSetting,
} from '../../shared/domain/rules/notificationKinds.ts'
import { currentOutcome } from '../../shared/domain/rules/outcomes.ts'
import type { Settings } from '../../shared/domain/settings.ts'

/**
 * What becomes of a notification now. `tell`: it is shown and counts as told. `drop`: it is not shown and counts as
 * told, so that a kind switched on later does not flood. `hold`: it is not shown and does not count as told, so that
 * it comes when the quiet hours end, if it still holds then.
 */
export type Delivery = 'tell' | 'drop' | 'hold'

/** The settings that say what is told, and when. */
export type DeliverySettings = Pick<Settings, 'quietHours' | TellSetting>

/** Outcomes answer what a person has just done: they are never held back. */
const neverHeld: readonly NotificationKind[] = ['renewed', 'refused', 'unknown']

/**
 * Whether it is quiet at a time of day, in minutes from 0 to 1439, local time. The first minute is quiet, the last is
 * not. They may span midnight; two equal times are never quiet, so that nothing is silent for ever. Wall-clock minutes
 * on purpose: where summer time skips or repeats an hour, the hours stay what the person's clock shows.
 */
export function isQuiet(quietHours: Settings['quietHours'], minutesOfDay: number): boolean {
  if (quietHours === null) return false
  const from = minutesOf(quietHours.from)
  const to = minutesOf(quietHours.to)
  const isIn = from <= minutesOfDay && minutesOfDay < to
  return from <= to ? isIn : minutesOfDay >= from || minutesOfDay < to
}

function minutesOf(time: string): number {
  const [hours = '0', minutes = '0'] = time.split(':')
  return Number(hours) * 60 + Number(minutes)
}

/**
 * What becomes of a kind of notification at a time of day (minutes, local). A switch that is off counts before the
 * quiet hours: what it drops at night would else come when it is switched on before the morning.
 */
export function deliveryOf(
  kind: NotificationKind,
  settings: DeliverySettings,
  minutesOfDay: number,
): Delivery {
  const setting = notificationSettings[kind]
  if (setting === null) return 'tell'
  if (!settings[setting]) return 'drop'
  return isQuiet(settings.quietHours, minutesOfDay) && !neverHeld.includes(kind) ? 'hold' : 'tell'
}

/**
 * The kind that an outcome's notification is of; null while there is no outcome. What was `unknown`, even if it is
 * settled by now, and what the disk refused to keep cannot be switched off. Not sent is of the kind `refused`: neither
 * was paid.
 */
export function outcomeKind(renewal: Renewal): NotificationKind | null {
  if (renewal.unsaved || renewal.result?.outcome === 'unknown') return 'unknown'
  const outcome = currentOutcome(renewal)
  if (outcome === null || outcome === 'renewed') return outcome
  return outcome === 'refused' || outcome === 'not sent' ? 'refused' : 'unknown'
}
