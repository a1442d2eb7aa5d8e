import { z } from 'zod'
import { dueDaysSchema } from './group.ts'

const shape = {
  theme: z.enum(['system', 'light', 'dark']),
  /** Minutes between two reads of the balance. */
  balanceMinutes: z.int().min(1).max(1440),
  /** Remind once a day while the balance stays below the threshold. */
  dailyReminder: z.boolean(),
  /** A group is due so many days before its end, unless it says otherwise itself. */
  dueDays: dueDaysSchema,
  /** Warn when the forecast says that the balance runs short within so many days; 0: never. */
  warnShortDays: z.int().min(0).max(365),
  /** Start hidden in the tray with the session. */
  startAtLogin: z.boolean(),
  /** The account whose groups are shown; null: the first. */
  selectedAccountId: z.uuid().nullable(),
  /** The one-time word "still in the tray" has been told. */
  toldStillInTray: z.boolean(),
}

/** What a person chose for the whole app. */
export const settingsSchema = z.object(shape)
/** What a person chose for the whole app. */
export type Settings = z.infer<typeof settingsSchema>

/** A change of some settings. Without defaults: zod fills those in even under `partial`. */
export const settingsPatchSchema = z.object(shape).partial()

/** What holds until a person chooses. */
export const defaultSettings: Settings = {
  theme: 'system',
  balanceMinutes: 10,
  dailyReminder: false,
  dueDays: 3,
  warnShortDays: 14,
  startAtLogin: false,
  selectedAccountId: null,
  toldStillInTray: false,
}
