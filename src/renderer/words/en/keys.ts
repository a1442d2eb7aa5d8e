/** The keyboard: what each key does. */
export const keys = {
  title: 'Keyboard',
  open: 'All keys',
  table: 'Keys',
  key: 'Key',
  does: 'What it does',
  move: 'To the next or the previous group',
  ends: 'To the first or the last group',
  renew: 'Renews the group in focus; pays as a click does',
  search: 'Search',
  fresh: 'New group',
  escape: 'Closes a dialog, clears the search',
  all: 'This list',
  or: 'or',
}
