import { Search } from 'lucide-react'
import type { KeyboardEvent, RefObject } from 'react'
import './search.css'

/** A search as it stands in every view: its sign, a name that is heard, words that hint at what is searched. */
export function SearchField({
  label,
  hint,
  value,
  onChange,
  onKeyDown,
  id,
  inputRef,
}: {
  readonly label: string
  /** What is searched, seen while it is empty. */
  readonly hint: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onKeyDown?: (event: KeyboardEvent) => void
  /** `searchFieldId`, where it is the one that `/` goes to. */
  readonly id?: string
  readonly inputRef?: RefObject<HTMLInputElement | null>
}) {
  return (
    <label className="search">
      <Search size={15} aria-hidden="true" />
      <span className="vh">{label}</span>
      <input
        id={id}
        ref={inputRef}
        type="search"
        className="input"
        placeholder={hint}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
      />
    </label>
  )
}
