import { type ReactNode, useContext } from 'react'
import { SettingsQuery, soughtIn } from './search.ts'

/**
 * One setting, which steps aside while another one is searched for. It stays mounted: what was typed into it and could
 * not be saved yet is not lost. `words`: what it is found by, its label and its hint.
 */
export function Setting({ words, children }: { readonly words: string; readonly children: ReactNode }) {
  const query = useContext(SettingsQuery)
  return (
    <div className="setting" hidden={!soughtIn(words, query)}>
      {children}
    </div>
  )
}
