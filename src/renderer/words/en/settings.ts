/** The words of settings. */
export const settings = {
  search: 'Search settings',
  nothing: (query: string) => `No setting is about “${query}”.`,
  clear: 'Show all settings',
  /** What the buttons that lead out of Leasebar are found by. */
  elsewhere: 'Data folder, the vendor’s site',
  about: 'Version',
  notSaved: 'The setting was not saved',
  saved: 'Saved',
  connect: 'Connect an account',
  money: {
    title: 'Money',
    of: (account: string) => `Of the account “${account}”`,
    warnBelow: {
      label: 'Warn below',
      hint: 'You are told once when the balance falls below this sum. Empty: no warning.',
    },
    renewalLimit: {
      label: 'Limit per renewal',
      hint: 'Leasebar asks before a renewal that costs more. Empty: no limit.',
    },
    dayLimit: {
      label: 'Limit per day',
      hint: 'Leasebar asks when a day’s renewals would come to more. Empty: no limit.',
    },
  },
  checks: {
    title: 'Checks and reminders',
    unit: { minutes: 'minutes', days: 'days' },
    balanceMinutes: { label: 'Check balance every', hint: '' },
    ordersMinutes: {
      label: 'Read orders every',
      hint: 'The vendor’s list of your orders, with their end dates.',
    },
    dueDays: {
      label: 'Groups are due',
      hint: 'So many days before their end; a group can have a number of its own.',
    },
    warnShortDays: {
      label: 'Warn of a shortage',
      hint: 'When the balance will not cover what is due within so many days. 0: no warning.',
    },
    daily: { label: 'Remind daily', hint: 'Once a day while the balance stays below your sum.' },
    /** What is wrong with a number that was typed, and the way out. */
    outside: (field: { label: string; unit: 'minutes' | 'days'; least: number; most: number }) =>
      `${field.label}: enter whole ${field.unit} from ${field.least} to ${field.most}.`,
  },
  notifications: {
    title: 'Notifications',
    note: 'An unknown outcome is always told: money may be gone.',
    help: 'What Leasebar tells you',
    helpIntro:
      'Each is told once, and a click on it opens the right place. In quiet hours all but outcomes wait. Switched off, a kind is not told, and is not told later either.',
    quoted: (title: string) => `“${title}”`,
    switchOff: (label: string) => `To switch it off: the switch “${label}” below.`,
    stages: {
      label: 'Days before the end',
      hint: '1 to 5 numbers from 1 to 60, such as 7, 3, 1. A group is told once at each.',
    },
    stagesProblem: 'Days before the end: enter 1 to 5 different whole days from 1 to 60, such as 7, 3, 1.',
    quiet: {
      label: 'Quiet hours',
      hint: 'Nothing is told but outcomes of renewals. What still holds is told afterwards.',
    },
    quietFrom: 'Quiet from',
    quietUntil: 'Quiet until',
  },
  tray: {
    title: 'Tray menu',
    of: (account: string) => `Of the account “${account}”`,
    list: 'Groups in the tray',
    hint: 'In this order the tray’s menu offers to renew them. Drag them, or press the arrow up or down on a grip.',
    none: 'No group of this account is in the tray’s menu. “Show in tray” in a group’s editor puts it there.',
    grip: (group: string) => `Move ${group}`,
    moved: (group: string, place: number, of: number) => `${group}: ${place} of ${of} in the tray.`,
  },
  app: {
    title: 'This app',
    theme: 'Theme',
    themes: { system: 'System', light: 'Light', dark: 'Dark' },
    language: 'Language',
    /** Each by its own name, so that whoever reads no other finds it. */
    languages: { system: 'System', en: 'English', ru: 'Русский' },
    login: 'Start at login',
    hidden: 'Hidden in the tray.',
    noTray: 'No tray was found here, so it would start as a window.',
    folder: 'Data folder',
    openFolder: 'Open data folder',
    folderFailed: 'The data folder did not open',
    site: 'Open the vendor’s site',
    shortcut: {
      label: 'Shortcut',
      hint: 'Opens and hides the window from anywhere. Press the keys here, with Ctrl or Alt; Backspace takes them away.',
      none: 'None',
      clear: 'Clear shortcut',
      set: (keys: string) => `The shortcut is ${keys} now.`,
    },
    diagnostics: 'Copy diagnostics',
    copied: 'Diagnostics copied: versions, states and the log, without names, orders or keys.',
    notCopied: 'Nothing was copied',
  },
  accounts: {
    title: 'Accounts',
    /** Where a key is. */
    key: {
      ok: 'in the keychain',
      absent: 'not in the keychain',
      locked: 'in a locked keychain',
      unavailable: 'no keychain answers',
      waiting: 'the keychain is asking you',
      session: 'for this session only',
    },
    practiceKey: 'Key made by Leasebar, for practice only',
    keyLine: (key: { tail: string | null; where: string; refused: boolean }) =>
      `Key${key.tail === null ? '' : ` ends in ${key.tail},`} ${key.where}${key.refused ? ', refused by the vendor' : ''}`,
    removal: {
      vendor: 'Its key leaves the keychain and its groups go. Nothing changes at the vendor.',
      practice: 'Its practice orders and groups go. No real order and no real money is touched.',
    },
    newName: 'New name',
    done: 'Done',
    rename: 'Rename',
    replaceKey: 'Replace key',
    remove: 'Remove',
    removeQuestion: (name: string) => `Remove “${name}”?`,
    removeAccount: 'Remove account',
    removeAnyway: 'Remove anyway',
    keep: 'Keep it',
    removed: (name: string) => `${name} was removed.`,
    notRemoved: (name: string) => `${name} was not removed`,
  },
  reset: {
    title: 'As it was at first',
    reset: 'Reset settings',
    nothing: 'Every setting of the app is as it was at first.',
    kept: 'Accounts, keys, groups, limits and the history stay as they are.',
    done: 'The settings are as they were at first',
    undo: 'Undo',
    undone: 'The settings are back.',
    failed: 'The settings were not reset',
    notUndone: 'The settings did not come back',
  },
}
