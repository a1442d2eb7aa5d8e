import type { Notice } from '../../shared/contract/snapshot.ts'
import type { OpenReport } from '../store/report.ts'

/** What a person is told of the state in which the data were found. */
export function openNotices(report: OpenReport): Notice[] {
  return report.notes.map((text, index) => ({
    id: `store-${index}`,
    severity: report.restored ? 'warning' : 'info',
    title: report.restored ? 'The database was restored' : 'About your data',
    text: text.slice(0, 1000),
    dismissible: true,
  }))
}
