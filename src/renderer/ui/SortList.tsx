import { GripVertical } from 'lucide-react'
import {
  type KeyboardEvent,
  type PointerEvent,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { moved } from '../../shared/domain/rules/trayOrder.ts'
import { IconButton } from './Button.tsx'
import { useEscape } from './useEscape.ts'
import './sortList.css'

/** What can be put in another place. */
export interface SortItem {
  readonly id: string
  readonly name: string
}

/**
 * A list that a person puts in order: each item is dragged by its grip, or moved by the arrows while the grip has the
 * focus. Escape ends a drag and puts the item back.
 */
export function SortList({
  label,
  items,
  grip,
  onSort,
}: {
  readonly label: string
  readonly items: readonly SortItem[]
  /** The name of an item's grip. */
  readonly grip: (name: string) => string
  /** The ids in their new order, and the one that was moved. */
  readonly onSort: (ids: readonly string[], movedId: string) => void
}) {
  const list = useRef<HTMLUListElement>(null)
  const gripId = useId()
  const ids = items.map(({ id }) => id)
  const known = ids.join(' ')
  // What was chosen shows until main has stored it: then the items are others than those that it was chosen from.
  const [chosen, setChosen] = useState<{ readonly from: string; readonly ids: readonly string[] } | null>(
    null,
  )
  const [held, setHeld] = useState<string | null>(null)
  const [focused, setFocused] = useState<string | null>(null)
  const shown = chosen?.from === known ? chosen.ids : ids
  const show = (next: readonly string[]) => setChosen({ from: known, ids: next })

  useLayoutEffect(() => {
    // An element that is moved in the document loses the focus.
    if (focused !== null && shown.length > 0) document.getElementById(`${gripId}-${focused}`)?.focus()
  }, [focused, shown, gripId])
  useEscape(held !== null, () => {
    setHeld(null)
    setChosen(null)
  })

  const take = (next: readonly string[], id: string) => {
    show(next)
    if (next.join(' ') !== known) onSort(next, id)
  }
  const byKey = (event: KeyboardEvent, id: string) => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (step === 0) return
    event.preventDefault()
    setFocused(id)
    take(moved(shown, id, shown.indexOf(id) + step), id)
  }
  const handlers = (id: string) => ({
    onKeyDown: (event: KeyboardEvent) => byKey(event, id),
    onBlur: () => setFocused(null),
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button === 0) setHeld(id)
    },
  })
  useDrag(held, list, {
    over: (place) => held !== null && show(moved(shown, held, place)),
    drop: (place) => {
      if (held !== null && place !== null) take(moved(shown, held, place), held)
      setHeld(null)
    },
  })
  return (
    <ul className="sort" aria-label={label} ref={list}>
      {shown.map((id) => {
        const item = items.find((one) => one.id === id)
        return (
          item && (
            <li key={id} className={`sort-item${held === id ? ' sort-item-held' : ''}`}>
              <IconButton
                id={`${gripId}-${id}`}
                className="sort-grip"
                label={grip(item.name)}
                icon={<GripVertical size={16} />}
                {...handlers(id)}
              />
              <span className="untrusted">{item.name}</span>
            </li>
          )
        )
      })}
    </ul>
  )
}

/**
 * Follows a pointer that holds an item: `over` is told the place that it is at, `drop` when it lets go, with the last
 * place (null: it did not move), for letting go may come before the last move is drawn.
 */
function useDrag(
  held: string | null,
  list: { readonly current: HTMLElement | null },
  does: { readonly over: (place: number) => void; readonly drop: (place: number | null) => void },
): void {
  const latest = useRef(does)
  useEffect(() => {
    latest.current = does
  })
  useEffect(() => {
    if (held === null) return
    let place: number | null = null
    const move = ({ clientY }: globalThis.PointerEvent) => {
      const rows = [...(list.current?.children ?? [])]
      const above = rows.filter((row) => {
        const { top, height } = row.getBoundingClientRect()
        return !row.classList.contains('sort-item-held') && top + height / 2 < clientY
      })
      place = above.length
      latest.current.over(place)
    }
    const up = () => latest.current.drop(place)
    window.addEventListener('pointermove', move)
    window.addEventListener('pointerup', up)
    window.addEventListener('pointercancel', up)
    return () => {
      window.removeEventListener('pointermove', move)
      window.removeEventListener('pointerup', up)
      window.removeEventListener('pointercancel', up)
    }
  }, [held, list])
}
