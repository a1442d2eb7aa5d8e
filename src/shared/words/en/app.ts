import { pluralEn } from '../plural.ts'

/** The app itself: start, quitting, what a window asks, the system around it. */
export const app = {
  /** A form with a message at each field that is refused. */
  fields: 'Some fields need another look.',
  start: {
    cannotOpen: 'Leasebar cannot open its data',
    otherFolder: (folder: string, used: string) =>
      `Leasebar could not open its data folder ${folder} and was about to use ${used} instead. Start it again.`,
    debugger:
      'Leasebar does not start with a debugging port: whoever reaches it could renew, and read what is typed.',
    nodeDebug: 'NODE_DEBUG is set, and would print the API key. Start Leasebar without it.',
    restored: 'The database was restored',
    aboutData: 'About your data',
    addressNotTaken: 'The API address was not taken',
    /** `why`: a sentence with its full stop. */
    addressNotUsed: (why: string) => `LEASEBAR_API_URL is not used. ${why}`,
  },
  quit: {
    /** `names`: groups with a comma between them; `more`: how many are not named. */
    renewing: (names: string, more: number) => `Renewing ${names}${more > 0 ? ` and ${more} more` : ''}`,
    /** Stands for a name that is not known any more. */
    aGroup: 'a group',
    leavesUnknown:
      'Quitting now leaves the outcome unknown: it may be paid all the same. Waiting takes two minutes at the most for each.',
    wait: 'Wait, then quit',
    now: 'Quit now',
    cancel: 'Cancel',
    unsaved: (n: number) =>
      pluralEn(n, 'One outcome is not on the disk yet', `${n} outcomes are not on the disk yet`),
    forgets:
      'Quitting now forgets what came of it. Free some space or reconnect the disk, and Leasebar writes it.',
    stay: 'Stay',
    forget: 'Quit and forget',
  },
  unsaved: {
    title: 'An outcome is not on the disk yet',
    /** `detail` and `problem`: sentences with their full stops. */
    text: ({ group, detail, problem }: { group: string; detail: string; problem: string }) =>
      `${group}: ${detail} ${problem} Leasebar holds it in memory and keeps trying; do not quit before this notice is gone.`,
    refused: 'The disk refused to keep that.',
  },
  /** What the tray tells. */
  notRenewed: 'The group was not renewed',
  ourBug: 'Something went wrong inside Leasebar. The history tells what became of it.',
  stillInTray: {
    title: 'Leasebar is still in the tray',
    body: 'It goes on watching balance and end dates there. Quit it from the tray’s menu.',
  },
  offline: 'This computer is offline.',
  noneBehind: 'No order of this renewal is known to have stayed behind. Press Check again.',
  /** What a window is answered; `channel`: the name of what it asked. */
  asked: {
    ourBug: (channel: string) =>
      `Something went wrong inside Leasebar (${channel}). The history tells what became of a renewal.`,
    forbidden: 'Only Leasebar’s own window may ask this.',
    unreadable: (channel: string) => `Leasebar could not read this request (${channel}).`,
  },
  /** The menu of a text field. */
  edit: { cut: 'Cut', copy: 'Copy', paste: 'Paste', selectAll: 'Select all' },
  shortcut: {
    notGiven: (keys: string) =>
      `The system does not give ${keys} to Leasebar: another program has these keys. Press others.`,
  },
  login: {
    /** `code`: the system’s word for what happened. */
    notChanged: (code: string, file: string) => `The start at login could not be changed (${code}): ${file}`,
    noCode: 'unknown error',
    /** What the desktop says of Leasebar in its list of what starts at login. */
    comment: 'Renews rented proxies from the tray',
  },
}
