import { CircleAlert } from 'lucide-react'
import { type InputHTMLAttributes, type ReactNode, type Ref, useId } from 'react'

/** What a control inside a field takes: its id and the ids of what describes it. */
export interface ControlProps {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
}

/** What every field has: an exact name, perhaps a hint, perhaps an error. */
export interface FieldProps {
  readonly label: string
  /** Hints, counts and `(optional)` stand here, never in the name. */
  readonly hint?: ReactNode
  readonly error?: string | undefined
}

/** A labelled field: name, control, error, hint. The error is told (role `alert`) when it appears. */
export function Field({
  label,
  hint,
  error,
  children,
}: FieldProps & { readonly children: (control: ControlProps) => ReactNode }) {
  const id = useId()
  const described = [error ? `${id}-error` : '', hint ? `${id}-hint` : ''].filter((part) => part !== '')
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {children({
        id,
        'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {error && <FieldError id={`${id}-error`} text={error} />}
      {hint && (
        <div className="field-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
    </div>
  )
}

/** What is wrong with a field, at the field. */
export function FieldError({ id, text }: { readonly id: string; readonly text: string }) {
  return (
    <p className="field-error" id={id} role="alert">
      <CircleAlert size={14} aria-hidden="true" />
      <span>{text}</span>
    </p>
  )
}

/** A one-line text field. */
export function TextField({
  label,
  hint,
  error,
  ref,
  ...rest
}: FieldProps & InputHTMLAttributes<HTMLInputElement> & { readonly ref?: Ref<HTMLInputElement> }) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <input
          className="input"
          type="text"
          autoComplete="off"
          spellCheck={false}
          ref={ref}
          {...rest}
          {...control}
        />
      )}
    </Field>
  )
}
