import type { GroupView } from '../../../shared/contract/snapshot.ts'
import { words } from '../../../shared/words/words.ts'
import { pageWords } from '../../words/pageWords.ts'

/** What a row says while its renewal is on its way. `pending`: clicked, and main has not told its phase yet. */
export function progressWords(phase: GroupView['phase']): string {
  const { paying, quoting } = pageWords().groupRows
  return phase === 'sending' ? paying : quoting
}

/** English too: the vendor's own words, and what was recorded before the language was changed. */
const englishOutcomes = /\b(renewed|refused|not sent|unknown)\b/i

function namesAnOutcome(detail: string): boolean {
  const labels = Object.values(words().outcomes.labels)
  // `\b` knows no Cyrillic.
  const spoken = new RegExp(`(?<!\\p{L})(?:${labels.join('|')})(?!\\p{L})`, 'iu')
  return englishOutcomes.test(detail) || spoken.test(detail)
}

/**
 * The line a row may show of an outcome's sentence. In a row the outcomes' words stand for the outcome alone
 * (DESIGN.md, Names), so a sentence with one of them is left to the alert and the history. Null: nothing to show.
 */
export function rowDetail(detail: string): string | null {
  return detail === '' || namesAnOutcome(detail) ? null : detail
}
