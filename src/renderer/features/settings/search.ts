import { createContext } from 'react'

/** What the settings are searched for; empty: all of them are shown. Within a section whose title has it, empty too. */
export const SettingsQuery = createContext('')

/** True when every word of the query is somewhere in the text, in upper or lower case. An empty query is in every text. */
export function soughtIn(text: string, query: string): boolean {
  const within = text.toLowerCase()
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => within.includes(word))
}
