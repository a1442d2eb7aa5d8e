import { useId } from 'react'

/** A choice of few, side by side: native radio buttons, so that arrows, names and forms are the browser's own. */
export function Segments<T extends string>({
  id,
  label,
  choices,
  value,
  onChange,
}: {
  /** Of the choices' element, for whoever looks for it. */
  readonly id?: string
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
      <div className="segments" id={id} role="radiogroup" aria-labelledby={name}>
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
