import { Search } from 'lucide-react'
import { searchFieldId } from '../../app/shortcuts.ts'
import { pageWords } from '../../words/pageWords.ts'

/** The search over all settings; Escape clears it. */
export function SettingsSearch({
  query,
  onChange,
}: {
  readonly query: string
  readonly onChange: (query: string) => void
}) {
  const { settings } = pageWords()
  return (
    <label className="search settings-search">
      <Search size={15} aria-hidden="true" />
      <span className="vh">{settings.search}</span>
      <input
        id={searchFieldId}
        type="search"
        className="input"
        placeholder={settings.search}
        value={query}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  )
}
