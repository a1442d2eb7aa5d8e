import { app } from 'electron'
import type { Settings } from '../../shared/domain/settings.ts'
import { languageFor } from '../../shared/words/language.ts'
import { catalogueOf, speak } from '../../shared/words/words.ts'

/** Has main speak the language that the settings ask for, or the system's. */
export async function speakAsSet({ language }: Pick<Settings, 'language'>): Promise<void> {
  const wanted = languageFor(language, app.getPreferredSystemLanguages())
  speak(wanted, await catalogueOf(wanted))
}
