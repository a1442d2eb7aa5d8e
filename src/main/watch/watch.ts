import type { Settings } from '../../shared/domain/settings.ts'
import type { WatchState } from '../../shared/domain/watchState.ts'
import { type AccountFacts, judgeConcerns } from './concerns.ts'
import { type GroupEnd, judgeEndings } from './endings.ts'
import type { NotificationModel } from './model.ts'
import { type DeliverySettings, deliveryOf } from './quietHours.ts'
import { concernNotification, endingsNotification } from './watchWords.ts'

/** What the watch looks at: every account and group there is. What is missing was removed, and is forgotten. */
export interface WatchFacts {
  readonly accounts: readonly AccountFacts[]
  readonly groups: readonly GroupEnd[]
}

/** The settings that the watch follows. */
export interface WatchSettings extends DeliverySettings, Pick<Settings, 'endStages'> {
  /** A forecast that is short within this many days is told. */
  readonly warnShortDays: number
}

/** One look of the watch. */
export interface WatchLook {
  readonly facts: WatchFacts
  readonly state: WatchState
  readonly settings: WatchSettings
  /** Ms since the epoch. */
  readonly now: number
  /** Minutes of the day, 0 to 1439, local time. */
  readonly minutesOfDay: number
  /** That this computer's clock is wrong, without a stop; null: it is right. */
  readonly clock: string | null
}

/**
 * What to notify now, and the state to keep: to be asked every few minutes and whenever the facts change. One
 * notification per subject and change; endings that are told at the same time are one. It tells what is near and what
 * is wrong with an account; outcomes and low balance have rules of their own (outcomeNotification.ts, lowBalance.ts).
 */
export function watchStep(look: WatchLook): {
  readonly state: WatchState
  readonly notifications: readonly NotificationModel[]
} {
  const { facts, state, settings, now, minutesOfDay, clock } = look
  const delivery = (kind: 'endings' | 'ended' | 'forecast' | 'keyRefused' | 'offline') =>
    deliveryOf(kind, settings, minutesOfDay)
  const endings = judgeEndings(state.groups, {
    groups: facts.groups,
    stages: settings.endStages,
    now,
    delivery,
  })
  const concerns = judgeConcerns(state.accounts, {
    accounts: facts.accounts,
    warnShortDays: settings.warnShortDays,
    now,
    delivery,
  })
  const names = new Map(facts.accounts.map(({ accountId, name }) => [accountId, name]))
  const accountNames = names.size > 1 ? names : null
  const ending = endingsNotification(endings.tell, { now, accountNames, clock })
  return {
    state: { groups: endings.next, accounts: concerns.next },
    notifications: [
      ...(ending === null ? [] : [ending]),
      ...concerns.tell.map((concern) => concernNotification(concern, now)),
    ],
  }
}
