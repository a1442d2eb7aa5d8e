import type { Movement } from '../../shared/domain/renewal.ts'
import { day } from '../../shared/domain/rules/ends.ts'

/** Something that extended an order, or may have: a renewal of ours. Times in ms since the epoch. */
export interface Extension {
  /** The first and the last moment at which the vendor can have done it. */
  readonly from: number
  readonly to: number
  readonly days: number
  /** False: it may just as well not have happened. */
  readonly certain: boolean
  /** The order's end as it was read right before this one was sent; null or absent: it was not. */
  readonly seen?: number | null
}

/** What is known of one order around a renewal. Ends in ms since the epoch; null: could not be read. */
export interface OrderFacts {
  readonly before: number | null
  readonly after: number | null
  /** The renewal in question, as if it had happened in its time. */
  readonly own: Extension
  /** The same at any moment until the end was read: a vendor can be late, and a wall clock wrong. */
  readonly late: Extension
  /** Every other renewal that touched the order, before the one in question and after it, in order of time. */
  readonly earlier: readonly Extension[]
  readonly later: readonly Extension[]
  /** The vendor may have extended the order by itself meanwhile, by a period that nobody told. */
  readonly auto: boolean
}

/** Where an end may lie, both bounds in ms since the epoch. */
interface Span {
  readonly from: number
  readonly to: number
}

/** A period may be off by this much and still be the period (DESIGN.md, Settle). */
const tolerance = day

/** An end that differs by no more than this has not moved: vendors round. */
export const stillness = 60_000

/** Past this many explanations nothing can be told apart any more. */
const mostSpans = 32

/**
 * What an order's end says of one renewal (DESIGN.md, Settle): it moved when its end can be explained with the
 * renewal and in no way without it; it did not when that is the other way round.
 */
export function movementOf(facts: OrderFacts): Movement {
  const { before, after } = facts
  if (before === null || after === null) return 'unreadable'
  const movement = movementBetween(before, after, facts)
  // By what period auto-extend renews is not known: it explains every end that went on.
  return facts.auto && movement !== 'unmoved' && after > before ? 'unclear' : movement
}

function movementBetween(before: number, after: number, facts: OrderFacts): Movement {
  const { own, late, earlier, later } = facts
  const slack = slackOf([own], earlier, later)
  if (!isExplained(facts, slack)) return 'odd'
  const without = possibleEnds(before, earlier, later)
  const withIt = possibleEnds(before, earlier, [late], later)
  if (without === null || withIt === null) return 'unclear'
  const isAlone = earlier.length === 0 && later.length === 0
  if (lies(after, without, isAlone ? stillness : slack)) {
    return lies(after, withIt, slack) ? 'unclear' : 'unmoved'
  }
  // What only a renewal long after its time explains is rather somebody else's.
  return lies(after, possibleEnds(before, earlier, [own], later) ?? [], slack) ? 'moved' : 'odd'
}

/**
 * Whether every end that was read on the way can be what these renewals made of it, or some of them: a vendor's list may
 * be behind. If one cannot, somebody else had a hand in it, and may have made the last one too.
 */
function isExplained({ before, own, late, earlier, later }: OrderFacts, slack: number): boolean {
  if (before === null) return true
  const maybe = (list: readonly Extension[]) => list.map((extension) => ({ ...extension, certain: false }))
  return later.every(({ seen }, at) => {
    if (seen === null || seen === undefined) return true
    const spans = possibleEnds(
      before,
      maybe(earlier),
      maybe([{ ...late, from: own.from }]),
      maybe(later.slice(0, at)),
    )
    return spans === null || lies(seen, spans, slack)
  })
}

/** A day, and less for periods so short that a day could be one of them. */
function slackOf(...lists: readonly (readonly Extension[])[]): number {
  let slack = tolerance
  for (const list of lists) for (const { days } of list) slack = Math.min(slack, (days * day) / 4)
  return slack
}

function lies(end: number, spans: readonly Span[], slack: number): boolean {
  return spans.some(({ from, to }) => end >= from - slack && end <= to + slack)
}

/** Every place where an end can be after these extensions; null when there are too many to tell apart. */
function possibleEnds(before: number, ...lists: readonly (readonly Extension[])[]): readonly Span[] | null {
  let spans: Span[] = [{ from: before, to: before }]
  for (const list of lists) {
    for (const extension of list) {
      const next: Span[] = extension.certain ? [] : [...spans]
      for (const span of spans) extend(span, extension, next)
      if (next.length > mostSpans) return null
      spans = next
    }
  }
  return spans
}

/** On by the period; from the moment of the extension where the order had lapsed, or from its old end: vendors differ. */
function extend(span: Span, { from, to, days }: Extension, into: Span[]): void {
  const period = days * day
  add({ from: span.from + period, to: span.to + period }, into)
  if (span.from >= to) return
  add({ from: Math.max(span.from, from) + period, to: Math.max(span.to, to) + period }, into)
}

/** Adds a span that is not among them. */
function add({ from, to }: Span, into: Span[]): void {
  if (!into.some((span) => span.from === from && span.to === to)) into.push({ from, to })
}
