import { type RefObject, useRef } from 'react'
import type { DueRun } from '../../../shared/domain/dueRun.ts'
import { useNow } from '../../state/now.ts'
import { useSnapshot } from '../../state/snapshotStore.ts'
import { Button } from '../../ui/Button.tsx'
import { Modal } from '../../ui/Modal.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { pageWords } from '../../words/pageWords.ts'
import { DueTable } from './DueTable.tsx'
import { closeDue, planAgain, stopDue } from './dueActions.ts'
import { balanceWords, headline, paidProgress, pricedCount, shortWords } from './dueWords.ts'
import { PayButton } from './PayButton.tsx'
import './due.css'

/** `Renew all due`, or the same for selected groups: the plan with its prices, one yes, then progress and the results. It follows main's state. */
export default function DueDialog({ run }: { readonly run: DueRun }) {
  const cancel = useRef<HTMLButtonElement>(null)
  return (
    <Modal
      title={run.kind === 'due' ? pageWords().due.title : pageWords().due.titleSelected}
      description={
        <span role="status" className="num">
          {headline(run)}
        </span>
      }
      large
      dismissOutside={false}
      initialFocus={cancel}
      onClose={() => closeDue(run)}
      foot={
        <div className="dialog-foot">
          <Foot run={run} cancel={cancel} />
        </div>
      }
    >
      <div className="dialog-body scroll">
        <Progress run={run} />
        <Stops run={run} />
        <DueTable run={run} />
        <Accounts run={run} />
      </div>
    </Modal>
  )
}

function Progress({ run }: { readonly run: DueRun }) {
  if (run.phase !== 'quoting' && run.phase !== 'paying') return null
  const { done, all } =
    run.phase === 'quoting' ? { done: pricedCount(run), all: run.rows.length } : paidProgress(run)
  return (
    <progress
      className="due-progress"
      aria-label={pageWords().due.progress}
      value={done}
      max={Math.max(1, all)}
    />
  )
}

/** Why it will stop, or what stopped it. */
function Stops({ run }: { readonly run: DueRun }) {
  const short = run.phase === 'asking' ? shortWords(run) : null
  if (short !== null) {
    return (
      <Panel tone="warning" title={pageWords().due.shortTitle}>
        <span className="untrusted">{short}</span>
      </Panel>
    )
  }
  return run.stops.map((stop) => (
    <Panel
      key={`${stop.kind}-${stop.groupId}-${stop.accountId}`}
      tone={stop.kind === 'person' ? 'info' : 'warning'}
      title={run.phase === 'ended' ? pageWords().due.stopped : pageWords().due.stops}
    >
      <span className="untrusted">{stop.words}</span>
    </Panel>
  ))
}

/** The money of every account of the plan, before and after; never added up across them. */
function Accounts({ run }: { readonly run: DueRun }) {
  const { due } = pageWords()
  const several = useSnapshot((snapshot) => snapshot.accounts.length > 1)
  return (
    <dl className="due-accounts num">
      {run.accounts.map((account) => (
        <div key={account.accountId}>
          <dt className="untrusted">{several ? due.balanceOf(account.accountName) : due.balance}</dt>
          <dd>{balanceWords(account, run.phase) ?? due.notKnown}</dd>
        </div>
      ))}
    </dl>
  )
}

function Foot({
  run,
  cancel,
}: {
  readonly run: DueRun
  readonly cancel: RefObject<HTMLButtonElement | null>
}) {
  const { due } = pageWords()
  const now = useNow()
  if (run.phase === 'paying') {
    return (
      <>
        <Button onClick={() => closeDue(run)}>{due.hide}</Button>
        <Button ref={cancel} careful busy={run.stopping} onClick={() => void stopDue(run)}>
          {due.stop}
        </Button>
      </>
    )
  }
  if (run.phase === 'ended') {
    return (
      <Button ref={cancel} look="primary" onClick={() => closeDue(run)}>
        {due.done}
      </Button>
    )
  }
  const expired = run.confirmation !== null && now >= run.confirmation.expiresAt
  return (
    <>
      {expired && <p className="dialog-foot-note soft">{due.expired}</p>}
      <Button ref={cancel} onClick={() => closeDue(run)}>
        {due.cancel}
      </Button>
      {expired ? (
        <Button look="primary" onClick={() => void planAgain(run)}>
          {due.askAgain}
        </Button>
      ) : (
        <PayButton run={run} />
      )}
    </>
  )
}
