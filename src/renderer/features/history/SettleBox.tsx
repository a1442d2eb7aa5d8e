import { useState } from 'react'
import type { RequestOf } from '../../../shared/contract/types.ts'
import type { Renewal } from '../../../shared/domain/renewal.ts'
import { formatMoney } from '../../../shared/domain/rules/money.ts'
import { currentOutcome, outcomeLabel } from '../../../shared/domain/rules/outcomes.ts'
import { call } from '../../state/bridge.ts'
import { announce, dismissRenewal, tellProblem } from '../../state/messages.ts'
import { setFresh, useUi } from '../../state/uiStore.ts'
import { Button } from '../../ui/Button.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { endMoves, evidenceText, moveWords } from './evidence.ts'

type Decision = RequestOf<'renewal.settle'>['decision']

/** Id of the button that opens a renewal's receipt. */
export function receiptButtonId(renewalId: string): string {
  return `open-${renewalId}`
}

/** Ends shown before the rest is only counted; the receipt has them all. */
const shownEnds = 6

/** A renewal of which it is not known whether it was paid: the evidence per order, and the person's word on it. */
export function SettleBox({ renewal }: { readonly renewal: Renewal }) {
  const [busy, setBusy] = useState<Decision | null>(null)
  const { intent, result } = renewal
  const settle = async (decision: Decision) => {
    if (busy) return
    setBusy(decision)
    const answer = await call('renewal.settle', { renewalId: intent.id, decision })
    setBusy(null)
    if (!answer.ok) return tellProblem(intent.groupName, answer.error.message, intent.groupId)
    const outcome = currentOutcome(answer.value)
    announce(`${intent.groupName}: settled as ${outcome ? outcomeLabel[outcome] : 'under way'}.`)
    setFresh(intent.groupId, null)
    dismissRenewal(intent.id)
    // This box goes with the question; the row's own button is what stays.
    document.getElementById(receiptButtonId(intent.id))?.focus()
    useUi.setState((state) => ({ historyStamp: state.historyStamp + 1 }))
  }
  const copy = async () => {
    const answer = await call('text.copy', { text: evidenceText(renewal) })
    if (answer.ok) announce('The evidence was copied.')
    else tellProblem('Nothing was copied', answer.error.message)
  }
  const moves = endMoves(renewal)
  const sum = intent.quote ? formatMoney(intent.quote.price) : 'A sum that is not known'
  return (
    <Panel
      tone="error"
      title={`${sum} may have been paid`}
      actions={
        <>
          <Button careful busy={busy === 'it-went-through'} onClick={() => void settle('it-went-through')}>
            It went through
          </Button>
          <Button careful busy={busy === 'it-did-not'} onClick={() => void settle('it-did-not')}>
            It did not
          </Button>
          <Button look="ghost" onClick={() => void copy()}>
            Copy evidence
          </Button>
        </>
      }
    >
      <p className="untrusted">{result?.detail ?? 'No answer was recorded.'}</p>
      <ul className="ends num">
        {moves.slice(0, shownEnds).map((move) => (
          <li key={move.orderId}>
            <span className="mono">{move.orderId}</span> {moveWords(move)}
          </li>
        ))}
        {moves.length > shownEnds && <li>and {moves.length - shownEnds} more in the receipt</li>}
      </ul>
      <p>
        Look at the vendor’s site, then say what happened. Until then Leasebar asks before it renews these
        orders again.
      </p>
    </Panel>
  )
}
