import { useState } from 'react'
import type { RequestOf } from '../../../shared/contract/types.ts'
import type { Renewal } from '../../../shared/domain/renewal.ts'
import { formatMoney } from '../../../shared/domain/rules/money.ts'
import { currentOutcome, outcomeLabel } from '../../../shared/domain/rules/outcomes.ts'
import { restOf } from '../../../shared/domain/rules/rest.ts'
import { call } from '../../state/bridge.ts'
import { announce, dismissRenewal, tellProblem } from '../../state/messages.ts'
import { useNow } from '../../state/now.ts'
import { useSnapshot } from '../../state/snapshotStore.ts'
import { setFresh, useUi } from '../../state/uiStore.ts'
import { Button } from '../../ui/Button.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { pageWords } from '../../words/pageWords.ts'
import { agoWords } from '../../words/time.ts'
import { renewRest } from '../renewals/renew.ts'
import { CopyEvidence } from './CopyEvidence.tsx'
import { endMoves, moveWords } from './evidence.ts'

type Decision = RequestOf<'renewal.settle'>['decision']

/** Id of the button that opens a renewal's receipt. */
export function receiptButtonId(renewalId: string): string {
  return `open-${renewalId}`
}

/** Ends shown before the rest is only counted; the receipt has them all. */
const shownEnds = 6

/** A renewal of which it is not known whether it was paid: what the vendor shows, and the person's word on it. */
export function SettleBox({ renewal }: { readonly renewal: Renewal }) {
  const words = pageWords().history.settle
  const { intent, result } = renewal
  const { busy, settle, check } = useSettle(renewal)
  const sum = intent.quote ? formatMoney(intent.quote.price) : words.unknownSum
  const rest = restOf(renewal).length
  const isGone = useSnapshot((snapshot) => snapshot.accounts.every(({ id }) => id !== intent.accountId))
  return (
    <Panel
      tone="error"
      title={words.title(sum)}
      actions={
        <>
          <Button busy={busy === 'check'} onClick={() => void check()}>
            {words.check}
          </Button>
          <Button careful busy={busy === 'it-went-through'} onClick={() => void settle('it-went-through')}>
            {words.wentThrough}
          </Button>
          <Button careful busy={busy === 'it-did-not'} onClick={() => void settle('it-did-not')}>
            {words.didNot}
          </Button>
          {rest > 0 && (
            <Button careful look="danger" onClick={() => void renewRest(renewal)}>
              {words.rest(rest)}
            </Button>
          )}
          <CopyEvidence renewal={renewal} />
        </>
      }
    >
      {isGone && <p className="untrusted">{words.gone(intent.accountName)}</p>}
      <p className="untrusted">{result?.detail ?? words.noAnswer}</p>
      <Evidence renewal={renewal} />
      <p>{words.keepsLooking}</p>
    </Panel>
  )
}

/** What the last look at the vendor showed: the balance, every order's end, what that says, and how old it is. */
function Evidence({ renewal }: { readonly renewal: Renewal }) {
  const words = pageWords().history.settle
  const now = useNow()
  const moves = endMoves(renewal)
  const { check } = renewal
  return (
    <div className="evidence">
      <p className="evidence-head">{check ? words.atVendor(agoWords(check.at, now)) : words.notLooked}</p>
      <ul className="ends num">
        {check?.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
        {moves.slice(0, shownEnds).map((move) => (
          <li key={move.orderId}>
            <span className="mono">{move.orderId}</span> {moveWords(move)}
          </li>
        ))}
        {moves.length > shownEnds && <li>{words.moreInReceipt(moves.length - shownEnds)}</li>}
      </ul>
    </div>
  )
}

/** The acts of the box, one at a time. When it goes, the focus stays in its row. */
function useSettle(renewal: Renewal) {
  const [busy, setBusy] = useState<Decision | 'check' | null>(null)
  const { id, groupId, groupName } = renewal.intent
  const leave = () => document.getElementById(receiptButtonId(id))?.focus()

  const settle = async (decision: Decision) => {
    if (busy) return
    setBusy(decision)
    const answer = await call('renewal.settle', { renewalId: id, decision })
    setBusy(null)
    if (!answer.ok) return tellProblem(groupName, answer.error.message, groupId)
    const outcome = currentOutcome(answer.value)
    const words = pageWords().history.settle
    announce(words.settled(groupName, outcome ? outcomeLabel(outcome) : words.underWay))
    setFresh(groupId, null)
    dismissRenewal(id)
    leave()
    useUi.setState((state) => ({ historyStamp: state.historyStamp + 1 }))
  }

  const check = async () => {
    if (busy) return
    setBusy('check')
    const answer = await call('renewal.check', { renewalId: id })
    setBusy(null)
    if (!answer.ok) return tellProblem(groupName, answer.error.message, groupId)
    // What settles it is announced by main's push; here only that it did not.
    if (currentOutcome(answer.value) === 'unknown') {
      announce(pageWords().history.settle.stillUnknown(groupName, answer.value.check?.notes.at(-1) ?? ''))
    } else leave()
  }

  return { busy, settle, check }
}
