import { memo, useEffect, useRef } from 'react'
import type { LiveOrder } from '../../../shared/domain/order.ts'
import { proxyTypeLabel } from '../../../shared/domain/rules/proxyTypes.ts'
import { useNow } from '../../state/now.ts'
import { count } from '../../words/counts.ts'
import { dateTimeWords } from '../../words/time.ts'
import { urgencyOf } from '../groups/ending.ts'
import type { OrderRow } from '../groups/offers.ts'
import { endWords, groupWords } from './pickWords.ts'
import { canPick, type Selection, shownState } from './selection.ts'

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
      Select all shown
    </label>
  )
}

/** The orders as a real table. In a narrow window each row is stacked; it stays a table to screen readers. */
export function PickTable({
  rows,
  selection,
  onToggle,
}: {
  readonly rows: readonly OrderRow[]
  readonly selection: Selection
  /** Stays the same function: a row that did not change is not drawn again. */
  readonly onToggle: (order: LiveOrder, on: boolean) => void
}) {
  const now = useNow()
  return (
    <table className="pick-table num" aria-label="Orders">
      <thead>
        <tr>
          <th scope="col">
            <span className="vh">Selected</span>
          </th>
          <th scope="col">Order</th>
          <th scope="col">Type</th>
          <th scope="col">Addresses</th>
          <th scope="col">Country</th>
          <th scope="col">End</th>
          <th scope="col">Groups</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row
            key={row.order.orderId}
            row={row}
            now={now}
            ticked={selection.orderIds.has(row.order.orderId)}
            allowed={canPick(selection, row.order)}
            onToggle={onToggle}
          />
        ))}
      </tbody>
    </table>
  )
}

const Row = memo(function Row({
  row: { order, groupNames },
  now,
  ticked,
  allowed,
  onToggle,
}: {
  readonly row: OrderRow
  readonly now: number
  readonly ticked: boolean
  readonly allowed: boolean
  readonly onToggle: (order: LiveOrder, on: boolean) => void
}) {
  const { orderId, proxyType, endsAt } = order
  const boxId = `pick-${orderId}`
  return (
    <tr className={`pick-row${ticked ? ' pick-row-on' : ''}`}>
      <td className="pick-cell-box">
        <input
          id={boxId}
          type="checkbox"
          className="pick-box"
          aria-label={`Pick ${orderId}`}
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
      <td className="pick-cell-type">{proxyType === null ? 'type not known' : proxyTypeLabel[proxyType]}</td>
      <td className="pick-cell-size" title={order.sample.join(', ') || undefined}>
        {order.addresses.toLocaleString('en-US')}
        <span className="pick-unit"> {order.addresses === 1 ? 'address' : 'addresses'}</span>
      </td>
      <td className="pick-cell-country untrusted">{order.countries.join(', ') || '–'}</td>
      <td
        className={`pick-cell-end end-text-${urgencyOf(endsAt, now)}`}
        title={endsAt === null ? undefined : dateTimeWords(endsAt)}
      >
        {endWords(order, now)}
      </td>
      <td
        className="pick-cell-groups untrusted"
        title={groupNames.length > 1 ? `In ${count(groupNames.length, 'group', 'groups')}` : undefined}
      >
        {groupWords(groupNames) ?? <span className="faint">no group</span>}
      </td>
    </tr>
  )
})
