import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import { type Amount, formatMoney } from '../../../shared/domain/rules/money.ts'
import { pageWords } from '../../words/pageWords.ts'
import { type Plot, seconds } from './course.ts'
import { markLines, markTitle, rowTime, rowWords } from './historyWords.ts'
import { inkAt, useLookStamp } from './plotInk.ts'
import { plotData, plotOptions, type RowPlace } from './plotOptions.ts'
import { draggedSum, useThresholdDrag } from './thresholdDrag.ts'

const height = 260

/**
 * The balance as a chart. A pointer reads it, and so do the arrow keys: a slider lies over it, whose value is the row
 * in words. The picture itself says nothing to a screen reader: the sentence beside it and the table do.
 * The threshold's line has a grip to drag it by; the keyboard's way is the field `Warn below` under the chart.
 */
export function BalancePlot({
  plot,
  threshold,
  onThreshold,
}: {
  readonly plot: Plot
  /** `Warn below`, in the chart's currency; null: not set. */
  readonly threshold: Amount | null
  /** Saves a threshold that was dragged, and tells by itself what went wrong. */
  readonly onThreshold: (sum: Amount) => Promise<unknown>
}) {
  const home = useRef<HTMLDivElement>(null)
  const chart = useRef<uPlot | null>(null)
  const [place, setPlace] = useState<RowPlace | null>(null)
  const [chosen, setChosen] = useState<number | null>(null)
  const look = useLookStamp()
  const last = plot.rows.length - 1
  const index = Math.min(chosen ?? last, last)
  const [lineTop, setLineTop] = useState<number | null>(null)
  const drag = useThresholdDrag(threshold, (clientY) => sumAt(chart.current, clientY), onThreshold)
  const line = useRef(threshold)

  useLayoutEffect(() => {
    const element = home.current
    // Colours are of the moment: a new look draws a new chart.
    if (!element || look < 0) return
    const lineAt = () => line.current
    const parts = { plot, threshold, lineAt, onLine: setLineTop, ink: inkAt(element), onRow: setPlace }
    line.current = threshold
    const made = new uPlot(
      plotOptions(parts, { width: element.clientWidth, height }),
      plotData(plot),
      element,
    )
    chart.current = made
    const sizes = new ResizeObserver(() => made.setSize({ width: element.clientWidth, height }))
    sizes.observe(element)
    return () => {
      sizes.disconnect()
      made.destroy()
      chart.current = null
      setPlace(null)
    }
  }, [plot, threshold, look])

  useLayoutEffect(() => {
    line.current = drag.shown
    chart.current?.redraw(false)
  }, [drag.shown])

  // The letters may come later than the first drawing.
  useEffect(() => {
    void document.fonts.ready.then(() => chart.current?.redraw(false, true))
  }, [])

  const show = (row: number) => {
    setChosen(row)
    const at = plot.rows[row]?.at
    if (chart.current && at !== undefined) {
      chart.current.setCursor({ left: chart.current.valToPos(at / seconds, 'x'), top: 0 })
    }
  }
  const shown = plot.rows[index]
  return (
    <div className="plot">
      <div className="plot-home" ref={home} aria-hidden="true" />
      <input
        className="plot-slider"
        type="range"
        min={0}
        max={last}
        value={index}
        aria-label={pageWords().balance.history.point}
        aria-valuetext={shown ? rowWords(shown, plot.currency) : ''}
        onChange={(event) => show(Number(event.target.value))}
        onFocus={() => show(index)}
        onBlur={() => chart.current?.setCursor({ left: -10, top: -10 })}
      />
      {lineTop !== null && (
        <span
          className={`plot-grip${drag.held ? ' plot-grip-held' : ''}`}
          style={{ top: lineTop }}
          title={pageWords().balance.history.drag}
          aria-hidden="true"
          {...drag.handlers}
        />
      )}
      {place && !drag.held && <Tip plot={plot} place={place} />}
    </div>
  )
}

/** The sum that a pointer's height stands for; null where no chart stands. */
function sumAt(chart: uPlot | null, clientY: number): Amount | null {
  if (!chart) return null
  const { top } = chart.over.getBoundingClientRect()
  return draggedSum(chart.posToVal(clientY - top, 'y'), chart.scales.y?.max ?? 0)
}

/** What stands at the row under the cursor. */
function Tip({ plot, place }: { readonly plot: Plot; readonly place: RowPlace }) {
  const row = plot.rows[place.index]
  if (!row) return null
  return (
    <div
      className={`plot-tip num${place.top < height / 2 ? ' plot-tip-below' : ''}`}
      style={{ left: `clamp(6rem, ${place.left}px, 100% - 6rem)`, top: place.top }}
      aria-hidden="true"
    >
      <p className="plot-tip-sum">{formatMoney({ amount: row.sum, currency: plot.currency })}</p>
      <p className="plot-tip-time">{rowTime(row)}</p>
      {row.payments.length > 0 && (
        <>
          <p className="plot-tip-title">{markTitle(row)}</p>
          {markLines(row).map((line, at) => (
            <p className="untrusted" key={`${String(at)} ${line}`}>
              {line}
            </p>
          ))}
        </>
      )}
    </div>
  )
}
