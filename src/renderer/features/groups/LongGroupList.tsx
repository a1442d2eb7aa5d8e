import { type Range, useVirtualizer } from '@tanstack/react-virtual'
import {
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { GroupView } from '../../../shared/contract/snapshot.ts'
import { useUi } from '../../state/uiStore.ts'
import { overscan, rowsToKeep } from '../../ui/heldRows.ts'

/** Where a row stands in a list of which only a part is in the document. */
export interface RowPlace {
  readonly index: number
  /** How many rows the whole list has. */
  readonly count: number
  /** Its upper edge in the list, px. */
  readonly start: number
  /** Takes the row's height as it really is. */
  readonly measure: (row: HTMLElement | null) => void
}

/** A row's usual height, px: only until it is measured. */
const usualHeight = 82
/** Px between two rows: `gap` of `.rows`. */
const gap = 5.6
/**
 * A list of very many groups: in the document is what is in sight, and the rows about the one that had the focus last,
 * so that no button goes away under a person's hands. Screen readers hear each row's place in the whole.
 */
export default function LongGroupList({
  groups,
  label,
  selecting,
  row,
  onKeyDown,
}: {
  readonly groups: readonly GroupView[]
  readonly label: string
  /** Some group is selected. */
  readonly selecting: boolean
  readonly row: (view: GroupView, place: RowPlace) => ReactNode
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}) {
  const scroller = useRef<HTMLDivElement>(null)
  const [held, setHeld] = useState<string | null>(null)
  const places = useMemo(() => new Map(groups.map(({ group }, index) => [group.id, index])), [groups])
  const heldAt = held === null ? undefined : places.get(held)
  const virtualizer = useVirtualizer({
    count: groups.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => usualHeight,
    getItemKey: useCallback((index: number) => groups[index]?.group.id ?? index, [groups]),
    rangeExtractor: useCallback((range: Range) => rowsToKeep(range, heldAt), [heldAt]),
    gap,
    overscan,
  })
  useScrollTo(places, (index) => virtualizer.scrollToIndex(index, { align: 'auto' }))
  const onFocus = (event: FocusEvent) => {
    const id = event.target.closest('li')?.id
    if (id?.startsWith('group-')) setHeld(id.slice('group-'.length))
  }
  const count = groups.length
  return (
    <div className={`rows rows-long scroll${selecting ? ' rows-selecting' : ''}`} ref={scroller}>
      <ul
        aria-label={label}
        onFocus={onFocus}
        onKeyDown={onKeyDown}
        style={{ height: virtualizer.getTotalSize() }}
      >
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const view = groups[index]
          return view && row(view, { index, count, start, measure: virtualizer.measureElement })
        })}
      </ul>
    </div>
  )
}

/** Brings a group into sight that a notification, the tray or an action has chosen, once the list has it. */
function useScrollTo(places: ReadonlyMap<string, number>, scrollTo: (index: number) => void): void {
  const chosen = useUi((ui) => ui.chosenGroupId)
  const revealed = useUi((ui) => ui.revealedGroupId)
  const latest = useRef(scrollTo)
  useEffect(() => {
    latest.current = scrollTo
  })
  const current = useRef(places)
  current.current = places
  const hasChosen = chosen !== null && places.has(chosen)
  const hasRevealed = revealed !== null && places.has(revealed)
  useEffect(() => {
    const index = hasChosen ? current.current.get(chosen) : undefined
    if (index !== undefined) latest.current(index)
  }, [chosen, hasChosen])
  useEffect(() => {
    const index = hasRevealed ? current.current.get(revealed) : undefined
    if (index !== undefined) latest.current(index)
  }, [revealed, hasRevealed])
}
