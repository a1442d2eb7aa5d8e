import { Autocomplete } from '@base-ui/react/autocomplete'
import type { ReactNode } from 'react'
import { Field, type FieldProps } from './Field.tsx'

/** A value on offer, and a word about it. */
export interface Suggestion {
  readonly value: string
  readonly note?: string
}

/**
 * A combobox that suggests and never insists: what is typed counts as it stands, without picking anything.
 * The list is not narrowed by what is typed, since the choices are few.
 */
export function SuggestField({
  value,
  onChange,
  suggestions,
  placeholder,
  inputMode,
  suffix,
  ...field
}: FieldProps & {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly suggestions: readonly Suggestion[]
  readonly placeholder?: string
  readonly inputMode?: 'numeric' | 'text'
  readonly suffix?: ReactNode
}) {
  return (
    <Field {...field}>
      {(control) => (
        <Autocomplete.Root
          items={suggestions}
          itemToStringValue={(item) => item.value}
          mode="none"
          openOnInputClick
          value={value}
          onValueChange={onChange}
        >
          <div className="input-affix">
            <Autocomplete.Input
              {...control}
              className="input"
              placeholder={placeholder}
              inputMode={inputMode}
              spellCheck={false}
            />
            {suffix}
          </div>
          {suggestions.length > 0 && (
            <Autocomplete.Portal>
              <Autocomplete.Positioner className="popup-positioner" sideOffset={4}>
                <Autocomplete.Popup className="popup popup-anchored">
                  <Autocomplete.List className="popup-list">
                    {(item: Suggestion) => (
                      <Autocomplete.Item className="popup-item" key={item.value} value={item}>
                        <span className="num untrusted">{item.value}</span>
                        {item.note && <span className="faint small">{item.note}</span>}
                      </Autocomplete.Item>
                    )}
                  </Autocomplete.List>
                </Autocomplete.Popup>
              </Autocomplete.Positioner>
            </Autocomplete.Portal>
          )}
        </Autocomplete.Root>
      )}
    </Field>
  )
}
