import { type ParsedOrderIds, piecesOf } from '../../../shared/domain/rules/orderIds.ts'
import { type ProxyType, proxyTypeLabel } from '../../../shared/domain/rules/proxyTypes.ts'
import { pageWords } from '../../words/pageWords.ts'
import type { OtherGroup } from './idHints.ts'
import type { OrderRow } from './offers.ts'

/** One piece of what was pasted, as a chip. */
export interface IdChip {
  /** As it was pasted. */
  readonly piece: string
  /** `bad` can be no order id and refuses the save; `odd` deserves a look and is saved all the same. */
  readonly tone: 'good' | 'odd' | 'bad'
  /** What is the matter with it, in a few words each. */
  readonly marks: readonly string[]
}

/** What the chips are made of. */
export interface ChipFacts {
  readonly text: string
  readonly parsed: ParsedOrderIds
  readonly proxyType: ProxyType
  /** The vendor's orders; null while they are not known. */
  readonly rows: readonly OrderRow[] | null
  /** False: `rows` are the first of a longer list, so that what is not in them may be in it. */
  readonly whole: boolean
  readonly others: readonly OtherGroup[]
}

const order: Readonly<Record<IdChip['tone'], number>> = { bad: 0, odd: 1, good: 2 }

/** A chip for each different piece of a pasted text: what deserves a look first, otherwise in the order of the text. */
export function idChips({ text, parsed, proxyType, rows, whole, others }: ChipFacts): IdChip[] {
  const words = pageWords().groups.chips
  const times = new Map<string, number>()
  for (const piece of piecesOf(text)) times.set(piece, (times.get(piece) ?? 0) + 1)
  const listed = rows && new Map(rows.map((row) => [row.order.orderId, row.order]))
  const holders = new Map<string, string>()
  for (const { name, orderIds } of others) for (const id of orderIds) holders.set(id, name)

  const marksOf = (id: string): string[] => {
    const live = listed?.get(id)
    const holder = holders.get(id)
    const marks: string[] = []
    if (listed && whole && !live) marks.push(words.unlisted)
    if (live?.proxyType && live.proxyType !== proxyType) marks.push(proxyTypeLabel[live.proxyType])
    if (holder !== undefined) marks.push(words.inGroup(holder))
    const often = times.get(id) ?? 1
    if (often > 1) marks.push(words.repeated(often))
    return marks
  }

  const good = parsed.ids.map((piece): IdChip => {
    const marks = marksOf(piece)
    return { piece, tone: marks.length > 0 ? 'odd' : 'good', marks }
  })
  const bad = parsed.invalid.map((piece): IdChip => ({ piece, tone: 'bad', marks: [words.noId] }))
  return [...bad, ...good].sort((a, b) => order[a.tone] - order[b.tone])
}
