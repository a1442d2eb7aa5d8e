import { maxOrdersInGroup, type ParsedOrderIds } from '../../../shared/domain/rules/orderIds.ts'
import { proxyTypeLabel } from '../../../shared/domain/rules/proxyTypes.ts'
import { pageWords } from '../../words/pageWords.ts'
import type { IdFacts } from './idFacts.ts'

const shown = 3

function some(items: readonly string[]): string {
  return pageWords().groupRows.ids.some(items.slice(0, shown), items.length - shown)
}

/** What was read from the pasted text: `12 orders · 2 repeats dropped · 1 entry is not an order id: a!b`. */
export function countWords(parsed: ParsedOrderIds): string {
  const words = pageWords().groupRows.ids
  const parts = [words.orders(parsed.ids.length)]
  if (parsed.ids.length > maxOrdersInGroup) parts.push(words.tooMany(maxOrdersInGroup))
  if (parsed.dropped > 0) parts.push(words.repeats(parsed.dropped))
  if (parsed.invalid.length > 0) parts.push(words.invalid(parsed.invalid.length, some(parsed.invalid)))
  return parts.join(' · ')
}

/** What deserves a look about ids, a line each: not in the vendor's list, of another type there, in another group too. */
export function idHints(facts: readonly IdFacts[]): string[] {
  const words = pageWords().groupRows.ids
  const idsWhere = (holds: (one: IdFacts) => boolean) => some(facts.filter(holds).map(({ id }) => id))
  const types = new Set(facts.flatMap(({ otherType }) => otherType ?? []))
  const names = new Set(facts.flatMap(({ groups }) => groups))
  const quoted = some([...names].map((name) => words.quoted(name)))
  return [
    ...(facts.some((one) => one.unlisted) ? [words.notListed(idsWhere((one) => one.unlisted))] : []),
    ...[...types].map((type) =>
      words.ofType(
        proxyTypeLabel[type],
        idsWhere((one) => one.otherType === type),
      ),
    ),
    ...(names.size > 0
      ? [
          words.alsoIn(
            quoted,
            idsWhere((one) => one.groups.length > 0),
          ),
        ]
      : []),
  ]
}
