/** What an order's end says of a renewal, behind the end itself. */
const movements = {
  moved: 'moved on by the period',
  unmoved: 'not moved',
  unclear: 'can be explained with this renewal and without it',
  odd: 'moved, but not by the period',
  unreadable: 'could not be read',
}

/** What an order's end says of a renewal. */
type Movement = keyof typeof movements

const purchase = 'a purchase on the vendor’s site, or this renewal charged before its ends move'

/** The evidence about an `unknown`. */
export const settling = {
  /** Why it could not be looked at, or settled by hand. */
  refusals: {
    noResult: 'Its outcome is not on the disk yet. Try again when it is.',
    notUnknown: 'This renewal is not unknown any more.',
    accountGone: (account: string) =>
      `The account ${account} was removed, so its orders cannot be read. Look at the vendor’s site and decide yourself.`,
    removed: 'The account was removed.',
    bug: 'Something went wrong inside Leasebar. Nothing was settled.',
    closing: 'Leasebar is closing.',
    /** `when`: `in 5 s`. */
    wait: (when: string) => `The vendor asks to wait. Try again ${when}.`,
  },
  /** `why`: a sentence, what the disk says. */
  notKept: (why: string) => `The disk refused to keep that, so it stays unknown until the next look: ${why}`,
  /** An end that nobody could read, in place of its date. */
  noEnd: '(unreadable)',
  /** Ends of the orders; `before` and `now` as dates. */
  ends: {
    order: (id: string, before: string, now: string) => `Order ${id}: ended ${before} before, ${now} now.`,
    orderMoved: ({ id, before, now, movement }: OrderEnd) =>
      `Order ${id}: ended ${before} before, ${now} now: ${movements[movement]}.`,
    one: (movement: Movement) => `The order’s end: ${movements[movement]}.`,
    /** `n`: two or more. */
    all: (n: number, movement: Movement) => `The ends of all ${n} orders: ${movements[movement]}.`,
    some: (n: number, counts: readonly { movement: Movement; count: number }[]) =>
      `Of ${n} ends: ${counts.map(({ movement, count }) => `${count} ${movements[movement]}`).join('; ')}.`,
    neverRead: 'End dates: never read.',
    readAt: (date: string) => `End dates read at ${date}.`,
  },
  /** The balance; sums as they are shown. */
  balance: {
    unread: 'The balance could not be read.',
    noBefore: (now: string) => `The balance is ${now}; what it was before is not known.`,
    otherCurrency: (before: string, now: string) =>
      `The balance was ${before} and is ${now}: different currencies cannot be compared.`,
    change: ({ before, now, fell, rose, others, replyFell }: BalanceChange) =>
      `Balance ${before} before, ${now} now: ${fell === null ? (rose === null ? 'it did not change' : `it rose by ${rose}`) : `it fell by ${fell}`}${others === null ? '' : `; other renewals took ${others} meanwhile`}${replyFell ? '; the reply itself told a balance that had fallen' : ''}.`,
    /** Null: not read. */
    known: (before: string | null, now: string | null) =>
      `Balance before: ${before ?? 'not read'}; now: ${now ?? 'not read'}.`,
    quoted: (price: string) => `Quoted price: ${price}.`,
  },
  /** Why it counts as renewed. */
  renewed: {
    perhapsNotByThis: 'Extended, perhaps not by this request: the balance did not fall by its price.',
    noPrice: 'No price was quoted, so the fall of the balance could not be checked.',
    noBalance: 'The balance could not be compared; the ends alone settle it.',
    byPrice: (price: string) => `The balance fell by the quoted price of ${price}.`,
    notByPrice: (price: string) => `The balance did not fall by exactly the quoted price of ${price}.`,
  },
  notRenewed: 'Nothing moved for 15 minutes and no money is missing: this renewal did not go through.',
  /** Why it is not settled yet. */
  open: {
    tooMany: 'There are too many renewals since to tell them apart.',
    endsNotFresh:
      'The end dates from before were not read right before this renewal, so they may have moved earlier: a person has to decide.',
    part: 'Only a part was renewed, which the vendor’s document rules out.',
    partAtWork: 'It may still be at work on the rest: give it 15 minutes before you renew those.',
    unclear: 'Another renewal, or the vendor’s auto-extend, explains these ends just as well.',
    odd: 'Something else changed these ends: another machine, or the vendor’s site.',
    unreadable: 'An end that cannot be read, before or now, proves nothing.',
    nothingYet:
      'Nothing has changed at the vendor so far. Leasebar looks again until 15 minutes have passed.',
    risen:
      'No end has moved so far, but money came in, behind which a charge could hide. Leasebar looks again until 15 minutes have passed since.',
    noBalance: 'Without a balance to compare, it cannot be settled as not renewed.',
    wentOut: (sum: string) =>
      `Money came in, and ${sum} went out since an earlier look, which nothing explains: ${purchase}.`,
    cameBack:
      'Money was missing at an earlier look and came back since: a refund, or a top-up that hides a charge.',
    missing: (sum: string) => `${sum} is missing from the balance and nothing explains it: ${purchase}.`,
    wasMissing: `Money was missing from the balance and nothing explains it: ${purchase}.`,
  },
}

/** An order's end before and now, and what that says. */
interface OrderEnd {
  readonly id: string
  readonly before: string
  readonly now: string
  readonly movement: Movement
}

/** How a balance changed; both `fell` and `rose` null: it did not. */
interface BalanceChange {
  readonly before: string
  readonly now: string
  readonly fell: string | null
  readonly rose: string | null
  /** What other renewals took meanwhile; null: nothing. */
  readonly others: string | null
  /** The vendor's reply to the renewal told a balance that had fallen. */
  readonly replyFell: boolean
}
