import { Download } from 'lucide-react'
import { useState } from 'react'
import type { Account } from '../../../shared/domain/account.ts'
import { call } from '../../state/bridge.ts'
import { announce, show, tellProblem } from '../../state/messages.ts'
import { Button } from '../../ui/Button.tsx'
import { pageWords } from '../../words/pageWords.ts'
import { exportRequest, type HistoryFilter } from './query.ts'

const about = 'history-export'

async function exportHistory(account: Account, filter: HistoryFilter): Promise<void> {
  const { historyFile } = pageWords()
  const answer = await call('history.export', exportRequest(account.id, filter, Date.now()))
  if (!answer.ok) return tellProblem(historyFile.notExported, answer.error.message, about)
  if (answer.value === null) return
  const { path, count, unreadable } = answer.value
  const title = historyFile.exported(count)
  announce(title)
  const copy = { label: historyFile.copyPath, run: () => void call('text.copy', { text: path }) }
  if (unreadable > 0)
    show({ kind: 'alert', title, text: historyFile.unreadable(unreadable), about, action: copy })
  else show({ kind: 'note', title, text: path, about, action: copy })
}

/** Writes what the history shows, all of its pages, to a CSV file that the person names. */
export function ExportHistory({
  account,
  filter,
}: {
  readonly account: Account
  readonly filter: HistoryFilter
}) {
  // The system's dialog is open, or the file is being written.
  const [busy, setBusy] = useState(false)
  const start = async () => {
    setBusy(true)
    await exportHistory(account, filter)
    setBusy(false)
  }
  return (
    <Button icon={<Download size={14} aria-hidden="true" />} busy={busy} onClick={() => void start()}>
      {pageWords().historyFile.exportCsv}
    </Button>
  )
}
