import { pluralEn } from '../plural.ts'

/** What is wrong with the database; stands behind a colon. */
const damage = {
  noHeader: 'it has no SQLite header',
  notOurs: 'it is no database of Leasebar',
  otherBytes: 'its bytes are not those that were written',
  unreadable: 'SQLite cannot read it',
  cannotOpen: 'SQLite cannot open it',
  row: (table: string) => `a row of its table ${table} is damaged`,
  journalRow: 'a row of its journal is damaged',
  gone: 'it was gone',
  logNoHeader: 'its log has no valid header',
  logHeader: 'its log has a damaged header',
  logAt: (byte: number) => `its log is damaged at byte ${byte} or shortly after`,
}

const rebuilt = (what: string, from: string): string =>
  `The database could not be used: ${what}. It was rebuilt from ${from}. Renewals, groups, accounts and settings are complete unless another note says otherwise; the balance's history may have a gap.`

/** The database, the journal file and the disk. `folder`: the data folder's path. */
export const store = {
  damage,
  /** What opening the data found and did. `what`: one of `damage`. */
  rebuiltFrom: {
    nothing: (what: string) => rebuilt(what, 'the journal file alone'),
    databaseFile: (what: string) => rebuilt(what, 'its last saved state and the journal file'),
    goodCopy: (what: string) => rebuilt(what, 'the last good copy and the journal file'),
  },
  putBack: 'The database had lost its last changes. They were put back from the journal file.',
  skippedLines: (n: number) =>
    `${n} damaged ${pluralEn(n, 'line', 'lines')} of the journal file could not be read.`,
  journalFileReplaced: 'The journal file was damaged or missing. It was written anew from the database.',
  setAside: (names: string) => `Kept for a closer look, in the data folder: ${names}.`,
  asksUntilRead: 'Until the end dates have been read again, Leasebar asks before it renews.',
  locked: (folder: string) => `Another Leasebar has ${folder} open. Quit that one first, then start again.`,
  newer: (folder: string, version: number) =>
    `The database in ${folder} was written by a newer Leasebar (its form is number ${version}). Install that version or a later one. Nothing was changed.`,
  disk: {
    full: (folder: string) =>
      `The disk is full: Leasebar could not write to ${folder}. Free some space and try again.`,
    forbidden: (folder: string) =>
      `Leasebar is not allowed to write to ${folder}. Make the folder and its files writable for your user and try again.`,
    failing: (folder: string) =>
      `The disk reported an error at ${folder}. Check the disk (and that it is not full), then try again.`,
    busy: (folder: string) =>
      `Another program holds Leasebar's files in ${folder}. Close it (a backup or sync program, a database viewer) and try again.`,
    damaged: (folder: string) =>
      `Leasebar's database in ${folder} is damaged. Quit Leasebar and start it again: it sets the damaged file aside and rebuilds it.`,
    gone: (folder: string) =>
      `Leasebar could not open its files in ${folder}. Check that the folder still exists and its disk is connected, then try again.`,
  },
  copyNotMade: (folder: string) =>
    `Leasebar could not make its daily copy in ${folder}. It tries again at the next start.`,
  copyNotRight: (folder: string) =>
    `The daily copy in ${folder} did not come out right; the one from before was kept.`,
  renewalThere: 'This renewal is in the journal already.',
  noSwitch: 'This switch is not in the journal.',
  switchThere: 'This switch is in the journal already.',
  groupGone: 'This group was removed for good and cannot be brought back.',
}
