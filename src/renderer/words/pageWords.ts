import type { Language } from '../../shared/words/language.ts'
import { catalogueOf, speak } from '../../shared/words/words.ts'
import { en } from './en/index.ts'

/** What only the window says: texts, and functions that make one of figures and names. Complete in every language by type. */
export type PageWords = typeof en

let current: PageWords = en
/** Grows with every language asked for: a slower one that was asked for before does not come after it. */
let asked = 0

/**
 * The window's words in the language spoken now. To be asked while drawing, never kept in a constant of a file: the
 * language may change, and then everything is drawn anew.
 */
export function pageWords(): PageWords {
  return current
}

/**
 * Takes another language from now on, and names it as the document's, so that a screen reader pronounces it; one that is
 * not English is loaded first. Of several at once the last one asked for counts. What is drawn is not touched.
 */
export async function speakInPage(language: Language): Promise<void> {
  asked += 1
  const own = asked
  const [shared, page] = await Promise.all([
    catalogueOf(language),
    language === 'en' ? en : import('./ru/index.ts').then(({ ru }) => ru),
  ])
  if (own !== asked) return
  current = page
  speak(language, shared)
  document.documentElement.lang = language
}
