import type { AccountFacts } from '../../../src/main/watch/concerns.ts'
import type { GroupEnd } from '../../../src/main/watch/endings.ts'
import type { NotificationModel } from '../../../src/main/watch/model.ts'
import { type WatchFacts, type WatchSettings, watchStep } from '../../../src/main/watch/watch.ts'
import { defaultSettings } from '../../../src/shared/domain/rules/defaultSettings.ts'
import { readWatchState } from '../../../src/shared/domain/watchState.ts'
import { ids } from './records.ts'

/** Noon, so that a date is the same in every time zone that tests run in. */
export const now = Date.UTC(2027, 0, 5, 12)
/** Twelve o’clock as minutes of the day. */
export const noon = 12 * 60
export const settings: WatchSettings = { ...defaultSettings, warnShortDays: 7 }
export const main: AccountFacts = {
  accountId: ids.main,
  name: 'Main',
  forecast: { shortAt: null, shortBy: null },
  keyRefused: false,
  offlineSince: null,
}
export const second: AccountFacts = { ...main, accountId: ids.second, name: 'Second' }

export function group(name: string, endsAt: number | null, accountId: string = ids.main): GroupEnd {
  return { groupId: `group-${name}`, accountId, name, endsAt }
}

/** A watch that goes on from what the disk gave back, with everything that is told. */
export function watch(changes: Partial<WatchSettings> = {}) {
  let json: string | null = null
  return (
    facts: Partial<WatchFacts>,
    later: {
      settings?: Partial<WatchSettings>
      at?: number
      minutesOfDay?: number
      clock?: string
    } = {},
  ): readonly NotificationModel[] => {
    const { state, notifications } = watchStep({
      facts: { accounts: [main], groups: [], ...facts },
      state: readWatchState(json),
      settings: { ...settings, ...changes, ...later.settings },
      now: now + (later.at ?? 0),
      minutesOfDay: later.minutesOfDay ?? noon,
      clock: later.clock ?? null,
    })
    json = JSON.stringify(state)
    return notifications
  }
}

export const titles = (models: readonly NotificationModel[]) => models.map(({ title }) => title)
