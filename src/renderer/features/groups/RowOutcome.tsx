import type { GroupView } from '../../../shared/contract/snapshot.ts'
import type { Renewal } from '../../../shared/domain/renewal.ts'
import { formatMoney } from '../../../shared/domain/rules/money.ts'
import { currentOutcome } from '../../../shared/domain/rules/outcomes.ts'
import { formatDate } from '../../../shared/words/intl.ts'
import { openInHistory } from '../../state/openInHistory.ts'
import { pageWords } from '../../words/pageWords.ts'
import { agoWords } from '../../words/time.ts'
import { OutcomeMark } from '../renewals/OutcomeMark.tsx'
import { moneyWords, newEnd, priceOf } from '../renewals/outcomeWords.ts'
import { progressWords, rowDetail } from './rowWords.ts'

/** The last line of a row: progress while a renewal is on its way, its receipt afterwards, else the last outcome. */
export function RowOutcome({
  view,
  fresh,
  busy,
  now,
}: {
  readonly view: GroupView
  readonly fresh: Renewal | null
  readonly busy: boolean
  readonly now: number
}) {
  const words = pageWords().groupRows
  if (busy) {
    return (
      <div className="row-progress">
        <progress aria-label={words.progress} className="bar" />
        <span>{progressWords(view.phase)}</span>
      </div>
    )
  }
  const last = view.last
  // A receipt is of the latest renewal only: one made since, in the tray or elsewhere, puts it aside.
  if (fresh && (last === null || last.renewalId === fresh.intent.id || last.at <= fresh.intent.startedAt)) {
    return <Receipt view={view} renewal={fresh} />
  }
  if (last === null) {
    return (
      <p className="row-last faint">
        {words.noRenewals}
        {lastPrice(view)}
      </p>
    )
  }
  const price = last.price ?? view.lastPrice
  return (
    <p className="row-last num">
      {last.outcome ? <OutcomeMark outcome={last.outcome} /> : <span>{words.underWay}</span>}
      <span className="faint">{agoWords(last.at, now)}</span>
      {price && <span className="faint">{formatMoney(price)}</span>}
      {last.outcome === 'unknown' && <SettleLink renewalId={last.renewalId} />}
    </p>
  )
}

function lastPrice(view: GroupView): string {
  return view.lastPrice ? pageWords().groupRows.lastPrice(formatMoney(view.lastPrice)) : ''
}

/** What just happened, with its figures: price, what is left, the new end. */
function Receipt({ view, renewal }: { readonly view: GroupView; readonly renewal: Renewal }) {
  const words = pageWords().groupRows
  const outcome = view.last?.renewalId === renewal.intent.id ? view.last.outcome : currentOutcome(renewal)
  if (outcome === null) return <p className="row-last">{words.underWay}</p>
  const price = priceOf(renewal)
  const left = renewal.result?.balanceAfter
  const end = outcome === 'renewed' ? newEnd(renewal) : null
  const vendorSays = outcome === 'renewed' ? '' : (renewal.result?.vendorError?.message ?? '')
  const details = [vendorSays, ...(renewal.result?.remarks ?? [])].flatMap((text) => rowDetail(text) ?? [])
  return (
    <div className="receipt num">
      <OutcomeMark outcome={outcome} />
      <span>
        {price ? `${formatMoney(price)} ` : ''}
        {moneyWords(outcome)}
      </span>
      {left && <span>{words.left(formatMoney(left))}</span>}
      {end !== null && <span>{words.nowEnds(formatDate(end))}</span>}
      {details.map((detail) => (
        <span className="receipt-detail-line untrusted" key={detail}>
          {detail}
        </span>
      ))}
      {outcome === 'unknown' && <SettleLink renewalId={renewal.intent.id} />}
    </div>
  )
}

function SettleLink({ renewalId }: { readonly renewalId: string }) {
  return (
    <button type="button" className="link" onClick={() => openInHistory(renewalId)}>
      {pageWords().groupRows.settle}
    </button>
  )
}
