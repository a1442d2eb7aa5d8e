import type { Language } from '../../shared/words/language.ts'
import { catalogueOf, speak } from '../../shared/words/words.ts'
import { en } from './en/index.ts'

/** What only the window says: texts, and functions that make one of figures and names. Complete in every language by type. */
export type PageWords = typeof en

let current: PageWords = en

/**
 * The window's words in the language spoken now. To be asked while drawing, never kept in a constant of a file: the
 * language may change, and then everything is drawn anew.
 */
export function pageWords(): PageWords {
  return current
}

/** Takes another language from now on; one that is not English is loaded first. What is drawn is not touched. */
export async function speakInPage(language: Language): Promise<void> {
  const [shared, page] = await Promise.all([
    catalogueOf(language),
    language === 'en' ? en : import('./ru/index.ts').then(({ ru }) => ru),
  ])
  current = page
  speak(language, shared)
  document.documentElement.lang = language
}
