import type { Notice } from '../../shared/contract/snapshot.ts'
import { words } from '../../shared/words/words.ts'
import type { OpenReport } from '../store/report.ts'

/** What a person is told of the state in which the data were found. */
export function openNotices(report: OpenReport): Notice[] {
  return report.notes.map((text, index) => ({
    id: `store-${index}`,
    severity: report.restored ? 'warning' : 'info',
    title: report.restored ? words().app.start.restored : words().app.start.aboutData,
    text: text.slice(0, 1000),
    dismissible: true,
  }))
}
