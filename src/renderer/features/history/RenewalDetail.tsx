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
import { pageWords } from '../../words/pageWords.ts'
import { BadOrderLine } from './BadOrderLine.tsx'
import { CopyEvidence } from './CopyEvidence.tsx'
import { endMoves, moveWords } from './evidence.ts'

/** Orders shown before the rest is only counted; `Copy ids` has them all. */
const shownOrders = 100

/** A renewal's receipt: what was asked, what came back, what was confirmed, order by order. */
export function RenewalDetail({ renewal }: { readonly renewal: Renewal }) {
  const { receipt } = pageWords().history
  const { intent, result, settlement } = renewal
  const quote = intent.quote
  const moves = endMoves(renewal)
  // While it waits to be settled, the box above says what happened.
  const isOpen = currentOutcome(renewal) === 'unknown'
  const copyIds = async () => {
    const answer = await call('text.copy', { text: intent.request.orderIds.join('\n') })
    announce(answer.ok ? receipt.idsCopied : answer.error.message)
  }
  return (
    <dl className="receipt-detail">
      {settlement && (
        <Line name={receipt.settled}>
          {receipt.settledBy[settlement.by](outcomeLabel(settlement.outcome), formatDateTime(settlement.at))}
          {settlement.evidence.length > 0 && (
            <ul className="ends num">
              {settlement.evidence.slice(0, shownOrders).map((line) => (
                <li key={line}>{line}</li>
              ))}
              {settlement.evidence.length > shownOrders && (
                <li>{receipt.moreLines(settlement.evidence.length - shownOrders)}</li>
              )}
            </ul>
          )}
          <CopyEvidence renewal={renewal} />
        </Line>
      )}
      {result && !isOpen && (
        <Line name={settlement ? receipt.atFirst : receipt.happened}>{result.detail}</Line>
      )}
      <BadOrderLine renewal={renewal} />
      {renewal.unsaved && <Line name={receipt.notRecorded}>{receipt.notRecordedText}</Line>}
      {result?.remarks.map((remark) => (
        <Line name={receipt.remark} key={remark}>
          {remark}
        </Line>
      ))}
      {result?.vendorError && (
        <Line name={receipt.vendor}>
          {receipt.vendorError(result.vendorError.message, result.vendorError.code)}
        </Line>
      )}
      <Line name={receipt.asked}>
        {receipt.askedText(
          intent.request.rentPeriodDays,
          receipt.sources[intent.source],
          intent.request.promoCode ?? null,
        )}
      </Line>
      {quote && (
        <Line name={receipt.quote}>
          {receipt.quoteText(
            formatMoney(quote.price),
            quote.discount ? formatMoney({ amount: quote.discount, currency: quote.price.currency }) : null,
            quote.promoCodeStatus || null,
          )}
        </Line>
      )}
      {intent.confirmed.length > 0 && (
        <Line name={receipt.confirmed}>
          <ul>
            {intent.confirmed.map((finding, index) => (
              <li key={`${finding.kind}-${String(index)}`}>{findingWords(finding).title}</li>
            ))}
          </ul>
        </Line>
      )}
      <Line name={receipt.orders}>
        <ul className="ends num">
          {moves.slice(0, shownOrders).map((move) => (
            <li key={move.orderId}>
              <span className="mono">{move.orderId}</span> {renewal.endsAfter.length > 0 && moveWords(move)}
            </li>
          ))}
          {moves.length > shownOrders && <li>{receipt.moreOrders(moves.length - shownOrders)}</li>}
        </ul>
        <Button look="ghost" icon={<Copy size={14} aria-hidden="true" />} onClick={() => void copyIds()}>
          {receipt.copyIds}
        </Button>
      </Line>
      {result?.reply && (
        <Line name={receipt.reply}>
          <details>
            <summary>{receipt.showReply(result.reply.length)}</summary>
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
