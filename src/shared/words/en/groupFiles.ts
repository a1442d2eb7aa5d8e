import { pluralEn } from '../plural.ts'

/** Files that groups are exported to and imported from. */
export const groupFiles = {
  empty: 'There are no groups in this file.',
  notText: 'This is no text file in UTF-8. Choose a JSON or CSV file that Leasebar exported.',
  tooLarge: (megabytes: number) => `The file is larger than ${megabytes} MB.`,
  notCsv: 'The CSV is broken here: a quotation mark is missing or too many.',
  notJson: 'The JSON is broken here.',
  notOurs: (format: string) =>
    `This JSON holds no groups of Leasebar’s: it has to begin with "format": "${format}", a version and groups.`,
  version: (found: string, known: number) =>
    `This is version ${found} of the file, and this Leasebar reads version ${known}. A newer Leasebar may read it.`,
  missingColumns: (names: string) => `Columns are missing: ${names}.`,
  strangeColumns: (names: string, known: string) =>
    `Columns that Leasebar does not know: ${names}. It knows ${known}.`,
  cells: (found: number, expected: number) => `This line has ${found} cells, the first one has ${expected}.`,
  fields: (names: string) =>
    `These fields are missing, of another kind or not known: ${names}. Order ids have to stand in quotation marks, or their last digits are lost.`,
  proxyType: (found: string, known: string) => `“${found}” is no proxy type: use ${known}.`,
  showInTray: (found: string) => `Show in tray is “${found}”: use yes or no.`,
  accountGone: 'The account is not there any more.',
  importGone: 'This file was imported already, or another one was chosen since. Choose it again.',
  changedSince: 'Your groups have changed since you looked. Nothing was imported: choose the file again.',
  tooMany: (most: number, room: number) =>
    `Leasebar keeps at most ${most} groups; ${pluralEn(room, 'one more fits', `${room} more fit`)} in.`,
  notWritten: (path: string, reason: string) => `“${path}” could not be written: ${reason}.`,
  notRead: (path: string, reason: string) => `“${path}” could not be read: ${reason}.`,
  saveTitle: 'Export groups',
  /** The name of a file; `day` as `2026-01-15`. */
  historyName: (day: string) => `Leasebar history ${day}`,
  groupsName: (account: string) => `Leasebar groups${account === '' ? '' : ` ${account}`}`,
  saveHistory: 'Export history',
  openTitle: 'Import groups',
  jsonFile: 'JSON',
  csvFile: 'CSV, for spreadsheets',
  anyGroupFile: 'Groups (JSON, CSV)',
  reasons: {
    denied: 'there is no permission to',
    gone: 'it is not there',
    full: 'the disk is full',
    folder: 'it is a folder',
    other: 'the system refused',
  },
}
