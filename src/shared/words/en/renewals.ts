/** One renewal: why it was not tried, and what kept it from being sent. */
export const renewals = {
  /** Why a renewal could not even be tried. */
  refusals: {
    partGone: 'These orders are not in the group any more. Nothing was sent.',
    changed: 'The group was changed since this question was asked. Nothing was sent. Press Renew again.',
    changedMeanwhile: 'The group was changed while its price was read. Nothing was sent. Press Renew again.',
    stale: 'This click waited more than five minutes for its turn. Nothing was sent. Press Renew again.',
    quitting: 'Leasebar is quitting. Nothing was sent and nothing was paid.',
    answered: 'This question was answered already. Press Renew again if you still want to.',
    expired: 'This question is older than five minutes. Press Renew again for fresh figures.',
  },
  /** Why there is no price to pay on without asking. */
  agedQuote: 'The price grew older than 30 seconds while end dates were read.',
  /** `why`: in sentences, what the keychain says. */
  noKey: (why: string) => `Nothing was sent and nothing was paid. ${why}`,
  /** `why`: a sentence, what the disk says. */
  noJournal: (why: string) =>
    `Nothing was sent and nothing was paid, because the journal could not be written: ${why}`,
  quoteRefused: (message: string, code: number, advice: string) =>
    `The vendor refused the quote: “${message}” (error ${code}). Nothing was sent and nothing was paid. ${advice}`,
  /** What of the disk nobody listed. */
  notInJournal: 'This renewal is not in the journal.',
  notWritten: 'Leasebar could not write to its data folder.',
}
