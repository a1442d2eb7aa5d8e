import { ListChecks } from 'lucide-react'
import type { Snapshot } from '../../../shared/contract/snapshot.ts'
import { call } from '../../state/bridge.ts'
import { useNow } from '../../state/now.ts'
import { Button } from '../../ui/Button.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { pageWords } from '../../words/pageWords.ts'
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
  const words = pageWords().orders
  const missing = notUnderstoodWords(list.notUnderstood)
  const repeated = repeatedWords(list.repeated)
  const reread = () => void call('orders.refresh', { accountId: list.accountId })
  if (pageProblem !== null) {
    return (
      <Panel
        tone="error"
        title={words.notShown}
        alert
        actions={<Button onClick={onReadAgain}>{words.tryAgain}</Button>}
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
          title={list.readAt === null ? words.notRead : words.notReadAgain}
          actions={
            <Button busy={list.reading} onClick={reread}>
              {words.tryAgain}
            </Button>
          }
        >
          <span className="untrusted">{list.problem}</span>
          {list.readAt !== null && ` ${words.shownWasRead(agoWords(list.readAt, now))}`}
        </Panel>
      )}
      {missing !== null && <Panel tone="warning" title={missing} />}
      {repeated !== null && <p className="faint small num">{repeated}</p>}
    </>
  )
}

/** The vendor's list was never read: that it is being read, or the way to do so. */
export function NeverRead({ list }: { readonly list: ListState }) {
  const words = pageWords().orders
  if (list.reading) {
    return (
      <div aria-busy="true">
        <p className="faint small pick-wait">{words.reading}</p>
        <div className="skeleton pick-skeleton" aria-hidden="true" />
        <div className="skeleton pick-skeleton" aria-hidden="true" />
      </div>
    )
  }
  // With a problem, that says it all and has the button.
  if (list.problem !== null) return null
  return (
    <div className="empty">
      <h2>{words.never}</h2>
      <p className="soft">{words.neverText}</p>
      <Button onClick={() => void call('orders.refresh', { accountId: list.accountId })}>
        {words.readNow}
      </Button>
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
      {narrowed && list.count > 0 && <Button onClick={onClear}>{pageWords().orders.showAll}</Button>}
    </div>
  )
}

function noOrdersWords({ count, ungrouped }: ListState, filter: PickFilter) {
  const words = pageWords().orders
  if (count === 0) return words.none
  if (filter.ungrouped && ungrouped === 0) return words.noneLeft
  return words.noneFound
}
