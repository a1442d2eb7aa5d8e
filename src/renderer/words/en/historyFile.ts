import { formatNumber } from '../../../shared/words/intl.ts'
import { pluralEn } from '../../../shared/words/plural.ts'
import { counted } from './counted.ts'

/** The history as a whole: what it comes to, and as a file. */
export const historyFile = {
  /** `sums`: `7 renewals, $63.00`. */
  paid: (sums: string) => `Paid: ${sums}`,
  exportCsv: 'Export as CSV',
  copyPath: 'Copy path',
  notExported: 'The history was not exported',
  exported: (n: number) => `Exported ${counted.renewals(n)}`,
  unreadable: (n: number) =>
    `${formatNumber(n)} more could not be read and ${pluralEn(n, 'is', 'are')} not in the file. Quit Leasebar and start it again: it looks for damage then.`,
}
