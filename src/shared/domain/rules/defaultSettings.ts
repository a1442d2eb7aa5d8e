import type { Settings } from '../settings.ts'

/** What holds until a person chooses. */
export const defaultSettings: Settings = {
  theme: 'system',
  language: 'system',
  balanceMinutes: 10,
  ordersMinutes: 30,
  dailyReminder: false,
  dueDays: 3,
  warnShortDays: 14,
  startAtLogin: false,
  openShortcut: null,
  lookForUpdates: 'unasked',
  skippedVersion: null,
  selectedAccountId: null,
  trayOrder: [],
  toldStillInTray: false,
  endStages: [7, 3, 1],
  quietHours: null,
  tellRenewed: true,
  tellRefused: true,
  tellLowBalance: true,
  tellEndings: true,
  tellEnded: true,
  tellForecast: true,
  tellKeyRefused: true,
  tellOffline: true,
}
