import { ReceiptText } from 'lucide-react'
import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import type { Account } from '../../../shared/domain/account.ts'
import type { Spend } from '../../../shared/domain/spending.ts'
import { dismissUnknown } from '../../state/messages.ts'
import { useUi } from '../../state/uiStore.ts'
import { Button } from '../../ui/Button.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { pageWords } from '../../words/pageWords.ts'
import { certainWords, maybeWords } from '../balance/historyWords.ts'
import { ExportHistory } from './ExportHistory.tsx'
import { HistoryFilters } from './HistoryFilters.tsx'
import { HistoryTable } from './HistoryTable.tsx'
import { everything, type HistoryFilter, isNarrowed } from './query.ts'
import { useHistory } from './useHistory.ts'
import './history.css'

/** Every renewal of an account: `unknown` on top, then the newest first. */
export default function HistoryView({ account }: { readonly account: Account }) {
  const { history } = pageWords()
  const [filter, setFilter] = useState<HistoryFilter>(everything)
  const search = useDeferredValue(filter.search)
  const asked = useMemo(() => ({ ...filter, search }), [filter, search])
  const stamp = useUi((ui) => ui.historyStamp)
  const { rows, total, spent, problem, reading, more } = useHistory(account.id, asked, stamp)
  useEffect(dismissUnknown, [])
  return (
    <div className="history">
      <HistoryFilters account={account} filter={filter} onChange={setFilter} />
      <div className="history-scroll scroll" aria-busy={reading}>
        {problem !== null && (
          <Panel tone="error" title={history.unreadableTitle} alert>
            {problem}
          </Panel>
        )}
        {rows === null && problem === null && <Skeleton />}
        {rows?.length === 0 && (
          <Nothing narrowed={isNarrowed(filter)} onClear={() => setFilter(everything)} />
        )}
        {rows !== null && rows.length > 0 && (
          <>
            <HistoryTable rows={rows} />
            <div className="history-foot small faint num">
              <span>{history.shown(rows.length, total)}</span>
              <Totals spent={spent} />
              {rows.length < total && (
                <Button busy={reading} onClick={more}>
                  {history.showMore}
                </Button>
              )}
              <ExportHistory account={account} filter={asked} />
            </div>
          </>
        )}
      </div>
    </div>
  )
}

/** What all that was found cost together: what is certain, and what may have been paid, apart. */
function Totals({ spent }: { readonly spent: readonly Spend[] }) {
  const certain = certainWords(spent)
  const maybe = maybeWords(spent)
  if (certain === null && maybe === null) return null
  return (
    <span className="history-totals soft">
      {certain !== null && <span>{pageWords().historyFile.paid(certain)}</span>}
      {maybe !== null && <span>{maybe}</span>}
    </span>
  )
}

function Skeleton() {
  return (
    <div className="loading" aria-hidden="true">
      <div className="skeleton loading-row" />
      <div className="skeleton loading-row" />
    </div>
  )
}

function Nothing({ narrowed, onClear }: { readonly narrowed: boolean; readonly onClear: () => void }) {
  const { history } = pageWords()
  return (
    <div className="empty">
      <span className="empty-icon">
        <ReceiptText size={22} aria-hidden="true" />
      </span>
      <h2>{narrowed ? history.nothingFound : history.none}</h2>
      <p className="soft">{narrowed ? history.nothingFoundText : history.noneText}</p>
      {narrowed && <Button onClick={onClear}>{history.showEverything}</Button>}
    </div>
  )
}
