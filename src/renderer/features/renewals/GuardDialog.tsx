import { TriangleAlert } from 'lucide-react'
import { useRef } from 'react'
import type { GuardQuestion } from '../../../shared/contract/types.ts'
import { findingWords } from '../../../shared/domain/rules/findingWords.ts'
import { formatMoney, minus } from '../../../shared/domain/rules/money.ts'
import { sameData } from '../../state/keepSame.ts'
import { useNow } from '../../state/now.ts'
import { type OpenQuestion, useUi } from '../../state/uiStore.ts'
import { Button } from '../../ui/Button.tsx'
import { Modal } from '../../ui/Modal.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { pageWords } from '../../words/pageWords.ts'
import { cancelRenewal, confirmRenewal, renewButtonId, renewGroup } from './renew.ts'

/** A dialog that stepped aside comes back, and takes the focus itself. */
function othersWait(): boolean {
  const { editor, picking, addingAccount, keyFor } = useUi.getState()
  return editor !== null || picking !== null || addingAccount || keyFor !== null
}

/** The guard's question: what is off, what it costs, and the choice. `Cancel` has the focus. */
export default function GuardDialog({ question, seen }: OpenQuestion) {
  const { renewals } = pageWords()
  const cancel = useRef<HTMLButtonElement>(null)
  const expired = useNow() >= question.expiresAt
  const { groupName, groupId, orderCount, rentPeriodDays } = question
  const askAgain = () => {
    cancelRenewal(question)
    void renewGroup(groupId)
  }
  return (
    <Modal
      title={renewals.guard(groupName)}
      description={renewals.about(orderCount, rentPeriodDays)}
      initialFocus={cancel}
      finalFocus={() => !othersWait() && document.getElementById(renewButtonId(groupId))}
      onClose={() => cancelRenewal(question)}
      foot={
        <div className="dialog-foot">
          {expired && <p className="dialog-foot-note soft">{renewals.expired}</p>}
          <Button ref={cancel} onClick={() => cancelRenewal(question)}>
            {renewals.cancel}
          </Button>
          {expired ? (
            <Button look="primary" onClick={askAgain}>
              {renewals.askAgain}
            </Button>
          ) : (
            <Button look="danger" careful onClick={() => void confirmRenewal(question)}>
              {renewals.anyway}
            </Button>
          )}
        </div>
      }
    >
      <div className="dialog-body">
        {seen.length > 0 && (
          <Panel tone="warning" title={renewals.moreFound} alert>
            {renewals.moreFoundText}
          </Panel>
        )}
        <Figures question={question} />
        <ul className="findings">
          {question.findings.map((finding, index) => {
            const words = findingWords(finding)
            const isNew = seen.length > 0 && !seen.some((old) => sameData(old, finding))
            return (
              // Findings have no id, and a question's never change.
              <li className="finding" key={`${finding.kind}-${String(index)}`}>
                <TriangleAlert size={16} aria-hidden="true" />
                <div>
                  <p className="finding-title untrusted">
                    {words.title}
                    {isNew && <span className="badge finding-new">{renewals.isNew}</span>}
                  </p>
                  <p className="soft small untrusted">{words.text}</p>
                </div>
              </li>
            )
          })}
        </ul>
      </div>
    </Modal>
  )
}

/** Price, balance and what is left: the last only where both are in one currency. */
function Figures({ question }: { readonly question: GuardQuestion }) {
  const { renewals } = pageWords()
  const { price, balance } = question
  const after =
    price && balance && price.currency === balance.currency
      ? { amount: minus(balance.amount, price.amount), currency: price.currency }
      : null
  return (
    <dl className="figures num">
      <div>
        <dt>{renewals.price}</dt>
        <dd>{price ? formatMoney(price) : renewals.notKnown}</dd>
      </div>
      <div>
        <dt>{renewals.balance}</dt>
        <dd>{balance ? formatMoney(balance) : renewals.notKnown}</dd>
      </div>
      <div>
        <dt>{renewals.left}</dt>
        <dd className={after && after.amount < 0 ? 'figure-bad' : undefined}>
          {after ? formatMoney(after) : renewals.notKnown}
        </dd>
      </div>
    </dl>
  )
}
