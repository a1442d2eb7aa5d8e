import { useId } from 'react'

/** A choice of few, side by side: native radio buttons, so that arrows, names and forms are the browser's own. */
export function Segments<T extends string>({
  label,
  choices,
  value,
  onChange,
}: {
  readonly label: string
  readonly choices: readonly { readonly value: T; readonly label: string }[]
  readonly value: T
  readonly onChange: (value: T) => void
}) {
  const name = useId()
  return (
    <div className="field">
      <div className="field-label" id={name}>
        {label}
      </div>
      <div className="segments" role="radiogroup" aria-labelledby={name}>
        {choices.map((choice) => (
          <label className="segment" key={choice.value}>
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
            />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
    </div>
  )
}
