import { ListChecks } from 'lucide-react'
import type { Snapshot } from '../../../shared/contract/snapshot.ts'
import { call } from '../../state/bridge.ts'
import { useNow } from '../../state/now.ts'
import { Button } from '../../ui/Button.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { agoWords } from '../../words/time.ts'
import type { PickFilter } from './pickQuery.ts'
import { notUnderstoodWords, repeatedWords } from './pickWords.ts'

/** How an account's list of orders stands, as main tells it. */
export type ListState = Snapshot['orders'][number]

/** What is wrong with the list, or with reading a page of it, with the way out; nothing while all is well. */
export function ListTrouble({
  list,
  pageProblem,
  onReadAgain,
}: {
  readonly list: ListState
  /** Why the orders could not be had from main; null: they could. */
  readonly pageProblem: string | null
  readonly onReadAgain: () => void
}) {
  const now = useNow()
  const missing = notUnderstoodWords(list.notUnderstood)
  const repeated = repeatedWords(list.repeated)
  const reread = () => void call('orders.refresh', { accountId: list.accountId })
  if (pageProblem !== null) {
    return (
      <Panel
        tone="error"
        title="The orders could not be shown"
        alert
        actions={<Button onClick={onReadAgain}>Try again</Button>}
      >
        {pageProblem}
      </Panel>
    )
  }
  return (
    <>
      {list.problem !== null && (
        <Panel
          tone="warning"
          title={
            list.readAt === null
              ? 'The vendor’s list of orders could not be read'
              : 'The vendor’s list of orders could not be read again'
          }
          actions={
            <Button busy={list.reading} onClick={reread}>
              Try again
            </Button>
          }
        >
          <span className="untrusted">{list.problem}</span>
          {list.readAt !== null && ` What is shown was read ${agoWords(list.readAt, now)}.`}
        </Panel>
      )}
      {missing !== null && <Panel tone="warning" title={missing} />}
      {repeated !== null && <p className="faint small num">{repeated}</p>}
    </>
  )
}

/** The vendor's list was never read: that it is being read, or the way to do so. */
export function NeverRead({ list }: { readonly list: ListState }) {
  if (list.reading) {
    return (
      <div aria-busy="true">
        <p className="faint small pick-wait">Reading your orders…</p>
        <div className="skeleton pick-skeleton" aria-hidden="true" />
        <div className="skeleton pick-skeleton" aria-hidden="true" />
      </div>
    )
  }
  // With a problem, that says it all and has the button.
  if (list.problem !== null) return null
  return (
    <div className="empty">
      <h2>Your orders were not read yet</h2>
      <p className="soft">Leasebar has not seen the vendor’s list of this account.</p>
      <Button onClick={() => void call('orders.refresh', { accountId: list.accountId })}>Read it now</Button>
    </div>
  )
}

/** No order is left: the account has none, or the filters leave none. */
export function NoOrders({
  list,
  filter,
  narrowed,
  onClear,
}: {
  readonly list: ListState
  readonly filter: PickFilter
  readonly narrowed: boolean
  readonly onClear: () => void
}) {
  const { title, text } = noOrdersWords(list, filter)
  return (
    <div className="empty">
      <span className="empty-icon">
        <ListChecks size={22} aria-hidden="true" />
      </span>
      <h2>{title}</h2>
      <p className="soft">{text}</p>
      {narrowed && list.count > 0 && <Button onClick={onClear}>Show all orders</Button>}
    </div>
  )
}

function noOrdersWords({ count, ungrouped }: ListState, filter: PickFilter) {
  if (count === 0) return { title: 'No orders', text: 'The vendor lists no orders of this account.' }
  if (filter.ungrouped && ungrouped === 0)
    return { title: 'Nothing left over', text: 'Every order of this account is in a group.' }
  return { title: 'Nothing found', text: 'No order matches what you chose.' }
}
