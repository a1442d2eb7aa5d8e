import { ChevronRight } from 'lucide-react'
import { Fragment, useEffect, useRef, useState } from 'react'
import type { Renewal } from '../../../shared/domain/renewal.ts'
import { formatMoney, type Money } from '../../../shared/domain/rules/money.ts'
import { currentOutcome } from '../../../shared/domain/rules/outcomes.ts'
import { proxyTypeLabel } from '../../../shared/domain/rules/proxyTypes.ts'
import { formatDate, formatDateTime } from '../../../shared/words/intl.ts'
import { useUi } from '../../state/uiStore.ts'
import { pageWords } from '../../words/pageWords.ts'
import { OutcomeMark } from '../renewals/OutcomeMark.tsx'
import { newEnd, priceOf } from '../renewals/outcomeWords.ts'
import { RenewalDetail } from './RenewalDetail.tsx'
import { receiptButtonId, SettleBox } from './SettleBox.tsx'
import './table.css'
import './receipt.css'

/** The renewals as a real table. In a narrow window each row is stacked; it stays a table to screen readers. */
export function HistoryTable({ rows }: { readonly rows: readonly Renewal[] }) {
  const { table, columns } = pageWords().history
  const wanted = useUi((ui) => ui.historyRenewalId)
  return (
    <table className="history-table" aria-label={table}>
      <thead>
        <tr>
          <th scope="col">{columns.time}</th>
          <th scope="col">{columns.group}</th>
          <th scope="col">{columns.orders}</th>
          <th scope="col">{columns.price}</th>
          <th scope="col">{columns.balance}</th>
          <th scope="col">{columns.end}</th>
          <th scope="col">{columns.promo}</th>
          <th scope="col">{columns.outcome}</th>
          <th scope="col">
            <span className="vh">{columns.receipt}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((renewal) => (
          <Row key={renewal.intent.id} renewal={renewal} wanted={renewal.intent.id === wanted} />
        ))}
      </tbody>
    </table>
  )
}

function money(sum: Money | null | undefined): string {
  return sum ? formatMoney(sum) : '–'
}

function promoWords(renewal: Renewal): string {
  const code = renewal.intent.request.promoCode
  if (code === undefined) return '–'
  const status = renewal.result?.promoCodeStatus ?? renewal.intent.quote?.promoCodeStatus
  return status ? `${code}: ${status}` : code
}

function Row({ renewal, wanted }: { readonly renewal: Renewal; readonly wanted: boolean }) {
  const { history } = pageWords()
  const { columns } = history
  const [open, setOpen] = useState(wanted)
  const row = useRef<HTMLTableRowElement>(null)
  const { intent, result } = renewal
  const outcome = currentOutcome(renewal)
  const end = outcome === 'renewed' ? newEnd(renewal) : null
  const detailId = `receipt-${intent.id}`

  useEffect(() => {
    if (!wanted) return
    setOpen(true)
    row.current?.scrollIntoView({ block: 'start' })
  }, [wanted])

  return (
    <Fragment>
      <tr className="history-row num" ref={row}>
        <td className="h-time">{formatDateTime(intent.startedAt)}</td>
        <td className="h-group untrusted">
          <span className="h-name" title={intent.groupName}>
            {intent.groupName}
          </span>
        </td>
        <td className="h-orders">
          {history.orders(intent.request.orderIds.length, proxyTypeLabel[intent.request.proxyType])}
        </td>
        <td className="h-price" data-label={columns.price}>
          {money(priceOf(renewal))}
        </td>
        <td className="h-balance" data-label={columns.balance}>
          {history.change(money(intent.balanceBefore), money(result?.balanceAfter ?? renewal.check?.balance))}
        </td>
        <td className="h-end" data-label={columns.end}>
          {end === null ? '–' : formatDate(end)}
        </td>
        <td className="h-promo untrusted" data-label={columns.promo}>
          {promoWords(renewal)}
        </td>
        <td className="h-outcome">{outcome ? <OutcomeMark outcome={outcome} /> : history.underWay}</td>
        <td className="h-open">
          <button
            type="button"
            id={receiptButtonId(intent.id)}
            className="btn btn-icon"
            title={columns.receipt}
            aria-expanded={open}
            aria-controls={open ? detailId : undefined}
            onClick={() => setOpen(!open)}
          >
            <ChevronRight size={16} className="chevron" aria-hidden="true" />
            <span className="vh">
              {history.receiptOf(intent.groupName, formatDateTime(intent.startedAt))}
            </span>
          </button>
        </td>
      </tr>
      {(outcome === 'unknown' || open) && (
        <tr className="history-more" id={detailId}>
          <td colSpan={9}>
            {outcome === 'unknown' && <SettleBox renewal={renewal} />}
            {open && <RenewalDetail renewal={renewal} />}
          </td>
        </tr>
      )}
    </Fragment>
  )
}
