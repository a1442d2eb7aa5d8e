import type { GroupView } from '../../../shared/contract/snapshot.ts'
import { pageWords } from '../../words/pageWords.ts'

/** What a row says while its renewal is on its way. `pending`: clicked, and main has not told its phase yet. */
export function progressWords(phase: GroupView['phase']): string {
  const words = pageWords().groupRows
  return phase === 'sending' ? words.paying : words.quoting
}

/**
 * The line a row may show of an outcome's sentence. In a row the outcomes' words stand for the outcome alone
 * (DESIGN.md, Names), so a sentence with one of them is left to the alert and the history. Null: nothing to show.
 */
export function rowDetail(detail: string): string | null {
  if (detail === '' || /\b(renewed|refused|not sent|unknown)\b/i.test(detail)) return null
  return detail
}
