/** A choice to narrow a list by: a native select whose first entry, `all`, narrows nothing and is null. */
export function FilterSelect<T extends string | number>({
  label,
  all,
  choices,
  wordsOf,
  value,
  onChange,
}: {
  /** Its name, told but not shown. */
  readonly label: string
  readonly all: string
  /** Each once, and none of them empty. */
  readonly choices: readonly T[]
  readonly wordsOf: (choice: T) => string
  readonly value: T | null
  readonly onChange: (value: T | null) => void
}) {
  return (
    <label className="select">
      <span className="vh">{label}</span>
      <select
        className="input"
        value={value ?? ''}
        onChange={({ target }) => onChange(choices.find((choice) => String(choice) === target.value) ?? null)}
      >
        <option value="">{all}</option>
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {wordsOf(choice)}
          </option>
        ))}
      </select>
    </label>
  )
}
