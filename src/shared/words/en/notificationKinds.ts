/** A kind of notification, as Settings and the help explain it. */
interface KindWords {
  /** Its switch's name; without one, what it is about. */
  readonly label: string
  /** When it comes, in one or two sentences. */
  readonly when: string
  /** Titles that it comes with, as examples. */
  readonly titles: readonly string[]
  /** How else it can be kept away, or why it cannot. */
  readonly off?: string
}

type Kind =
  | 'endings'
  | 'ended'
  | 'forecast'
  | 'lowBalance'
  | 'renewed'
  | 'refused'
  | 'keyRefused'
  | 'offline'
  | 'unknown'
  /** Answers to a person's own click. */
  | 'trayClick'
  | 'windowClosed'

/** The kinds of notification, as Settings and the help explain them. */
export const notificationKinds: Readonly<Record<Kind, KindWords>> = {
  endings: {
    label: 'A group ends soon',
    when: 'Once at each of the “Days before the end”, the most urgent only.',
    titles: ['Ends in 3 days: Shop', '2 groups end soon'],
  },
  ended: {
    label: 'A group has ended',
    when: 'Once, when its first order has ended.',
    titles: ['Ended: Shop', '2 groups ended'],
  },
  forecast: {
    label: 'The balance will run short',
    when: 'When it will not cover what is due within the days of “Warn of a shortage”. An estimate.',
    titles: ['Short of money from 1 Feb 2027: Main', 'Short of money for renewals: Main'],
    off: 'Or set “Warn of a shortage” to 0.',
  },
  lowBalance: {
    label: 'Low balance',
    when: 'When it falls below the sum in “Warn below”, once for each fall; with “Remind daily” once a day.',
    titles: ['Low balance: $4.20'],
    off: 'Or leave “Warn below” empty.',
  },
  renewed: {
    label: 'Renewed',
    when: 'When a renewal went through that was started from the tray, or while the window has no focus.',
    titles: ['Renewed: Shop', 'Renewed: 9 due groups'],
  },
  refused: {
    label: 'Refused, and not sent',
    when: 'When such a renewal did not go through: why, and what to do. Nothing was paid.',
    titles: ['Refused: Shop', 'Not sent: Shop', 'Renewed: 9 of 12 due groups'],
  },
  keyRefused: {
    label: 'The API key is refused',
    when: 'Once, until a key works again.',
    titles: ['API key refused: Main'],
  },
  offline: {
    label: 'Offline for more than a day',
    when: 'Once for each time that the vendor cannot be reached for so long.',
    titles: ['Offline for over a day: Main'],
  },
  unknown: {
    label: 'An outcome is unknown',
    when: 'When nobody knows whether a renewal was paid, and again when the evidence settled it.',
    titles: ['Unknown: Shop', 'Not renewed: Shop'],
    off: 'It cannot be switched off: money may be gone.',
  },
  trayClick: {
    label: 'A click in the tray came to nothing',
    when: 'When a renewal from the tray’s menu could not even be begun.',
    titles: ['The group was not renewed'],
    off: 'It cannot be switched off: it answers your click.',
  },
  windowClosed: {
    label: 'The window was closed',
    when: 'When it is closed for the first time, and never again.',
    titles: ['Leasebar is still in the tray'],
    off: 'It comes once only.',
  },
}
