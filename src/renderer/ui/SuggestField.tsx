import { ChevronDown } from 'lucide-react'
import { type InputHTMLAttributes, type ReactNode, useState } from 'react'
import { type ControlProps, Field, type FieldProps } from './Field.tsx'
import { type Suggestion, SuggestList } from './SuggestList.tsx'

export type { Suggestion } from './SuggestList.tsx'

interface SuggestProps extends FieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly suggestions: readonly Suggestion[]
  readonly inputMode?: InputHTMLAttributes<HTMLInputElement>['inputMode']
  readonly suffix?: ReactNode
}

/**
 * A combobox that suggests and never insists: what is typed counts as it stands, without picking anything.
 * Built here because Base UI's (1.9) hides the rest of its dialog from assistive technology while its list is open,
 * and with it the button that saves.
 */
export function SuggestField({
  value,
  onChange,
  suggestions,
  inputMode,
  suffix,
  label,
  hint,
  error,
}: SuggestProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <div className="input-affix">
          <Combobox
            control={control}
            value={value}
            onChange={onChange}
            suggestions={suggestions}
            inputMode={inputMode}
          />
          {suffix}
        </div>
      )}
    </Field>
  )
}

/** The next place in a list of `size`, going round; from -1 (nowhere) onto its first or last. */
function step(from: number, by: 1 | -1, size: number): number {
  if (from === -1) return by === 1 ? 0 : size - 1
  return (from + by + size) % size
}

function Combobox({
  control,
  value,
  onChange,
  suggestions,
  inputMode,
}: {
  readonly control: ControlProps
  readonly value: string
  readonly onChange: (value: string) => void
  readonly suggestions: readonly Suggestion[]
  readonly inputMode: InputHTMLAttributes<HTMLInputElement>['inputMode']
}) {
  const [wantsOpen, setOpen] = useState(false)
  const [at, setAt] = useState(-1)
  const open = wantsOpen && suggestions.length > 0
  const listId = `${control.id}-list`
  const close = () => {
    setOpen(false)
    setAt(-1)
  }
  const pick = (index: number) => {
    const picked = suggestions[index]
    if (picked) onChange(picked.value)
    close()
  }
  const onKey = (event: React.KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setOpen(true)
      setAt(step(at, event.key === 'ArrowDown' ? 1 : -1, suggestions.length))
    } else if (open && event.key === 'Escape') {
      // The first Escape is the list's own; only the next one is the dialog's.
      event.stopPropagation()
      close()
    } else if (open && event.key === 'Enter' && at >= 0) {
      event.preventDefault()
      pick(at)
    }
  }
  return (
    <div className="suggest">
      <input
        {...control}
        className="input num"
        role="combobox"
        aria-expanded={open}
        aria-controls={open ? listId : undefined}
        aria-autocomplete="none"
        aria-activedescendant={open && at >= 0 ? `${listId}-${at}` : undefined}
        autoComplete="off"
        spellCheck={false}
        inputMode={inputMode}
        value={value}
        onChange={(event) => {
          close()
          onChange(event.target.value)
        }}
        onClick={() => setOpen(!open)}
        onBlur={close}
        onKeyDown={onKey}
      />
      {suggestions.length > 0 && <ChevronDown className="suggest-mark" size={14} aria-hidden="true" />}
      {open && <SuggestList id={listId} suggestions={suggestions} at={at} value={value} onPick={pick} />}
    </div>
  )
}
