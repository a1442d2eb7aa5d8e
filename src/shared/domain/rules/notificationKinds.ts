import type { Settings } from '../settings.ts'

/** A setting that switches a kind of notification on and off. */
export type TellSetting = Extract<keyof Settings, `tell${string}`>

/** A kind of notification, as a person is told of it: in the settings, in the help, and (checked by a test) in the README. */
export interface ToldKind {
  /** Its switch; null: it has none. */
  readonly setting: TellSetting | null
  /** The switch's name; without one, what it is about. */
  readonly label: string
  /** When it comes, in one or two sentences. */
  readonly when: string
  /** Titles that it comes with, as examples. */
  readonly titles: readonly string[]
  /** How else it can be kept away, or why it cannot. */
  readonly off?: string
}

/** Every kind of notification that the watch and the outcomes tell, in the order of the settings. */
export const notificationKinds = {
  endings: {
    setting: 'tellEndings',
    label: 'A group ends soon',
    when: 'Once at each of the “Days before the end”, the most urgent only.',
    titles: ['Ends in 3 days: Shop', '2 groups end soon'],
  },
  ended: {
    setting: 'tellEnded',
    label: 'A group has ended',
    when: 'Once, when its first order has ended.',
    titles: ['Ended: Shop', '2 groups ended'],
  },
  forecast: {
    setting: 'tellForecast',
    label: 'The balance will run short',
    when: 'When it will not cover what is due within the days of “Warn of a shortage”. An estimate.',
    titles: ['Short of money from 1 Feb 2027: Main', 'Short of money for renewals: Main'],
    off: 'Or set “Warn of a shortage” to 0.',
  },
  lowBalance: {
    setting: 'tellLowBalance',
    label: 'Low balance',
    when: 'When it falls below the sum in “Warn below”, once for each fall; with “Remind daily” once a day.',
    titles: ['Low balance: $4.20'],
    off: 'Or leave “Warn below” empty.',
  },
  renewed: {
    setting: 'tellRenewed',
    label: 'Renewed',
    when: 'When a renewal went through that was started from the tray, or while the window has no focus.',
    titles: ['Renewed: Shop', 'Renewed: 9 due groups'],
  },
  refused: {
    setting: 'tellRefused',
    label: 'Refused, and not sent',
    when: 'When such a renewal did not go through: why, and what to do. Nothing was paid.',
    titles: ['Refused: Shop', 'Not sent: Shop', 'Renewed: 9 of 12 due groups'],
  },
  keyRefused: {
    setting: 'tellKeyRefused',
    label: 'The API key is refused',
    when: 'Once, until a key works again.',
    titles: ['API key refused: Main'],
  },
  offline: {
    setting: 'tellOffline',
    label: 'Offline for more than a day',
    when: 'Once for each time that the vendor cannot be reached for so long.',
    titles: ['Offline for over a day: Main'],
  },
  unknown: {
    setting: null,
    label: 'An outcome is unknown',
    when: 'When nobody knows whether a renewal was paid, and again when the evidence settled it.',
    titles: ['Unknown: Shop', 'Not renewed: Shop'],
    off: 'It cannot be switched off: money may be gone.',
  },
} as const satisfies Readonly<Record<string, ToldKind>>

/** A kind of notification. Each has a switch in the settings, but `unknown`: money may be gone. */
export type NotificationKind = keyof typeof notificationKinds

/** What else Leasebar tells: direct answers to a person's own click. */
export const answersToClicks: readonly ToldKind[] = [
  {
    setting: null,
    label: 'A click in the tray came to nothing',
    when: 'When a renewal from the tray’s menu could not even be begun.',
    titles: ['The group was not renewed'],
    off: 'It cannot be switched off: it answers your click.',
  },
  {
    setting: null,
    label: 'The window was closed',
    when: 'When it is closed for the first time, and never again.',
    titles: ['Leasebar is still in the tray'],
    off: 'It comes once only.',
  },
]

/** The kinds that have a switch, in the order of the settings. */
export const switchedKinds: readonly (ToldKind & { readonly setting: TellSetting })[] = Object.values(
  notificationKinds,
).flatMap((kind: ToldKind) => (kind.setting === null ? [] : [{ ...kind, setting: kind.setting }]))
