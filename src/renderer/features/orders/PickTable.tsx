import { memo, type RefObject, useEffect, useRef } from 'react'
import type { LiveOrder } from '../../../shared/domain/order.ts'
import { proxyTypeLabel } from '../../../shared/domain/rules/proxyTypes.ts'
import { formatDateTime, formatNumber } from '../../../shared/words/intl.ts'
import { useNow } from '../../state/now.ts'
import { pageWords } from '../../words/pageWords.ts'
import { urgencyOf } from '../groups/ending.ts'
import type { OrderRow } from '../groups/offers.ts'
import { endWords, groupWords } from './pickWords.ts'
import { canPick, type Selection, shownState } from './selection.ts'
import { usePieces } from './usePieces.ts'

/** Ticks all orders that are shown and may be ticked, or takes them out. */
export function SelectAllShown({
  rows,
  selection,
  onToggle,
}: {
  readonly rows: readonly OrderRow[]
  readonly selection: Selection
  readonly onToggle: (on: boolean) => void
}) {
  const box = useRef<HTMLInputElement>(null)
  const orders = rows.map((row) => row.order)
  const state = shownState(selection, orders)
  useEffect(() => {
    // HTML has no attribute for it.
    if (box.current) box.current.indeterminate = state === 'some'
  }, [state])
  return (
    <label className="pick-all">
      <input
        ref={box}
        type="checkbox"
        className="pick-box"
        checked={state === 'all'}
        disabled={!orders.some((order) => canPick(selection, order))}
        onChange={() => onToggle(state !== 'all')}
      />
      {pageWords().orders.table.selectAll}
    </label>
  )
}

/** Up to so many rows all of them are in the document. */
const mostInDocument = 60

/**
 * The orders as a real table. In a narrow window each row is stacked; it stays a table to screen readers. Of very many
 * only those in sight are in the document, each with its place in the whole.
 */
export function PickTable({
  rows,
  selection,
  scroller,
  onToggle,
}: {
  readonly rows: readonly OrderRow[]
  readonly selection: Selection
  /** What the table scrolls in. */
  readonly scroller: RefObject<HTMLElement | null>
  /** Stays the same function: a row that did not change is not drawn again. */
  readonly onToggle: (order: LiveOrder, on: boolean) => void
}) {
  const now = useNow()
  const body = useRef<HTMLTableSectionElement>(null)
  const words = pageWords().orders.table
  const isLong = rows.length > mostInDocument
  const { pieces, measure, onFocus } = usePieces(rows, isLong, scroller, body)
  return (
    <table
      className="pick-table num"
      aria-label={words.title}
      aria-rowcount={isLong ? rows.length + 1 : undefined}
    >
      <thead>
        <tr aria-rowindex={isLong ? 1 : undefined}>
          <th scope="col">
            <span className="vh">{words.selected}</span>
          </th>
          <th scope="col">{words.order}</th>
          <th scope="col">{words.type}</th>
          <th scope="col">{words.addresses}</th>
          <th scope="col">{words.country}</th>
          <th scope="col">{words.end}</th>
          <th scope="col">{words.groups}</th>
        </tr>
      </thead>
      <tbody ref={body} onFocus={onFocus}>
        {pieces.map((piece) => {
          const row = rows[piece.index]
          if (row === undefined || piece.space > 0)
            return <tr key={`space-${piece.index}`} className="pick-space" style={{ height: piece.space }} />
          return (
            <Row
              key={row.order.orderId}
              row={row}
              now={now}
              ticked={selection.orderIds.has(row.order.orderId)}
              allowed={canPick(selection, row.order)}
              index={isLong ? piece.index : undefined}
              measure={isLong ? measure : undefined}
              onToggle={onToggle}
            />
          )
        })}
      </tbody>
    </table>
  )
}

const Row = memo(function Row({
  row: { order, groupNames },
  now,
  ticked,
  allowed,
  index,
  measure,
  onToggle,
}: {
  readonly row: OrderRow
  readonly now: number
  readonly ticked: boolean
  readonly allowed: boolean
  /** Its place in a long list, from 0; undefined: every row is in the document. */
  readonly index: number | undefined
  readonly measure: ((row: HTMLElement | null) => void) | undefined
  readonly onToggle: (order: LiveOrder, on: boolean) => void
}) {
  const { orderId, proxyType, endsAt } = order
  const words = pageWords().orders.table
  const boxId = `pick-${orderId}`
  return (
    <tr
      className={`pick-row${ticked ? ' pick-row-on' : ''}`}
      ref={measure}
      data-index={index}
      // The head is the first row.
      aria-rowindex={index === undefined ? undefined : index + 2}
    >
      <td className="pick-cell-box">
        <input
          id={boxId}
          type="checkbox"
          className="pick-box"
          aria-label={words.pick(orderId)}
          checked={ticked}
          disabled={!allowed}
          onChange={(event) => onToggle(order, event.target.checked)}
        />
      </td>
      <th scope="row" className="pick-cell-id">
        <label className="mono untrusted" htmlFor={boxId}>
          {orderId}
        </label>
      </th>
      <td className="pick-cell-type">{proxyType === null ? words.noType : proxyTypeLabel[proxyType]}</td>
      <td className="pick-cell-size" title={order.sample.join(', ') || undefined}>
        {formatNumber(order.addresses)}
        <span className="pick-unit"> {words.unit(order.addresses)}</span>
      </td>
      <td className="pick-cell-country untrusted">{order.countries.join(', ') || '–'}</td>
      <td
        className={`pick-cell-end end-text-${urgencyOf(endsAt, now)}`}
        title={endsAt === null ? undefined : formatDateTime(endsAt)}
      >
        {endWords(order, now)}
      </td>
      <td
        className="pick-cell-groups untrusted"
        title={groupNames.length > 1 ? words.inGroups(groupNames.length) : undefined}
      >
        {groupWords(groupNames) ?? <span className="faint">{words.noGroup}</span>}
      </td>
    </tr>
  )
})
