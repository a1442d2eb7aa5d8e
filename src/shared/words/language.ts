/** The languages that Leasebar speaks, as BCP 47 names them. */
export const languages = ['en', 'ru'] as const
/** A language that Leasebar speaks. */
export type Language = (typeof languages)[number]

/** What a person can set: a language, or that of the system. */
export const languageChoices = ['system', ...languages] as const
/** What a person can set. */
export type LanguageChoice = (typeof languageChoices)[number]

/** How dates and numbers are written in each: English with the day first and a point before the fraction. */
const locales = {
  en: { dates: 'en-GB', numbers: 'en-US' },
  ru: { dates: 'ru-RU', numbers: 'ru-RU' },
} as const

let current: Language = 'en'

/** The language spoken now. */
export function language(): Language {
  return current
}

/** Sets what `language` answers. Only for words.ts, which exchanges the catalogue with it. */
export function setLanguage(next: Language): void {
  current = next
}

/** The locales of the language spoken now, for Intl. */
export function locale(): (typeof locales)[Language] {
  return locales[current]
}

/**
 * The language for a choice. `preferred`: the system's languages, the most wanted first, as `ru-RU`; the first one that
 * is spoken is taken, and English where none of them is.
 */
export function languageFor(choice: LanguageChoice, preferred: readonly string[]): Language {
  if (choice !== 'system') return choice
  for (const tag of preferred) {
    const [primary] = tag.toLowerCase().split(/[-_]/, 1)
    const found = languages.find((one) => one === primary)
    if (found) return found
  }
  return 'en'
}
