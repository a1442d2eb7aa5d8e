/** What `--renew` and `--check-balance` answer a script. */
export const commands = {
  /** Why a command was not understood. */
  usage: {
    several:
      'One command at a time: --renew=GROUP or --check-balance, each with at most one --account=ACCOUNT.',
    name: 'Name the group: --renew=GROUP. Names and ids are 1 to 200 characters.',
    noValue: '--check-balance takes no value. Name an account with --account=ACCOUNT.',
    noAccount: 'There is no such account. Its name is in Settings; without --account all are looked through.',
    whichAccount: 'There are several accounts: name one with --account=ACCOUNT.',
    noGroup: 'There is no group of that name. Nothing was asked or paid.',
    whichGroup: 'Several groups have that name: add --account=ACCOUNT. Nothing was asked or paid.',
  },
  /** `titles`: what the guard found. */
  asks: (titles: readonly string[]) => `Not paid. Leasebar asks first, in its window: ${titles.join('; ')}.`,
  noAnswer: 'What came of it is not known; it stands in the history.',
  balance: (account: string, sum: string) => `${account}: ${sum}.`,
  notKnown: 'not known',
  /** Leasebar was asked, and did not take it. */
  notTaken: 'Leasebar did not take the command within a minute. Nothing was sent and nothing was paid.',
  notStarted: 'Leasebar could not be started. Nothing was sent and nothing was paid.',
  /** The connection broke after it was taken. */
  lost: {
    renew: 'Leasebar ended before it answered. Whether it was paid is not known here; look into History.',
    balance: 'Leasebar ended before it answered.',
  },
  ending: 'Leasebar is quitting. Nothing was sent and nothing was paid.',
  failed: 'Something went wrong inside Leasebar. The history tells what became of it.',
}
