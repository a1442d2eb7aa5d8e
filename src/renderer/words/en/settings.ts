/** The words of settings. */
export const settings = {
  search: 'Search settings',
  nothing: (query: string) => `No setting is about “${query}”.`,
  clear: 'Show all settings',
  /** What the buttons that lead out of Leasebar are found by. */
  elsewhere: 'Data folder, the vendor’s site',
  about: 'Version',
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
