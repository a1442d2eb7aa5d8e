import { TriangleAlert } from 'lucide-react'
import type { DueRow, DueRun } from '../../../shared/domain/dueRun.ts'
import { endsInWords } from '../../../shared/domain/rules/ends.ts'
import { findingWords } from '../../../shared/domain/rules/findingWords.ts'
import { formatMoney } from '../../../shared/domain/rules/money.ts'
import { useNow } from '../../state/now.ts'
import { useSnapshot } from '../../state/snapshotStore.ts'
import { pageWords } from '../../words/pageWords.ts'
import { OutcomeMark } from '../renewals/OutcomeMark.tsx'
import { includeDue } from './dueActions.ts'
import { includeNames, rowWords } from './dueWords.ts'

/** The groups of a run in the order of payment, each with its price, what would be left, and what came of it. */
export function DueTable({ run }: { readonly run: DueRun }) {
  const { due } = pageWords()
  const accounts = useSnapshot((snapshot) => snapshot.accounts)
  const names = includeNames(run.rows, (id) => accounts.find((one) => one.id === id)?.name ?? '')
  return (
    <table className="due-table num" aria-label={run.kind === 'due' ? due.table : due.tableSelected}>
      <thead>
        <tr>
          <th scope="col">{due.columns.group}</th>
          <th scope="col" className="due-sum">
            {due.columns.price}
          </th>
          <th scope="col" className="due-sum">
            {due.columns.left}
          </th>
        </tr>
      </thead>
      <tbody>
        {run.rows.map((row) => (
          <Row key={row.groupId} run={run} row={row} include={names.get(row.groupId) ?? ''} />
        ))}
      </tbody>
    </table>
  )
}

function Row({
  run,
  row,
  include,
}: {
  readonly run: DueRun
  readonly row: DueRow
  readonly include: string
}) {
  const words = rowWords(row)
  const isPlan = run.phase === 'quoting' || run.phase === 'asking'
  // Once it is paid the plan's figures say nothing any more.
  const left = (isPlan ? row.covered : row.outcome !== null) ? row.balanceAfter : null
  return (
    <tr className={`due-row due-${row.status}${row.included && !row.covered ? ' due-uncovered' : ''}`}>
      <th scope="row">
        <div className="due-group">
          {isPlan && (
            <input
              type="checkbox"
              aria-label={include}
              checked={row.included}
              disabled={run.phase !== 'asking' || row.price === null}
              onChange={(event) => void includeDue(run.id, row.groupId, event.target.checked)}
            />
          )}
          <div>
            <p className="due-name untrusted">{row.groupName}</p>
            <Facts row={row} />
            {row.outcome === null && words !== null && <p className="due-words untrusted">{words}</p>}
            {row.outcome !== null && <OutcomeMark outcome={row.outcome} />}
            {row.outcome !== null && row.outcome !== 'renewed' && row.words !== null && (
              <p className="due-words untrusted">{row.words}</p>
            )}
            {(isPlan || row.status === 'asks') && <Findings row={row} />}
          </div>
        </div>
      </th>
      <td className="due-sum">{row.price ? formatMoney(row.price) : '–'}</td>
      <td className="due-sum">{left ? formatMoney(left) : '–'}</td>
    </tr>
  )
}

function Facts({ row }: { readonly row: DueRow }) {
  const now = useNow()
  const several = useSnapshot((snapshot) => snapshot.accounts.length > 1)
  const account = useSnapshot(
    (snapshot) => snapshot.accounts.find(({ id }) => id === row.accountId)?.name ?? '',
  )
  const facts = [
    ...(several ? [account] : []),
    // The end of the plan is none any more once the renewal moved it.
    ...(row.endsAt === null || row.outcome === 'renewed' ? [] : [endsInWords(row.endsAt, now)]),
    pageWords().due.days(row.rentPeriodDays),
  ]
  return <p className="due-facts soft untrusted">{facts.join(' · ')}</p>
}

/** What the guard found: said before the yes, which covers it; afterwards only where it was more than was agreed to. */
function Findings({ row }: { readonly row: DueRow }) {
  return row.findings.map((finding, index) => (
    <p className="due-finding untrusted" key={`${finding.kind}-${String(index)}`}>
      <TriangleAlert size={13} aria-hidden="true" />
      <span>{pageWords().due.finding(findingWords(finding).title, findingWords(finding).text)}</span>
    </p>
  ))
}
