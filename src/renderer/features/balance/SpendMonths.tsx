import { formatMoney } from '../../../shared/domain/rules/money.ts'
import type { MonthSpend } from '../../../shared/domain/spending.ts'
import { pageWords } from '../../words/pageWords.ts'
import { monthWords } from './historyWords.ts'
import { type SpendTable, spendTables } from './spendRows.ts'

/** What an account's renewals cost, month by month, a table for each currency. */
export function SpendMonths({ months }: { readonly months: readonly MonthSpend[] }) {
  const words = pageWords().balance.months
  const tables = spendTables(months)
  if (tables.length === 0) {
    return <p className="soft small">{words.none}</p>
  }
  return tables.map((table) =>
    table.currency === null ? (
      <p className="soft small" key="unpriced">
        {words.notInSums(table.renewed, table.maybe)}
      </p>
    ) : (
      <MonthTable key={table.currency} table={table} currency={table.currency} />
    ),
  )
}

function MonthTable({ table, currency }: { readonly table: SpendTable; readonly currency: string }) {
  const words = pageWords().balance.months
  const isUnsure = table.maybe > 0
  const sum = (amount: SpendTable['paid']) => formatMoney({ amount, currency })
  return (
    <table className="spend num" aria-label={words.title(currency)}>
      <thead>
        <tr>
          <th scope="col">{words.month}</th>
          <th scope="col" className="spend-figure">
            {words.renewals}
          </th>
          <th scope="col" className="spend-figure">
            {words.paid(currency)}
          </th>
          {isUnsure && (
            <th scope="col" className="spend-figure">
              {words.maybe}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row) => (
          <tr key={row.month}>
            <th scope="row">
              {monthWords(row.month)}
              {row.soFar && <span className="spend-so-far"> {words.soFar}</span>}
              <span className="spend-bar" aria-hidden="true">
                <span style={{ width: `${row.share * 100}%` }} />
                <span className="spend-bar-unsure" style={{ width: `${row.maybeShare * 100}%` }} />
              </span>
            </th>
            <td className="spend-figure">{row.renewed}</td>
            <td className="spend-figure">{sum(row.paid)}</td>
            {isUnsure && (
              <td className={`spend-figure${row.maybe > 0 ? ' spend-unsure' : ''}`}>
                {row.maybe > 0 ? sum(row.maybePaid) : '–'}
              </td>
            )}
          </tr>
        ))}
      </tbody>
      {table.rows.length > 1 && (
        <tfoot>
          <tr>
            <th scope="row">{words.together}</th>
            <td className="spend-figure">{table.renewed}</td>
            <td className="spend-figure">{sum(table.paid)}</td>
            {isUnsure && <td className="spend-figure spend-unsure">{sum(table.maybePaid)}</td>}
          </tr>
        </tfoot>
      )}
    </table>
  )
}
