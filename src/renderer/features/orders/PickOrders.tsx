import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react'
import type { Account } from '../../../shared/domain/account.ts'
import type { LiveOrder } from '../../../shared/domain/order.ts'
import { useOrderList } from '../../state/selectors.ts'
import { type PickTarget, setUi } from '../../state/uiStore.ts'
import { Button } from '../../ui/Button.tsx'
import { Modal } from '../../ui/Modal.tsx'
import type { OrderRow } from '../groups/offers.ts'
import { PickFilters } from './PickFilters.tsx'
import { ListTrouble, NeverRead, NoOrders } from './PickStates.tsx'
import { PickTable, SelectAllShown } from './PickTable.tsx'
import type { OrderPages } from './pages.ts'
import { allOrders, isNarrowed, type PickFilter } from './pickQuery.ts'
import {
  groupPrefill,
  nothingPicked,
  obstacle,
  type Selection,
  selectedWords,
  toggled,
  typeWords,
  withAll,
  without,
} from './selection.ts'
import { usePickOrders } from './usePickOrders.ts'
import './pick.css'
import { pageWords } from '../../words/pageWords.ts'

const noRows: readonly OrderRow[] = []

/** `Pick from orders`: finds orders in the vendor's list, ticks them, and hands them to the group editor. */
export default function PickOrders({
  target,
  account,
}: {
  readonly target: PickTarget
  readonly account: Account
}) {
  const list = useOrderList(account.id)
  const [filter, setFilter] = useState<PickFilter>({ ...allOrders, ungrouped: target.ungrouped })
  const [selection, setSelection] = useState<Selection>(nothingPicked)
  const words = useDeferredValue(filter.search)
  const { proxyType, country, endsWithinDays, ungrouped } = filter
  // Not of the filter as a whole: it changes at every key, before the words that main is asked with do.
  const asked = useMemo(
    () => ({ proxyType, country, endsWithinDays, ungrouped, search: words }),
    [proxyType, country, endsWithinDays, ungrouped, words],
  )
  const pages = usePickOrders(account.id, asked, `${list.readAt} ${list.ungrouped}`)
  const search = useRef<HTMLInputElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const onToggle = useCallback(
    (order: LiveOrder, on: boolean) => setSelection((old) => toggled(old, order, on)),
    [],
  )
  const close = () => setUi({ picking: null })
  const rows = pages.rows ?? noRows
  const orders = useMemo(() => rows.map((row) => row.order), [rows])
  const mixed = useMemo(() => typeWords(selection, orders), [selection, orders])
  return (
    <Modal
      title={pageWords().orders.pick}
      description={pageWords().orders.pickHint}
      large
      wide
      dismissOutside={false}
      initialFocus={search}
      onClose={close}
      foot={
        <PickFoot
          selection={selection}
          orders={orders}
          onClear={() => {
            setSelection(nothingPicked)
            // The button that was pressed is gone with the selection.
            search.current?.focus()
          }}
          onClose={close}
        />
      }
    >
      <div className="dialog-body scroll pick-body" ref={scroller}>
        <PickFilters filter={filter} countries={pages.countries} searchRef={search} onChange={setFilter} />
        <ListTrouble list={list} pageProblem={pages.problem} onReadAgain={pages.again} />
        {list.readAt === null ? (
          <NeverRead list={list} />
        ) : isWaiting(pages, list.count, asked) ? (
          <p className="faint small pick-wait">{pageWords().orders.looking}</p>
        ) : pages.rows === null ? null : rows.length === 0 ? (
          <NoOrders
            list={list}
            filter={asked}
            narrowed={isNarrowed(filter)}
            onClear={() => setFilter(allOrders)}
          />
        ) : (
          <div className="pick-orders" aria-busy={pages.reading}>
            <SelectAllShown
              rows={rows}
              selection={selection}
              onToggle={(on) => setSelection((old) => (on ? withAll(old, orders) : without(old, orders)))}
            />
            {mixed !== null && <p className="pick-mixed small">{mixed}</p>}
            <PickTable rows={rows} selection={selection} scroller={scroller} onToggle={onToggle} />
            <div className="pick-more small faint num">
              <span>{pageWords().orders.shownOf(rows.length, pages.total)}</span>
              {rows.length < pages.total && (
                <Button busy={pages.reading} onClick={pages.more}>
                  {pageWords().orders.more}
                </Button>
              )}
            </div>
          </div>
        )}
      </div>
    </Modal>
  )
}

/** No rows yet, or those of a list that was empty a moment ago: not the time to say that there are none. */
function isWaiting(pages: OrderPages, listed: number, filter: PickFilter): boolean {
  if (pages.rows === null) return pages.problem === null
  return pages.rows.length === 0 && pages.reading && listed > 0 && !isNarrowed(filter)
}

function PickFoot({
  selection,
  orders,
  onClear,
  onClose,
}: {
  readonly selection: Selection
  readonly orders: readonly LiveOrder[]
  readonly onClear: () => void
  readonly onClose: () => void
}) {
  const words = pageWords().orders
  const prefill = groupPrefill(selection)
  const picked = selection.orderIds.size
  const why = obstacle(selection)
  return (
    <div className="dialog-foot">
      <div className="pick-status num">
        <p className="soft" role="status">
          {picked > 0 && `${selectedWords(selection, orders)}. `}
          {why}
        </p>
        {picked > 0 && (
          <button type="button" className="link" onClick={onClear}>
            {words.clear}
          </button>
        )}
      </div>
      <Button onClick={onClose}>{words.cancel}</Button>
      {prefill !== null && (
        // This dialog waits behind the editor: whoever cancels that finds all ticks again.
        <Button look="primary" onClick={() => setUi({ editor: { kind: 'new', prefill } })}>
          {words.make(picked)}
        </Button>
      )}
    </div>
  )
}
