import { ChartLine, Table2 } from 'lucide-react'
import { useCallback, useMemo, useState } from 'react'
import type { Account } from '../../../shared/domain/account.ts'
import { day } from '../../../shared/domain/rules/ends.ts'
import { formatMoney } from '../../../shared/domain/rules/money.ts'
import { call } from '../../state/bridge.ts'
import { useBalance } from '../../state/selectors.ts'
import { setUi, useUi } from '../../state/uiStore.ts'
import { type Read, useRead } from '../../state/useRead.ts'
import { Button } from '../../ui/Button.tsx'
import { Modal } from '../../ui/Modal.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { BalancePlot } from './BalancePlot.tsx'
import { type Course, isUnsure, type Plot, plotOf } from './course.ts'
import { DayTable } from './DayTable.tsx'
import { leftOutWords, summary } from './historyWords.ts'
import { SpendMonths } from './SpendMonths.tsx'
import { dropThreshold, WarnBelowField } from './WarnBelowField.tsx'
import './balanceHistory.css'
import { pageWords } from '../../words/pageWords.ts'

const spans = ['7', '30', '90', '365'] as const

type Span = (typeof spans)[number]

/** A course with what it was asked for. */
interface Asked {
  readonly course: Course
  readonly since: number
  readonly at: number
}

/** `Balance history`: how the chosen account's balance went, and what of it went into renewals each month. */
export default function BalanceHistory({ account }: { readonly account: Account }) {
  const words = pageWords().balance.history
  const [span, setSpan] = useState<Span>('30')
  const readAt = useBalance(account.id)?.readAt ?? null
  const renewals = useUi((ui) => ui.historyStamp)
  const stamp = `${readAt ?? ''} ${renewals}`
  const readCourse = useCallback(async () => {
    const at = Date.now()
    const since = at - Number(span) * day
    const answer = await call('balance.history', { accountId: account.id, since })
    return answer.ok ? { ok: true as const, value: { course: answer.value, since, at } } : answer
  }, [account.id, span])
  const readMonths = useCallback(() => call('balance.spending', { accountId: account.id }), [account.id])
  const course = useRead<Asked>(readCourse, stamp)
  const months = useRead(readMonths, stamp)
  return (
    <Modal
      title={words.title}
      description={<span className="untrusted">{account.name}</span>}
      large
      wide
      onClose={() => setUi({ balanceOpen: false })}
    >
      <div className="dialog-body course-body">
        <div className="course-part">
          <Segments
            label={words.last}
            choices={spans.map((value) => ({ value, label: words.spans[value] }))}
            value={span}
            onChange={setSpan}
          />
          <CourseShown read={course} account={account} onAgain={course.again} />
        </div>
        <section className="course-months" aria-labelledby="spend-title">
          <h3 id="spend-title">{words.spend}</h3>
          {months.value && <SpendMonths months={months.value.months} />}
          {!months.value && months.problem === null && (
            <div className="skeleton course-wait-months" aria-hidden="true" />
          )}
          {months.problem !== null && <NotRead problem={months.problem} onAgain={months.again} />}
        </section>
      </div>
    </Modal>
  )
}

function CourseShown({
  read,
  account,
  onAgain,
}: {
  readonly read: Read<Asked>
  readonly account: Account
  readonly onAgain: () => void
}) {
  const { value, problem } = read
  const plot = useMemo(() => value && plotOf(value.course, value.since, value.at), [value])
  return (
    <>
      {problem !== null && <NotRead problem={problem} onAgain={onAgain} />}
      {!value && problem === null && <div className="skeleton course-wait" aria-hidden="true" />}
      {value && !plot && <TooFew course={value.course} />}
      {value && plot && <Shown course={value.course} plot={plot} account={account} />}
    </>
  )
}

function Shown({
  course,
  plot,
  account,
}: {
  readonly course: Course
  readonly plot: Plot
  readonly account: Account
}) {
  const words = pageWords().balance.history
  const [asTable, setAsTable] = useState(false)
  const leftOut = leftOutWords(course)
  return (
    <figure className="course-figure">
      <figcaption className="small soft num">{summary(plot, course)}</figcaption>
      {asTable ? (
        <DayTable course={course} plot={plot} />
      ) : (
        <BalancePlot
          plot={plot}
          threshold={account.warnBelow}
          onThreshold={(sum) => dropThreshold(account, sum)}
        />
      )}
      <div className="course-under">
        <Legend plot={plot} />
        <Button
          look="ghost"
          icon={asTable ? <ChartLine size={14} /> : <Table2 size={14} />}
          onClick={() => setAsTable(!asTable)}
        >
          {asTable ? words.asChart : words.asTable}
        </Button>
      </div>
      <WarnBelowField account={account} currency={plot.currency} />
      {leftOut.length > 0 && <p className="small faint">{leftOut.join(' ')}</p>}
    </figure>
  )
}

/** What the marks mean; only those that there are. */
function Legend({ plot }: { readonly plot: Plot }) {
  const words = pageWords().balance.history
  const marks = plot.rows.filter((row) => row.payments.length > 0)
  if (marks.length === 0) return null
  return (
    <ul className="course-legend small soft">
      {marks.some((row) => !isUnsure(row)) && (
        <li>
          <span className="course-mark" aria-hidden="true" /> {words.renewed}
        </li>
      )}
      {marks.some(isUnsure) && (
        <li>
          <span className="course-mark course-mark-unsure" aria-hidden="true" /> {words.unsure}
        </li>
      )}
    </ul>
  )
}

/** One reading is no course. */
function TooFew({ course }: { readonly course: Course }) {
  const words = pageWords().balance.history
  const [only] = course.points
  const figure =
    only && course.currency !== null ? formatMoney({ amount: only.amount, currency: course.currency }) : null
  return (
    <div className="empty course-empty">
      <ChartLine size={24} aria-hidden="true" />
      <h3>{words.none}</h3>
      <p className="soft">{figure === null ? words.neverRead : words.readOnce(figure)}</p>
    </div>
  )
}

function NotRead({ problem, onAgain }: { readonly problem: string; readonly onAgain: () => void }) {
  const words = pageWords().balance.history
  return (
    <Panel tone="error" title={words.failed} alert actions={<Button onClick={onAgain}>{words.again}</Button>}>
      {problem}
    </Panel>
  )
}
