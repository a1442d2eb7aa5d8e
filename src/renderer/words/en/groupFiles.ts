import { formatNumber } from '../../../shared/words/intl.ts'
import { counted } from './counted.ts'

/** Exporting groups to a file, and importing them from one. */
export const groupFiles = {
  title: 'Groups as files',
  /** Under the title. */
  of: (account: string) => `Of the account “${account}”`,
  hint: 'A copy of your groups, for another computer or a spreadsheet. API keys and renewals are not in it.',
  exportJson: 'Export as JSON',
  exportCsv: 'Export as CSV',
  importGroups: 'Import groups…',
  exported: (n: number) => `Exported ${counted.groups(n)}`,
  notExported: 'The groups were not exported',
  notImported: 'The groups were not imported',
  copyPath: 'Copy path',
  dialog: 'Import groups',
  from: (file: string, account: string) => `From ${file} into the account “${account}”`,
  nothingChanges: 'Groups that are there already stay as they are.',
  preview: 'What the file would bring',
  table: 'Groups in the file',
  columns: {
    group: 'Group',
    type: 'Type',
    orders: 'Orders',
    period: 'Period',
    fate: 'What happens',
  },
  /** A group in a narrow window: `IPv4 · 2 orders · 30 days`. */
  facts: (type: string, orders: number, days: number) =>
    `${type} · ${counted.orders(orders)} · ${counted.days(days)}`,
  days: counted.days,
  fates: {
    new: 'Added',
    renamed: (name: string) => `Added as “${name}”: the name is taken`,
    same: 'There already',
  },
  doImport: (n: number) => `Import ${counted.groups(n)}`,
  nothingNew: 'Nothing to import',
  allThere: 'All groups of this file are in the account already.',
  cancel: 'Cancel',
  imported: (n: number) => `Imported ${counted.groups(n)}`,
  undo: 'Undo',
  undone: (n: number) => `${counted.groups(n)} removed again.`,
  notUndone: (n: number) => `${counted.groups(n)} could not be removed again`,
  refused: 'This file cannot be imported',
  refusedText: (file: string) => `Nothing was changed. What is wrong with ${file}:`,
  line: (line: number) => `Line ${formatNumber(line)}`,
  wholeFile: 'The file',
  more: (n: number) => `and ${formatNumber(n)} more`,
  another: 'Choose another file…',
  close: 'Close',
}
