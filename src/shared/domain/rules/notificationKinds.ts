import { words } from '../../words/words.ts'
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

/**
 * Every kind of notification that the watch and the outcomes tell, with its switch, in the order of the settings.
 * `unknown` has none: money may be gone.
 */
export const notificationSettings = {
  endings: 'tellEndings',
  ended: 'tellEnded',
  forecast: 'tellForecast',
  lowBalance: 'tellLowBalance',
  renewed: 'tellRenewed',
  refused: 'tellRefused',
  keyRefused: 'tellKeyRefused',
  offline: 'tellOffline',
  unknown: null,
} as const satisfies Readonly<Record<string, TellSetting | null>>

/** A kind of notification. */
export type NotificationKind = keyof typeof notificationSettings

const kinds = Object.keys(notificationSettings) as NotificationKind[]

/** A kind of notification, in words. */
export function toldKind(kind: NotificationKind): ToldKind {
  return { setting: notificationSettings[kind], ...words().notificationKinds[kind] }
}

/** Every kind in words, in the order of the settings; last what else Leasebar tells: answers to a person's own click. */
export function toldKinds(): readonly ToldKind[] {
  const { trayClick, windowClosed } = words().notificationKinds
  return [...kinds.map(toldKind), { setting: null, ...trayClick }, { setting: null, ...windowClosed }]
}

/** The kinds that have a switch, in words, in the order of the settings. */
export function switchedKinds(): readonly (ToldKind & { readonly setting: TellSetting })[] {
  return kinds
    .map(toldKind)
    .flatMap((kind) => (kind.setting === null ? [] : [{ ...kind, setting: kind.setting }]))
}
