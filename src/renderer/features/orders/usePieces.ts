import { type Range, useVirtualizer } from '@tanstack/react-virtual'
import { type FocusEvent, type RefObject, useCallback, useLayoutEffect, useState } from 'react'
import { overscan, rowsToKeep } from '../../ui/heldRows.ts'
import type { OrderRow } from '../groups/offers.ts'

/** A row's usual height, px: only until it is measured. */
const usualHeight = 44

/** A row, or (`space` above 0) the height in px of rows that are not in the document, before the row `index`. */
interface Piece {
  readonly index: number
  readonly space: number
}

/** What stands in the table's body: every row of a short list; of a long one those in sight, with spaces between. */
export function usePieces(
  rows: readonly OrderRow[],
  isLong: boolean,
  scroller: RefObject<HTMLElement | null>,
  body: RefObject<HTMLElement | null>,
) {
  const [margin, setMargin] = useState(0)
  const [held, setHeld] = useState<number | undefined>(undefined)
  const virtualizer = useVirtualizer({
    count: isLong ? rows.length : 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => usualHeight,
    getItemKey: useCallback((index: number) => rows[index]?.order.orderId ?? index, [rows]),
    rangeExtractor: useCallback((range: Range) => rowsToKeep(range, held), [held]),
    scrollMargin: margin,
    overscan,
  })
  useLayoutEffect(() => {
    // Filters and panels stand above the table in what scrolls, and may change their height.
    const [outer, inner] = [scroller.current, body.current]
    if (!isLong || !outer || !inner) return
    const top = inner.getBoundingClientRect().top - outer.getBoundingClientRect().top + outer.scrollTop
    if (Math.abs(top - margin) > 1) setMargin(top)
  })
  const onFocus = (event: FocusEvent) => {
    const index = event.target.closest('tr')?.dataset.index
    if (index !== undefined) setHeld(Number(index))
  }
  const all = isLong
    ? piecesOf(virtualizer.getVirtualItems(), margin, virtualizer.getTotalSize())
    : rows.map((_, index) => ({ index, space: 0 }))
  return { pieces: all, measure: virtualizer.measureElement, onFocus }
}

function piecesOf(
  items: readonly { readonly index: number; readonly start: number; readonly end: number }[],
  margin: number,
  total: number,
): Piece[] {
  const pieces: Piece[] = []
  let edge = margin
  for (const { index, start, end } of items) {
    if (start - edge > 0.5) pieces.push({ index, space: start - edge })
    pieces.push({ index, space: 0 })
    edge = end
  }
  const below = margin + total - edge
  return below > 0.5 ? [...pieces, { index: -1, space: below }] : pieces
}
