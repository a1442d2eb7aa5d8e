import { type ParsedOrderIds, piecesOf } from '../../../shared/domain/rules/orderIds.ts'
import { proxyTypeLabel } from '../../../shared/domain/rules/proxyTypes.ts'
import { pageWords } from '../../words/pageWords.ts'
import type { IdFacts } from './idFacts.ts'

/** One piece of what was pasted, as a chip. */
export interface IdChip {
  /** As it was pasted. */
  readonly piece: string
  /** `bad` can be no order id and refuses the save; `odd` deserves a look and is saved all the same. */
  readonly tone: 'good' | 'odd' | 'bad'
  /** What is the matter with it, in a few words each. */
  readonly marks: readonly string[]
}

const order: Readonly<Record<IdChip['tone'], number>> = { bad: 0, odd: 1, good: 2 }

/**
 * A chip for each different piece of a pasted text: what deserves a look first, otherwise in the order of the text.
 * `facts`: of the ids among them.
 */
export function idChips(text: string, { invalid }: ParsedOrderIds, facts: readonly IdFacts[]): IdChip[] {
  const words = pageWords().groups.chips
  const times = new Map<string, number>()
  for (const piece of piecesOf(text)) times.set(piece, (times.get(piece) ?? 0) + 1)
  const bad = invalid.map((piece): IdChip => ({ piece, tone: 'bad', marks: [words.noId] }))
  const read = facts.map(({ id, unlisted, otherType, groups }): IdChip => {
    const often = times.get(id) ?? 1
    const marks = [
      ...(unlisted ? [words.unlisted] : []),
      ...(otherType === null ? [] : [proxyTypeLabel[otherType]]),
      ...(groups.length > 0 ? [words.inGroups(groups)] : []),
      ...(often > 1 ? [words.repeated(often)] : []),
    ]
    return { piece: id, tone: marks.length > 0 ? 'odd' : 'good', marks }
  })
  return [...bad, ...read].sort((a, b) => order[a.tone] - order[b.tone])
}
