import { formatMoney } from '../../../shared/domain/rules/money.ts'
import { formatDate } from '../../../shared/words/intl.ts'
import type { Course, Plot } from './course.ts'
import { dayRows } from './dayRows.ts'
import { changeWords, markLines } from './historyWords.ts'

/** The chart's figures as a table: every day with a reading or a renewal, the newest first. */
export function DayTable({ course, plot }: { readonly course: Course; readonly plot: Plot }) {
  const { currency } = plot
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section className="days scroll" tabIndex={0} aria-label="Days">
      <table className="spend num" aria-label="Balance by day">
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col" className="days-renewals">
              Renewals
            </th>
            <th scope="col" className="spend-figure">
              Change
            </th>
            <th scope="col" className="spend-figure">
              At its end
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
    </section>
  )
}
