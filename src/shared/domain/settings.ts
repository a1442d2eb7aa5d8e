import { z } from 'zod'
import { languageChoices } from '../words/language.ts'
import { dueDaysSchema, groupIdSchema } from './group.ts'
import { acceleratorShape } from './rules/shortcut.ts'

/** A time of day as `HH:MM`, 24 hours, in the machine's time zone. */
const timeOfDaySchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

const shape = {
  theme: z.enum(['system', 'light', 'dark']),
  language: z.enum(languageChoices),
  /** Minutes between two reads of the balance. */
  balanceMinutes: z.int().min(1).max(1440),
  /** Minutes between two reads of the vendor's list of orders. */
  ordersMinutes: z.int().min(1).max(1440),
  /** Remind once a day while the balance stays below the threshold. */
  dailyReminder: z.boolean(),
  /** A group is due so many days before its end, unless it says otherwise itself. */
  dueDays: dueDaysSchema,
  /** Warn when the forecast says that the balance runs short within so many days; 0: never. */
  warnShortDays: z.int().min(0).max(365),
  /** Start hidden in the tray with the session. */
  startAtLogin: z.boolean(),
  /** Keys that open the window from anywhere, as Electron names them (`Ctrl+Alt+L`); null: none. */
  openShortcut: z.string().max(40).regex(acceleratorShape).nullable(),
  /** Look for newer versions of Leasebar once a day. `unasked`: nothing is looked for until a person has said yes. */
  lookForUpdates: z.enum(['unasked', 'on', 'off']),
  /** The newer version that is not to be told of any more; null: none. */
  skippedVersion: z.string().max(20).nullable(),
  /** The account whose groups are shown; null: the first. */
  selectedAccountId: z.uuid().nullable(),
  /** Groups as the tray's menu has them, the first on top; others follow by name. May name groups that are gone. */
  trayOrder: z.array(groupIdSchema).max(5000),
  /** The one-time word "still in the tray" has been told. */
  toldStillInTray: z.boolean(),
  /** Days before its end at which a group is told: 1 to 5 different ones, in any order. */
  endStages: z
    .array(z.int().min(1).max(60))
    .min(1)
    .max(5)
    .refine((stages) => new Set(stages).size === stages.length, 'the same stage twice'),
  /** While these last, nothing is told but outcomes; may span midnight. Null: off. Equal times: never quiet. */
  quietHours: z.object({ from: timeOfDaySchema, to: timeOfDaySchema }).nullable(),
  // Which kinds of notification are shown: a flat key each, and not one object. So a patch of one switch can undo no
  // other, a damaged row loses one switch only, and a kind added later has its default. `Unknown` has no switch.
  tellRenewed: z.boolean(),
  /** Refused and not sent. */
  tellRefused: z.boolean(),
  tellLowBalance: z.boolean(),
  tellEndings: z.boolean(),
  tellEnded: z.boolean(),
  tellForecast: z.boolean(),
  tellKeyRefused: z.boolean(),
  tellOffline: z.boolean(),
}

/** What a person chose for the whole app. */
export const settingsSchema = z.object(shape)
/** What a person chose for the whole app. */
export type Settings = z.infer<typeof settingsSchema>

/** A change of some settings. Without defaults: zod fills those in even under `partial`. */
export const settingsPatchSchema = z.object(shape).partial()
/** A change of some settings. */
export type SettingsPatch = z.infer<typeof settingsPatchSchema>
