import { type PointerEvent, useRef, useState } from 'react'
import { type Amount, amountOf, zero } from '../../../shared/domain/rules/money.ts'
import { useEscape } from '../../ui/useEscape.ts'
import { moneySteps } from './moneySteps.ts'

/** So many steps the height of a chart has for what is dragged: fine enough to choose, coarse enough for round sums. */
const steps = 150

/**
 * The sum that a place in the chart stands for: a round one, never below nothing nor above the chart.
 * `units`: ten-thousandths at the place; `top`: those at the chart's top.
 */
export function draggedSum(units: number, top: number): Amount {
  const step = moneySteps.find((size) => size >= top / steps) ?? 100
  const highest = Math.floor(top / step) * step
  const round = Math.round(units / step) * step
  return amountOf(Math.min(Math.max(round, 0), highest)) ?? zero
}

/**
 * Dragging the threshold's line. `saved`: main's value; `sumAt`: the sum at a pointer's height (CSS pixels of the
 * window), null where no chart stands; `save` answers when main has answered, and tells by itself what went wrong.
 * What is dragged shows until then. Escape puts the line back.
 */
export function useThresholdDrag(
  saved: Amount | null,
  sumAt: (clientY: number) => Amount | null,
  save: (sum: Amount) => Promise<unknown>,
) {
  const [dragged, setDragged] = useState<Amount | null>(null)
  const [held, setHeld] = useState(false)
  // The last place of the pointer: letting go may come before what was dragged is drawn.
  const at = useRef<Amount | null>(null)

  const drag = (sum: Amount | null) => {
    at.current = sum
    setDragged(sum)
  }
  const cancel = () => {
    setHeld(false)
    drag(null)
  }
  useEscape(held, cancel)

  const drop = async () => {
    setHeld(false)
    const sum = at.current
    if (sum !== null && sum !== saved) await save(sum)
    drag(null)
  }
  const handlers = {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return
      event.preventDefault()
      event.currentTarget.setPointerCapture(event.pointerId)
      setHeld(true)
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (held) drag(sumAt(event.clientY))
    },
    onPointerUp: () => {
      if (held) void drop()
    },
    onPointerCancel: cancel,
  }
  return { shown: dragged ?? saved, held, handlers }
}
