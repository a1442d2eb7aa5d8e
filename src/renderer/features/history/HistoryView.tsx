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
          <Panel tone="error" title="The history could not be read" alert>
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
              <span>
                {rows.length} of {total}
              </span>
              <Totals spent={spent} />
              {rows.length < total && (
                <Button busy={reading} onClick={more}>
                  Show more
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
  return (
    <div className="empty">
      <span className="empty-icon">
        <ReceiptText size={22} aria-hidden="true" />
      </span>
      <h2>{narrowed ? 'Nothing found' : 'No renewals yet'}</h2>
      <p className="soft">
        {narrowed
          ? 'No renewal matches what you chose.'
          : 'Each renewal is recorded here before any money moves, with its price and its outcome.'}
      </p>
      {narrowed && <Button onClick={onClear}>Show everything</Button>}
    </div>
  )
}
