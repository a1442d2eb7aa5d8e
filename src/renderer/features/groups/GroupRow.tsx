import { Ellipsis, Pin, TriangleAlert } from 'lucide-react'
import { lazy, type MouseEvent, memo, Suspense } from 'react'
import type { GroupView } from '../../../shared/contract/snapshot.ts'
import type { Renewal } from '../../../shared/domain/renewal.ts'
import { endsInWords } from '../../../shared/domain/rules/ends.ts'
import { proxyTypeLabel } from '../../../shared/domain/rules/proxyTypes.ts'
import { formatDateTime } from '../../../shared/words/intl.ts'
import { setUi } from '../../state/uiStore.ts'
import { Button } from '../../ui/Button.tsx'
import { rowMark } from '../autoExtend/autoExtendWords.ts'
import { renewButtonId, renewGroup } from '../renewals/renew.ts'
import { hasBadOrder } from './badOrderWords.ts'
import { EndMark } from './EndMark.tsx'
import { urgencyOf } from './ending.ts'
import type { RowPlace } from './LongGroupList.tsx'
import type { RowMenuTarget } from './RowMenu.tsx'
import { RowOutcome } from './RowOutcome.tsx'
import './row.css'
import { pageWords } from '../../words/pageWords.ts'

const BadOrder = lazy(() => import('./BadOrder.tsx'))

interface GroupRowProps extends Partial<RowPlace> {
  readonly view: GroupView
  readonly now: number
  /** The vendor's list was read: an end that is missing then is not known, instead of not read yet. */
  readonly listRead: boolean
  readonly chosen: boolean
  /** `Renew` was clicked and main has not answered yet. */
  readonly pending: boolean
  readonly fresh: Renewal | null
  /** Its buttons about bad orders go by their plain names. */
  readonly plain: boolean
  readonly selected: boolean
  /** Some group is selected: every row shows its box. */
  readonly selecting: boolean
  readonly menuOpen: boolean
  /** `range`: everything from the last one that was selected. */
  readonly onSelect: (groupId: string, range: boolean) => void
  readonly onMenu: (target: RowMenuTarget) => void
}

/** One group: when it ends, what it holds, how the last renewal went, and the one button that matters. */
export const GroupRow = memo(function GroupRow(props: GroupRowProps) {
  const { view, now, listRead, chosen, pending, fresh, plain, menuOpen, onMenu } = props
  const { selected, selecting, onSelect } = props
  const { index, count: rows, start, measure } = props
  const { group, endsAt } = view
  const words = pageWords().groupRows
  const urgency = urgencyOf(endsAt, now)
  const busy = pending || view.phase !== 'idle'
  const auto = rowMark(view.autoExtend)
  const pressing = urgency === 'urgent' || urgency === 'ended'
  return (
    <li
      className={`row${chosen ? ' row-chosen' : ''}${selected ? ' row-selected' : ''}`}
      id={`group-${group.id}`}
      ref={measure}
      data-index={index}
      aria-posinset={index === undefined ? undefined : index + 1}
      aria-setsize={rows}
      style={start === undefined ? undefined : { transform: `translateY(${start}px)` }}
      onMouseDown={(event) => {
        // Or a range of text is marked on the way.
        if (event.shiftKey) event.preventDefault()
      }}
      onClickCapture={(event) => {
        if (!selects(event)) return
        event.preventDefault()
        event.stopPropagation()
        onSelect(group.id, event.shiftKey)
      }}
      onContextMenu={(event) => {
        const anchor = event.currentTarget.querySelector('.row-more')
        if (!(anchor instanceof HTMLElement)) return
        event.preventDefault()
        onMenu({ view, anchor, at: pointerOf(event) })
      }}
    >
      <label className="row-lead">
        <EndMark urgency={urgency} endsAt={endsAt} now={now} rentPeriodDays={group.rentPeriodDays} />
        <input
          type="checkbox"
          className="row-box"
          aria-label={words.select(group.name)}
          checked={selected}
          // Until one is selected, Tab goes past it: `x` selects the row in focus.
          tabIndex={selecting ? 0 : -1}
          onChange={() => onSelect(group.id, false)}
        />
      </label>
      <div className="row-title">
        <button
          type="button"
          className="row-name untrusted"
          title={group.name}
          aria-current={chosen || undefined}
          onClick={() => setUi({ chosenGroupId: group.id, detailOpen: true })}
        >
          {group.name}
        </button>
        <span className="badge">{proxyTypeLabel[group.proxyType]}</span>
        {group.showInTray && (
          <span className="row-pin" title={words.pinned}>
            <Pin size={12} aria-hidden="true" />
            <span className="vh">{words.pinnedShort}</span>
          </span>
        )}
      </div>
      <div className="row-words row-rest">
        <p className="row-facts">
          <span
            className={`row-end num end-text-${urgency}`}
            title={endsAt === null ? undefined : formatDateTime(endsAt)}
          >
            {endsAt === null ? (listRead ? words.endUnknown : words.endUnread) : endsInWords(endsAt, now)}
          </span>
          <span className="row-size num">{words.size(group.orderIds.length, view.addresses)}</span>
          {auto !== null && <span>{auto}</span>}
          <OddIds view={view} />
        </p>
        <RowOutcome view={view} fresh={fresh} busy={busy} now={now} />
        {!busy && hasBadOrder(view) && (
          <Suspense fallback={null}>
            <BadOrder
              view={view}
              plain={plain}
              inRow
              home={() => document.getElementById(renewButtonId(group.id))}
            />
          </Suspense>
        )}
      </div>
      <div className="row-actions">
        <Button
          id={renewButtonId(group.id)}
          look={pressing ? 'primary' : 'soft'}
          busy={busy}
          careful
          aria-label={words.renewNamed(group.name)}
          onClick={() => void renewGroup(group.id)}
        >
          {words.renew}
        </Button>
        <button
          type="button"
          className="btn btn-icon row-more"
          title={words.more}
          aria-haspopup="menu"
          aria-expanded={menuOpen}
          onClick={(event) => onMenu({ view, anchor: event.currentTarget, at: null })}
        >
          <Ellipsis size={16} aria-hidden="true" />
          <span className="vh">{words.moreNamed(group.name)}</span>
        </button>
      </div>
    </li>
  )
})

/** Whether a click selects, and does not press what it falls on: with Ctrl, Cmd or Shift, but never on what pays. */
function selects({ ctrlKey, metaKey, shiftKey, target }: MouseEvent): boolean {
  return (
    (ctrlKey || metaKey || shiftKey) && target instanceof Element && target.closest('.row-actions') === null
  )
}

/** Where a pointer asked for the menu; null for the keyboard's menu key, which has none. */
function pointerOf({ button, clientX, clientY }: MouseEvent): RowMenuTarget['at'] {
  return button === 2 ? { x: clientX, y: clientY } : null
}

/** Ids that deserve a look: pointed out here, explained in the detail and the editor, never refused. */
function OddIds({ view }: { readonly view: GroupView }) {
  const odd = new Set([...view.notListed, ...view.otherType, ...view.inOtherGroups.map((one) => one.orderId)])
    .size
  if (odd === 0) return null
  return (
    <span className="row-odd num">
      <TriangleAlert size={12} aria-hidden="true" /> {pageWords().groupRows.toCheck(odd)}
    </span>
  )
}
