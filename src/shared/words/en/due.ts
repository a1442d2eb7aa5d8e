const again = 'Renew what is left again: it gets fresh prices.'

/** ` ($12.00, with $5.00 left)`, as far as it is known. */
function costs(price: string | null, left: string | null): string {
  if (price === null) return ''
  return left === null ? ` (${price})` : ` (${price}, with ${left} left)`
}

/** Several groups renewed in one go: all that are due, or those that were selected. */
export const due = {
  /** Why something was not done. */
  refusals: {
    busy: 'Several groups are being renewed already. Wait for that to end, or stop it first.',
    noGroups: 'No group is due now. Nothing was asked or paid.',
    noneLeft: 'None of the selected groups is there any more. Nothing was asked or paid.',
    cancelled: 'It was cancelled. Nothing was paid.',
    pastPlan: 'This plan is not open any more, and nothing of it was paid. Start it again.',
    noPrice: 'There is no price for this group, and nothing is paid here without one.',
    answered: 'This was answered already, or the plan was changed. Look at it again before you pay.',
    nothing: 'Nothing of this plan can be paid. Nothing was sent.',
  },
  /** Why a group has no price. `why`: in sentences, what the keychain says. */
  noKey: (why: string) => `The API key could not be read. ${why}`,
  refused: (message: string, code: number, advice: string) =>
    `The vendor refuses to renew it: “${message}” (error ${code}). ${advice}`,
  changedAtQuote: `The group was changed while prices were read. ${again}`,
  /** What its turn came upon. */
  changedSince:
    'The group was changed since its price was read. Nothing was sent for it and nothing was paid.',
  /** `why`: in sentences. */
  notTried: (why: string) => `${why} Nothing was sent for it and nothing was paid.`,
  /** `titles`: of the findings, with a semicolon between them. */
  asks: (titles: string) =>
    `Not paid, because this is new since the prices were read: ${titles}. Press Renew on the group to decide.`,
  /** `price` and `left` (of the balance): as they are shown; null: not known. */
  notCovered: (group: string, price: string | null, left: string | null) =>
    `The balance does not cover “${group}”${costs(price, left)}. It was no part of what you agreed to, and nothing was sent for it. Top up at the vendor. ${again}`,
  short: (group: string, price: string | null, left: string | null) =>
    `The balance does not cover “${group}” any more${costs(price, left)}. Nothing was sent for it. Top up at the vendor. ${again}`,
  /** What stopped a run, by the kind of the stop. `group`: the one at which it happened. */
  stops: {
    funds: (group: string) =>
      `The vendor refused “${group}” because the balance is too low. Top up at the vendor. ${again}`,
    key: (group: string) =>
      `The vendor refused the API key at “${group}”. Enter the API key again in Settings. ${again}`,
    unknown: (group: string) =>
      `The outcome of “${group}” is not known: it may or may not have been paid. Nothing more is sent before you have seen that; it stands in History.`,
    person: () => 'You stopped it.',
    quitting: () => 'Leasebar is quitting.',
    disk: (group: string) =>
      `The disk refused to keep what became of “${group}”. Nothing more is paid before that is written.`,
    waited: (group: string) =>
      `“${group}” took more than five minutes, as when the machine sleeps. What is left is not paid without asking. ${again}`,
    expired: () => `The prices were older than five minutes. Nothing was sent and nothing was paid. ${again}`,
    failed: (group: string) =>
      `Something went wrong inside Leasebar at “${group}”. The history tells what became of it; nothing more is sent.`,
  },
}
