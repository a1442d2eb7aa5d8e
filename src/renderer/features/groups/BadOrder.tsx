import { Copy, SearchX, Trash2 } from 'lucide-react'
import { useEffect, useId, useRef } from 'react'
import type { GroupView } from '../../../shared/contract/snapshot.ts'
import type { OrderSearch } from '../../../shared/domain/orderSearch.ts'
import { useMsLeft } from '../../state/countdown.ts'
import { useBalance } from '../../state/selectors.ts'
import { setUi } from '../../state/uiStore.ts'
import { Button } from '../../ui/Button.tsx'
import { Panel, type PanelTone } from '../../ui/Panel.tsx'
import { untilWords } from '../../words/time.ts'
import { copyBadIds, findBadOrder, removeBadOrders, stopSearch } from './badOrderActions.ts'
import { endText, endTitle, idWords, progressWords, saidWords } from './badOrderWords.ts'
import './badOrder.css'
import { pageWords } from '../../words/pageWords.ts'

interface BadOrderProps {
  readonly view: GroupView
  /** The buttons go by their plain names; else with the group's name added (see plainBadOrder). */
  readonly plain: boolean
  /** In a row the words of outcomes stand for nothing else. */
  readonly inRow: boolean
  /** Where the focus goes once the orders are removed, and all this with them. */
  readonly home: () => HTMLElement | null
}

/**
 * Finding the orders that the vendor does not accept: the button, how far the search has come, what it came to. The
 * button keeps its place all the while, so that the focus does.
 */
export default function BadOrder(props: BadOrderProps) {
  const { view, plain } = props
  const { search } = view
  const words = pageWords().groupRows.bad
  const hint = useId()
  const box = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const asking = search?.state === 'asking'
  const isOver = search !== null && !asking
  useEffect(() => {
    // Who waits for it here is to see all of it; who went elsewhere is left there.
    if (isOver && box.current?.contains(document.activeElement))
      box.current.scrollIntoView({ block: 'nearest' })
  }, [isOver])
  const stop = () => {
    // This button goes, the other stays.
    button.current?.focus()
    void stopSearch(view)
  }
  const named = (name: string) => (plain ? name : `${name}: ${view.group.name}`)
  return (
    <div className="bad-order num" ref={box}>
      <div className="bad-order-head">
        <Button
          ref={button}
          icon={<SearchX size={14} aria-hidden="true" />}
          busy={asking}
          aria-label={named(words.find)}
          aria-describedby={hint}
          onClick={() => void findBadOrder(view)}
        >
          {words.find}
        </Button>
        {asking && (
          <Button look="ghost" aria-label={named(words.stopSearch)} onClick={stop}>
            {words.stop}
          </Button>
        )}
        <span id={hint} className={search === null ? 'faint small' : 'vh'}>
          {words.free}
        </span>
      </div>
      {search && asking && <Progress view={view} search={search} name={named(words.progress)} />}
      {search && isOver && <End {...props} search={search} named={named} />}
    </div>
  )
}

function Progress({
  view,
  search,
  name,
}: {
  readonly view: GroupView
  readonly search: OrderSearch
  readonly name: string
}) {
  const balance = useBalance(view.group.accountId)
  // The search waits, or the account as a whole does.
  const until = search.waitsUntil ?? balance?.nextTryAt ?? null
  const left = useMsLeft(until)
  return (
    <>
      <progress className="bad-order-bar" aria-label={name} value={search.asked} max={search.most} />
      <p className="soft small">{progressWords(search)}</p>
      {until !== null && (
        <p className="soft small">{pageWords().groupRows.bad.nextQuote(untilWords(left))}</p>
      )}
    </>
  )
}

const tones: Readonly<Record<OrderSearch['state'], PanelTone>> = {
  asking: 'info',
  done: 'warning',
  stopped: 'info',
  failed: 'error',
}

function End(props: BadOrderProps & { search: OrderSearch; named: (name: string) => string }) {
  const { view, search, named, inRow, home } = props
  const { state, bad, orders } = search
  const words = pageWords().groupRows.bad
  const said = saidWords(search, inRow)
  const tone = state === 'done' && bad.length === 0 ? 'good' : tones[state]
  const remove = words.remove(bad.length)
  return (
    <Panel
      tone={tone}
      title={endTitle(search)}
      actions={
        bad.length > 0 && (
          <>
            {bad.length < orders ? (
              <Button
                icon={<Trash2 size={14} aria-hidden="true" />}
                aria-label={named(remove)}
                onClick={() => void removeBadOrders(view, home)}
              >
                {remove}
              </Button>
            ) : (
              <Button
                aria-label={named(words.edit)}
                onClick={() => setUi({ editor: { kind: 'edit', groupId: view.group.id } })}
              >
                {words.edit}
              </Button>
            )}
            <Button
              icon={<Copy size={14} aria-hidden="true" />}
              aria-label={named(words.copy)}
              onClick={() => void copyBadIds(bad)}
            >
              {words.copy}
            </Button>
          </>
        )
      }
    >
      {bad.length > 0 && <p className="bad-order-ids mono untrusted">{idWords(bad)}</p>}
      <p>{endText(search)}</p>
      {said !== null && <p className="untrusted">{said}</p>}
    </Panel>
  )
}
