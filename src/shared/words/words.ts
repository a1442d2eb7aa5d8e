import { en } from './en/index.ts'
import { type Language, setLanguage } from './language.ts'

/** What both sides say: texts, and functions that make one of figures and names. Complete in every language by type. */
export type Words = typeof en

let current: Words = en

/**
 * The words of the language spoken now; English until `speak` was called. To be asked when something is said, never kept:
 * the language may change.
 */
export function words(): Words {
  return current
}

/** Takes another language from now on. */
export function speak(language: Language, catalogue: Words): void {
  current = catalogue
  setLanguage(language)
}

/** The catalogue of a language; one that is not English is loaded when it is first wanted. */
export async function catalogueOf(language: Language): Promise<Words> {
  return language === 'en' ? en : (await import('./ru/index.ts')).ru
}
