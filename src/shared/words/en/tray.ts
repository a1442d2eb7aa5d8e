import { pluralEn } from '../plural.ts'

const groups = (n: number): string => `${n} ${pluralEn(n, 'group', 'groups')}`

/** The tray's menu and tooltip. */
export const tray = {
  /** Of the tooltip. */
  unknown: (n: number) => `${n} ${pluralEn(n, 'renewal', 'renewals')} unknown`,
  ended: (n: number) => `${groups(n)} ended`,
  /** Of the tooltip and of the menu. */
  due: (n: number) => `${groups(n)} due`,
  balance: (words: string) => `Balance: ${words}`,
  /** What stands instead of a balance, or behind it in brackets. */
  notRead: 'not read yet',
  offline: 'offline',
  low: 'low',
  renew: (group: string, days: number) => `Renew ${group} · ${days} ${pluralEn(days, 'day', 'days')}`,
  renewing: (group: string) => `Renewing ${group}…`,
  more: (n: number) => `${n} more in the window…`,
  renewingDue: 'Renewing all due…',
  renewingSelected: 'Renewing selected groups…',
  renewDue: 'Renew all due…',
  open: 'Open',
  checkBalance: 'Check balance now',
  settings: 'Settings',
  quit: 'Quit',
}
