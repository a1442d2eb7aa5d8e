import { pluralEn } from '../plural.ts'

const days = (n: number): string => `${n} ${pluralEn(n, 'day', 'days')}`
/** Groups of a run: `12 due groups`; of one that a person selected `12 groups`. */
const groupsOf = (n: number, due: boolean): string =>
  `${n}${due ? ' due' : ''} ${pluralEn(n, 'group', 'groups')}`

/** Facts of a renewal that a notification tells, those that are known; sums and dates as they are shown. */
interface ToldFacts {
  readonly days: number
  readonly sum: string | null
  /** The balance that is left. */
  readonly left: string | null
  readonly end: string | null
}

/** Notifications of outcomes and of a low balance. */
export const notifications = {
  /** `outcome`: its label. */
  title: (outcome: string, group: string) => `${outcome}: ${group}`,
  unsaved: 'The disk refused to keep this; do not quit before it is written.',
  renewed: (facts: ToldFacts) =>
    `${[
      days(facts.days),
      ...(facts.sum === null ? [] : [facts.sum]),
      ...(facts.left === null ? [] : [`${facts.left} left`]),
      ...(facts.end === null ? [] : [`now ends ${facts.end}`]),
    ].join(' · ')}.`,
  nothingPaid: 'Nothing was paid.',
  /** Whether a detail in this language has said so by itself: it is not to be said twice. */
  saysNothingPaid: (detail: string) => /nothing was paid/i.test(detail),
  vendorSays: (message: string, code: number) => `The vendor says “${message}” (error ${code}).`,
  noReason: (code: number) => `The vendor gave no reason (error ${code}).`,
  /** `sum`: what it may have cost; null: nobody knows. */
  unknown: (sum: string | null) =>
    `No clear answer came: it may or may not have been paid${sum === null ? '' : ` (${sum})`}.`,
  unknownAdvice:
    'Leasebar does not send it again by itself. Do not renew these orders by hand before it is settled in the history.',
  /** An unknown outcome that the evidence has settled. */
  settled: {
    didNot:
      'The end dates have not moved and no money is missing: it did not go through, and nothing was paid.',
    again: 'Renew it again if you still want it.',
    wentThrough: 'Its end dates moved, so it went through.',
    facts: (facts: Omit<ToldFacts, 'left'>) =>
      `${[
        days(facts.days),
        ...(facts.sum === null ? [] : [`quoted at ${facts.sum}`]),
        ...(facts.end === null ? [] : [`now ends ${facts.end}`]),
      ].join(' · ')}.`,
  },
  /** A low balance. No other title begins as this one does. */
  low: {
    title: (balance: string) => `Low balance: ${balance}`,
    crossed: (account: string, threshold: string) =>
      `${account} is below ${threshold}. Top up at the vendor, or renewals will be refused.`,
    still: (account: string, threshold: string) =>
      `${account} is still below ${threshold}. Top up at the vendor, or renewals will be refused.`,
  },
  /** What several groups renewed in one go came to. `due`: all that were due, else those that were selected. */
  dueRun: {
    noneRenewed: (meant: number, due: boolean) => `None of ${groupsOf(meant, due)} renewed`,
    allRenewed: (meant: number, due: boolean) => `Renewed: ${groupsOf(meant, due)}`,
    someRenewed: (renewed: number, meant: number, due: boolean) =>
      `Renewed: ${renewed} of ${groupsOf(meant, due)}`,
    /** One sum a currency. */
    paid: (sums: readonly string[]) => `${sums.join(' and ')} paid.`,
    notKnown: 'Whether anything was paid is not known.',
    /** `why`: a sentence with its full stop. */
    stopped: (why: string) => `Stopped: ${why}`,
    notPaid: (groups: string) => `Not paid: ${groups}.`,
    notTried: (groups: string) => `Not tried: ${groups}.`,
    /** `names`: with a comma between them. */
    andMore: (names: string, more: number) => `${names} and ${more} more`,
  },
}
