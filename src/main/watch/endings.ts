import { day, hour } from '../../shared/domain/rules/ends.ts'
import type { EndingsState, ToldEnd } from '../../shared/domain/watchState.ts'
import type { Delivery } from './quietHours.ts'

/** A group and its end, as the watch looks at it. */
export interface GroupEnd {
  readonly groupId: string
  readonly accountId: string
  /** As the person wrote it: to be cleaned before it is shown. */
  readonly name: string
  /** Soonest end of its orders, ms since the epoch; null: not known, which forgets nothing. */
  readonly endsAt: number | null
}

/** An end to be told. */
export interface Ending extends GroupEnd {
  readonly endsAt: number
  /** The stage reached, in days before the end; 0: it has ended. */
  readonly stage: number
}

/** What the endings are judged by. */
export interface EndingsLook {
  /** Every group there is: one that is missing was deleted, and is forgotten. */
  readonly groups: readonly GroupEnd[]
  /** Days before the end at which a group is told, in any order. */
  readonly stages: readonly number[]
  /** Ms since the epoch. */
  readonly now: number
  readonly delivery: (kind: 'endings' | 'ended') => Delivery
}

/** Ends of a group that are remembered: more than a list that falls behind can show. */
const mostEnds = 8
/** Ends less than this apart are one end: a vendor that rounds them anew at each read has not renewed anything. */
const sameEnd = hour

/**
 * Which groups to tell, most urgent first, and the state to keep. A group is told once per stage as its end comes
 * nearer, skipping to the most urgent stage it is in, and once when it has ended. A renewal that moves the end out of a
 * stage lets that stage be told again. Only an end that moved can do so, so that a clock set back repeats nothing.
 */
export function judgeEndings(
  previous: EndingsState,
  look: EndingsLook,
): { readonly next: EndingsState; readonly tell: readonly Ending[] } {
  const next: [string, readonly ToldEnd[]][] = []
  const tell: Ending[] = []
  for (const group of look.groups) {
    const remembered = previous[group.groupId] ?? []
    const { endsAt } = group
    if (endsAt === null) {
      if (remembered.length > 0) next.push([group.groupId, remembered])
      continue
    }
    const stage = stageOf(endsAt, look)
    const known = remembered.findLast((end) => Math.abs(end.endsAt - endsAt) < sameEnd)
    const end = known ?? { endsAt, told: inherited(remembered.at(-1), stage) }
    const isNews = stage !== null && stage < (end.told ?? Number.POSITIVE_INFINITY)
    const delivery = isNews ? look.delivery(stage === 0 ? 'ended' : 'endings') : 'hold'
    if (isNews && delivery === 'tell') tell.push({ ...group, endsAt, stage })
    const present = delivery === 'hold' ? end : { endsAt: end.endsAt, told: stage }
    const others = remembered.filter((other) => other !== known)
    next.push([group.groupId, [...others, present].slice(-mostEnds)])
  }
  return { next: Object.fromEntries(next), tell: tell.toSorted(byUrgency) }
}

/** The most urgent stage that an end is in, in days; 0: it has passed; null: it is further away than every stage. */
function stageOf(endsAt: number, { stages, now }: EndingsLook): number | null {
  const left = endsAt - now
  if (left <= 0) return 0
  const reached = stages.filter((stage) => left <= stage * day)
  return reached.length > 0 ? Math.min(...reached) : null
}

/**
 * What counts as told of an end that was not seen before. A group's first: nothing. An end in the place of another: a
 * stage in which the group was and still is needs no second word, a stage that it has left does.
 */
function inherited(before: ToldEnd | undefined, stage: number | null): number | null {
  if (before === undefined || before.told === null || stage === null) return null
  return Math.max(before.told, stage)
}

function byUrgency(a: Ending, b: Ending): number {
  return a.endsAt - b.endsAt || a.name.localeCompare(b.name, 'en') || (a.groupId < b.groupId ? -1 : 1)
}
