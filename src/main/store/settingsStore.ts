import { z } from 'zod'
import { ok, type Result } from '../../shared/domain/result.ts'
import { defaultSettings } from '../../shared/domain/rules/defaultSettings.ts'
import { type Settings, settingsPatchSchema, settingsSchema } from '../../shared/domain/settings.ts'
import type { DiskProblem } from './diskProblem.ts'
import { Records, type StoreParts } from './records.ts'
import type { BoxedChange } from './writer.ts'

/** What a person chose for the whole app. */
export interface SettingsStore {
  /** A value that is missing, of another version or damaged falls back to its default, alone. */
  readonly get: () => Settings
  readonly update: (patch: z.infer<typeof settingsPatchSchema>) => Result<void, DiskProblem>
}

/** Makes the settings' part of the store: one row a setting. */
export function settingsStore(parts: StoreParts): SettingsStore {
  const records = new Records(parts, 'settings', z.object({ value: z.unknown() }))
  return {
    get: () => {
      let settings = defaultSettings
      for (const [key, { value }] of records.all()) {
        if (!Object.hasOwn(defaultSettings, key)) continue
        const changed = settingsSchema.safeParse({ ...settings, [key]: value })
        if (changed.success) settings = changed.data
      }
      return settings
    },
    update: (patch) => {
      const changes = Object.entries(settingsPatchSchema.parse(patch))
        .filter(([, value]) => value !== undefined)
        .map(([key, value]): BoxedChange => ({ table: 'settings', id: key, row: { value } }))
      return changes.length === 0 ? ok(undefined) : parts.writer.write(changes, 'wish')
    },
  }
}
