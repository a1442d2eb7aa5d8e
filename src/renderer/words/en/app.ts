/** The window itself: its head, its tabs, its messages, and what it says when something of it is missing. */
export const app = {
  loading: 'Reading what was saved…',
  noSnapshot: 'Leasebar cannot show your groups',
  tryAgain: 'Try again',
  noAnswer: 'Leasebar gave no answer. Quit it from the tray and start it again.',
  /** What the bridge to the main process says by itself. */
  bridge: {
    'no-such-channel': 'Leasebar has no such channel.',
    'no-answer': 'Leasebar did not answer. Restart it and look into the history before renewing again.',
  },
  broken: {
    title: 'This view broke',
    text: 'That is a bug in Leasebar. Renewals under way go on, and what happened to them is recorded.',
    reload: 'Load the window again',
  },
  /** Said before the name of the account on the button that changes it, and not shown. */
  accountBefore: 'Account: ',
  accounts: 'Accounts',
  /** The mark beside a practice account’s name. */
  practice: 'practice',
  views: {
    groups: 'Groups',
    history: 'History',
    settings: 'Settings',
  },
  /** Said of the tab `History`: renewals whose outcome a person has to settle. */
  toSettle: (n: number) => `${n} to settle`,
  showLess: 'Show less',
  showAll: 'Show all of it',
  dismiss: 'Dismiss',
  dismissNotice: (title: string) => `Dismiss: ${title}`,
  close: 'Close',
  /** The name of the list that a field suggests from. */
  choices: 'Choices',
}
