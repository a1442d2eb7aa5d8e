import { formatMoney } from '../../../shared/domain/rules/money.ts'
import { formatDate } from '../../../shared/words/intl.ts'
import { ScrollRegion } from '../../ui/ScrollRegion.tsx'
import { pageWords } from '../../words/pageWords.ts'
import type { Course, Plot } from './course.ts'
import { dayRows } from './dayRows.ts'
import { changeWords, markLines } from './historyWords.ts'

/** The chart's figures as a table: every day with a reading or a renewal, the newest first. */
export function DayTable({ course, plot }: { readonly course: Course; readonly plot: Plot }) {
  const { currency } = plot
  const words = pageWords().balance.table
  return (
    <ScrollRegion className="days" label={words.days}>
      <table className="spend num" aria-label={words.byDay}>
        <thead>
          <tr>
            <th scope="col">{words.day}</th>
            <th scope="col" className="days-renewals">
              {words.renewals}
            </th>
            <th scope="col" className="spend-figure">
              {words.change}
            </th>
            <th scope="col" className="spend-figure">
              {words.end}
            </th>
          </tr>
        </thead>
        <tbody>
          {dayRows(course, plot.from).map((row) => (
            <tr key={row.day}>
              <th scope="row">{formatDate(row.day)}</th>
              <td className="days-renewals">
                {markLines(row).map((line, at) => (
                  <p className="untrusted" key={`${String(at)} ${line}`}>
                    {line}
                  </p>
                ))}
              </td>
              <td className={`spend-figure${row.change === 0 ? ' faint' : ''}`}>
                {row.change === null ? '–' : changeWords(row.change, currency)}
              </td>
              <td className="spend-figure">
                {row.sum === null ? '–' : formatMoney({ amount: row.sum, currency })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
