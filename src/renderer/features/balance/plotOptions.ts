import uPlot from 'uplot'
import { type Amount, zero } from '../../../shared/domain/rules/money.ts'
import { isUnsure, type Plot, seconds } from './course.ts'
import { moneyTick, timeTick } from './historyWords.ts'
import { moneySteps } from './moneySteps.ts'
import type { PlotInk } from './plotInk.ts'
import { drawThreshold } from './plotThreshold.ts'

/** What a chart is drawn from. */
export interface PlotParts {
  readonly plot: Plot
  /** `Warn below`, in the chart's currency; null: not set. The axis reaches it. */
  readonly threshold: Amount | null
  /** The sum at which its line is drawn now: while it is dragged, another than `threshold`. */
  readonly lineAt: () => Amount | null
  /** Where the line was drawn, CSS pixels from the chart's top; null: there is none. */
  readonly onLine: (top: number | null) => void
  readonly ink: PlotInk
  /** The row under the cursor with its place in the drawing area, CSS pixels; null: none. */
  readonly onRow: (place: RowPlace | null) => void
}

/** A row of the chart and where it stands, in CSS pixels from the chart's top left. */
export interface RowPlace {
  readonly index: number
  readonly left: number
  readonly top: number
}

/** A mark is taken for meant within so many pixels. */
const markReach = 9

/** The rows as uPlot takes them: times, balances, and the marks, which stand on the line. */
export function plotData({ rows }: Plot): uPlot.AlignedData {
  const marks = (unsure: boolean) =>
    rows.map((row) => (row.payments.length > 0 && isUnsure(row) === unsure ? row.sum : null))
  return [rows.map(({ at }) => at / seconds), rows.map(({ sum }) => sum), marks(false), marks(true)]
}

/** The height of the axis in ten-thousandths: from nothing, or what the balance owed, to above the highest of all. */
export function plotRange({ low, high }: Plot, threshold: Amount | null): [number, number] {
  const floor = Math.min(zero, low.sum)
  const top = Math.max(high.sum, threshold ?? 0, floor + 10_000)
  return [floor, top + (top - floor) * 0.12]
}

const minute = 60
const hours = 60 * minute
const days = 24 * hours

/** Every step that the time's axis may have, in seconds; no tick is closer than what it says. uPlot's month is 30 days. */
const timeSteps = [
  // Seconds too: an account just connected has no more to show, and no axis stays without a label.
  ...[1, 2, 5, 10, 15, 30],
  ...[1, 2, 5, 10, 15, 30].map((count) => count * minute),
  ...[1, 2, 3, 6, 12].map((count) => count * hours),
  ...[1, 2, 3, 5, 7, 10, 15, 30, 60, 90, 120, 180, 365].map((count) => count * days),
]

/** A balance over time as steps, from nothing, with its threshold and the renewals marked. Nothing moves by itself. */
export function plotOptions(parts: PlotParts, size: { width: number; height: number }): uPlot.Options {
  const { plot, threshold, ink, onLine, onRow } = parts
  const [floor, top] = plotRange(plot, threshold)
  return {
    ...size,
    padding: [8, 26, 0, 0],
    legend: { show: false },
    select: { show: false, left: 0, top: 0, width: 0, height: 0 },
    scales: {
      x: { time: true, range: () => [plot.from / seconds, plot.to / seconds] },
      y: { range: () => [floor, top] },
    },
    axes: [
      {
        stroke: ink.words,
        font: ink.font,
        size: 28,
        gap: 6,
        space: 76,
        incrs: timeSteps,
        grid: { show: false },
        ticks: { stroke: ink.grid, width: 1, size: 4 },
        values: (_, splits, __, ___, step) => splits.map((at) => timeTick(at * seconds, step * seconds)),
      },
      {
        stroke: ink.words,
        font: ink.font,
        size: (_, labels) => Math.max(...(labels ?? []).map((label) => label.length), 3) * 7 + 10,
        gap: 8,
        space: 36,
        incrs: [...moneySteps],
        grid: { stroke: ink.grid, width: 1 },
        ticks: { show: false },
        values: (_, splits) => splits.map((units) => moneyTick(units, plot.currency)),
      },
    ],
    series: [
      {},
      {
        stroke: ink.line,
        width: 2,
        fill: (chart) => area(chart, ink),
        // A balance stays what it was until it is read anew.
        ...stepped(),
        points: { show: false },
      },
      marks(ink.paid, ink.surface),
      marks(ink.surface, ink.unsure),
    ],
    cursor: {
      y: false,
      drag: { x: false, y: false, setScale: false },
      dataIdx: (_, series, index) => (series === 1 ? index : null),
      points: { size: 9, width: 2, stroke: () => ink.surface, fill: () => ink.line },
      move: (chart, left, up) => (left < 0 ? [left, up] : [placeOf(chart, nearest(chart, plot, left)), up]),
    },
    hooks: {
      draw: [
        (chart) => {
          const sum = parts.lineAt()
          if (sum !== null) drawThreshold(chart, sum, plot, ink)
          onLine(sum === null ? null : chart.over.offsetTop + chart.valToPos(sum, 'y'))
        },
      ],
      setCursor: [(chart) => onRow(rowPlace(chart, plot))],
    },
  }
}

function stepped(): { paths?: uPlot.Series.PathBuilder } {
  const paths = uPlot.paths.stepped?.({ align: 1 })
  return paths ? { paths } : {}
}

/** Told apart by fill, not by colour alone: full is paid, hollow may have been. */
function marks(fill: string, stroke: string): uPlot.Series {
  return { paths: () => null, points: { show: true, size: 10, width: 2, fill, stroke } }
}

function area({ ctx, bbox }: uPlot, ink: PlotInk): CanvasGradient {
  const gradient = ctx.createLinearGradient(0, bbox.top, 0, bbox.top + bbox.height)
  gradient.addColorStop(0, ink.areaTop)
  gradient.addColorStop(1, ink.areaBottom)
  return gradient
}

function placeOf(chart: uPlot, index: number): number {
  return chart.valToPos(chart.data[0][index] ?? 0, 'x')
}

/** The row nearest to a place; a mark within reach goes before a mere reading. */
function nearest(chart: uPlot, { rows }: Plot, left: number): number {
  const closest = chart.posToIdx(left)
  const inReach = rows.flatMap(({ payments }, index) => {
    const away = payments.length === 0 ? Infinity : Math.abs(placeOf(chart, index) - left)
    return away <= markReach ? [{ index, away }] : []
  })
  return inReach.sort((a, b) => a.away - b.away)[0]?.index ?? closest
}

function rowPlace(chart: uPlot, plot: Plot): RowPlace | null {
  const { idx, left = -1 } = chart.cursor
  const row = left < 0 || idx === null || idx === undefined ? undefined : plot.rows[idx]
  if (!row || idx === null || idx === undefined) return null
  const { offsetLeft, offsetTop } = chart.over
  return { index: idx, left: offsetLeft + left, top: offsetTop + chart.valToPos(row.sum, 'y') }
}
