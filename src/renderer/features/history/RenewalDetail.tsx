import { Copy } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Renewal } from '../../../shared/domain/renewal.ts'
import { findingWords } from '../../../shared/domain/rules/findingWords.ts'
import { formatMoney } from '../../../shared/domain/rules/money.ts'
import { currentOutcome, outcomeLabel } from '../../../shared/domain/rules/outcomes.ts'
import { formatDateTime } from '../../../shared/words/intl.ts'
import { call } from '../../state/bridge.ts'
import { announce } from '../../state/messages.ts'
import { Button } from '../../ui/Button.tsx'
import { count } from '../../words/counts.ts'
import { BadOrderLine } from './BadOrderLine.tsx'
import { CopyEvidence } from './CopyEvidence.tsx'
import { endMoves, moveWords } from './evidence.ts'

/** Orders shown before the rest is only counted; `Copy ids` has them all. */
const shownOrders = 100

const sources = {
  window: 'in the window',
  tray: 'in the tray',
  notification: 'from a notification',
  'command-line': 'from the command line',
  batch: 'with several groups',
} as const

const settledBy = { person: 'by you', evidence: 'by evidence' } as const

/** A renewal's receipt: what was asked, what came back, what was confirmed, order by order. */
export function RenewalDetail({ renewal }: { readonly renewal: Renewal }) {
  const { intent, result, settlement } = renewal
  const quote = intent.quote
  const moves = endMoves(renewal)
  // While it waits to be settled, the box above says what happened.
  const isOpen = currentOutcome(renewal) === 'unknown'
  const copyIds = async () => {
    const answer = await call('text.copy', { text: intent.request.orderIds.join('\n') })
    announce(answer.ok ? 'Order ids copied.' : answer.error.message)
  }
  return (
    <dl className="receipt-detail">
      {settlement && (
        <Line name="Settled">
          {outcomeLabel(settlement.outcome)} {settledBy[settlement.by]}, {formatDateTime(settlement.at)}
          {settlement.evidence.length > 0 && (
            <ul className="ends num">
              {settlement.evidence.slice(0, shownOrders).map((line) => (
                <li key={line}>{line}</li>
              ))}
              {settlement.evidence.length > shownOrders && (
                <li>and {settlement.evidence.length - shownOrders} lines more in the evidence</li>
              )}
            </ul>
          )}
          <CopyEvidence renewal={renewal} />
        </Line>
      )}
      {result && !isOpen && (
        <Line name={settlement ? 'What happened at first' : 'What happened'}>{result.detail}</Line>
      )}
      <BadOrderLine renewal={renewal} />
      {renewal.unsaved && <Line name="Not recorded yet">The disk refused it; it is held in memory.</Line>}
      {result?.remarks.map((remark) => (
        <Line name="Worth knowing" key={remark}>
          {remark}
        </Line>
      ))}
      {result?.vendorError && (
        <Line name="The vendor’s words">
          {result.vendorError.message} (code {result.vendorError.code})
        </Line>
      )}
      <Line name="Asked for">
        {count(intent.request.rentPeriodDays, 'day', 'days')}, {sources[intent.source]}
        {intent.request.promoCode !== undefined && `, promo code ${intent.request.promoCode}`}
      </Line>
      {quote && (
        <Line name="Quote">
          {formatMoney(quote.price)}
          {quote.discount
            ? `, ${formatMoney({ amount: quote.discount, currency: quote.price.currency })} off`
            : ''}
          {quote.promoCodeStatus ? `, promo code ${quote.promoCodeStatus}` : ''}
        </Line>
      )}
      {intent.confirmed.length > 0 && (
        <Line name="Confirmed anyway">
          <ul>
            {intent.confirmed.map((finding, index) => (
              <li key={`${finding.kind}-${String(index)}`}>{findingWords(finding).title}</li>
            ))}
          </ul>
        </Line>
      )}
      <Line name="Orders">
        <ul className="ends num">
          {moves.slice(0, shownOrders).map((move) => (
            <li key={move.orderId}>
              <span className="mono">{move.orderId}</span> {renewal.endsAfter.length > 0 && moveWords(move)}
            </li>
          ))}
          {moves.length > shownOrders && <li>and {moves.length - shownOrders} more</li>}
        </ul>
        <Button look="ghost" icon={<Copy size={14} aria-hidden="true" />} onClick={() => void copyIds()}>
          Copy ids
        </Button>
      </Line>
      {result?.reply && (
        <Line name="Raw reply">
          <details>
            <summary>Show {count(result.reply.length, 'character', 'characters')}</summary>
            <pre className="reply mono">{result.reply}</pre>
          </details>
        </Line>
      )}
    </dl>
  )
}

function Line({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="untrusted">{children}</dd>
    </div>
  )
}
