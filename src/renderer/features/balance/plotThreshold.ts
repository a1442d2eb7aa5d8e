import type uPlot from 'uplot'
import { type Amount, formatMoney } from '../../../shared/domain/rules/money.ts'
import { pageWords } from '../../words/pageWords.ts'
import { type Plot, seconds } from './course.ts'
import type { PlotInk } from './plotInk.ts'

/** Draws `Warn below` as a dashed line over the chart, its words at the end where they cover nothing. */
export function drawThreshold(chart: uPlot, threshold: Amount, plot: Plot, ink: PlotInk): void {
  const { ctx, bbox } = chart
  const ratio = devicePixelRatio
  const y = Math.round(chart.valToPos(threshold, 'y', true)) + 0.5
  ctx.save()
  ctx.strokeStyle = ink.threshold
  ctx.lineWidth = ratio
  ctx.setLineDash([5 * ratio, 4 * ratio])
  ctx.beginPath()
  ctx.moveTo(bbox.left, y)
  ctx.lineTo(bbox.left + bbox.width, y)
  ctx.stroke()
  ctx.setLineDash([])
  ctx.font = ink.font.replace(/^(\d+)px/, (_, size: string) => `${Number(size) * ratio}px`)
  // The axes' labels leave theirs behind.
  ctx.textAlign = 'left'
  ctx.textBaseline = 'bottom'
  const sum = formatMoney({ amount: threshold, currency: plot.currency })
  const words = pageWords().balance.history.warnBelow(sum)
  const x = wordsLeft(chart, plot, threshold, ctx.measureText(words).width)
  // A rim in the background's colour keeps them legible where there is no free place.
  ctx.lineWidth = 4 * ratio
  ctx.lineJoin = 'round'
  ctx.strokeStyle = ink.surface
  ctx.strokeText(words, x, y - 4 * ratio)
  ctx.fillStyle = ink.threshold
  ctx.fillText(words, x, y - 4 * ratio)
  ctx.restore()
}

/** Where the words begin, in canvas pixels: at the left, or at the right where only that end is free. */
function wordsLeft(chart: uPlot, plot: Plot, threshold: Amount, width: number): number {
  const gap = 6 * devicePixelRatio
  const left = chart.bbox.left + gap
  const right = chart.bbox.left + chart.bbox.width - gap - width
  const isFree = (from: number) => isBandFree(chart, plot, threshold, from, from + width)
  return !isFree(left) && isFree(right) ? right : left
}

/** True where neither line nor mark stands in the band above the threshold, between two canvas pixels. */
function isBandFree(chart: uPlot, { rows }: Plot, threshold: Amount, from: number, to: number): boolean {
  const bottom = chart.valToPos(threshold, 'y', true)
  const top = bottom - 24 * devicePixelRatio
  return rows.every((row, index) => {
    const next = rows[index + 1] ?? row
    const begins = chart.valToPos(row.at / seconds, 'x', true)
    const ends = chart.valToPos(next.at / seconds, 'x', true)
    const heights = [row.sum, next.sum].map((sum) => chart.valToPos(sum, 'y', true))
    // A step stays at its height and moves at its end: a fall beyond the words is not in their way.
    const inTheWay = ends <= to ? heights : heights.slice(0, 1)
    const isAside = ends < from || begins > to
    return isAside || Math.max(...inTheWay) < top || Math.min(...inTheWay) > bottom
  })
}
