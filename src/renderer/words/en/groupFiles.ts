import { formatNumber } from '../../../shared/words/intl.ts'
import { pluralEn } from '../../../shared/words/plural.ts'

const groups = (n: number): string => `${formatNumber(n)} ${pluralEn(n, 'group', 'groups')}`

/** Exporting groups to a file, and importing them from one. */
export const groupFiles = {
  title: 'Groups as files',
  /** Under the title. */
  of: (account: string) => `Of the account “${account}”`,
  hint: 'A copy of your groups, for another computer or a spreadsheet. API keys and renewals are not in it.',
  exportJson: 'Export as JSON',
  exportCsv: 'Export as CSV',
  importGroups: 'Import groups…',
  exported: (n: number) => `Exported ${groups(n)}`,
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
    `${type} · ${formatNumber(orders)} ${pluralEn(orders, 'order', 'orders')} · ${formatNumber(days)} ${pluralEn(days, 'day', 'days')}`,
  days: (n: number) => `${formatNumber(n)} ${pluralEn(n, 'day', 'days')}`,
  fates: {
    new: 'Added',
    renamed: (name: string) => `Added as “${name}”: the name is taken`,
    same: 'There already',
  },
  doImport: (n: number) => `Import ${groups(n)}`,
  nothingNew: 'Nothing to import',
  allThere: 'All groups of this file are in the account already.',
  cancel: 'Cancel',
  imported: (n: number) => `Imported ${groups(n)}`,
  undo: 'Undo',
  undone: (n: number) => `${groups(n)} removed again.`,
  notUndone: (n: number) => `${groups(n)} could not be removed again`,
  refused: 'This file cannot be imported',
  refusedText: (file: string) => `Nothing was changed. What is wrong with ${file}:`,
  line: (line: number) => `Line ${formatNumber(line)}`,
  wholeFile: 'The file',
  more: (n: number) => `and ${formatNumber(n)} more`,
  another: 'Choose another file…',
  close: 'Close',
}
