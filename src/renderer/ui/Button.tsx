import type { ButtonHTMLAttributes, KeyboardEvent, MouseEvent, ReactNode, Ref } from 'react'
import { Spinner } from './Spinner.tsx'

/** How much a button weighs: one `primary` per view; `danger` for what spends past a warning or removes. */
export type ButtonLook = 'primary' | 'soft' | 'plain' | 'ghost' | 'danger' | 'bad'

/** A button with words on it. */
export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: ButtonLook
  readonly icon?: ReactNode
  /** Shows a spinner in the icon's place; the button keeps its place, its name and the focus. */
  readonly busy?: boolean
  readonly wide?: boolean
  /**
   * For what spends or settles: the second click of a double-click does nothing. It may land here only because
   * a dialog closed, or opened, under the pointer. Nor does a key that is held: it presses again and again.
   */
  readonly careful?: boolean
  readonly ref?: Ref<HTMLButtonElement>
}

/** A button with words on it. While busy it stays focusable (`aria-disabled`), and clicks go nowhere. */
export function Button({
  look = 'plain',
  icon,
  busy = false,
  wide = false,
  careful = false,
  children,
  className,
  onClick,
  onKeyDown,
  type = 'button',
  ...rest
}: ButtonProps) {
  const click = (event: MouseEvent<HTMLButtonElement>) => {
    if (busy || (careful && event.detail > 1)) event.preventDefault()
    else onClick?.(event)
  }
  const keyDown = (event: KeyboardEvent<HTMLButtonElement>) => {
    if (careful && event.repeat && event.key === 'Enter') event.preventDefault()
    onKeyDown?.(event)
  }
  return (
    <button
      type={type}
      className={`btn btn-${look}${wide ? ' btn-wide' : ''}${className ? ` ${className}` : ''}`}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      onClick={click}
      onKeyDown={keyDown}
      {...rest}
    >
      {busy ? <Spinner /> : icon}
      {children}
    </button>
  )
}

/** A button with an icon only. Its name is hidden text, so that it never competes with labelled fields. */
export function IconButton({
  label,
  icon,
  busy = false,
  className,
  onClick,
  ...rest
}: Omit<ButtonProps, 'look' | 'wide' | 'careful' | 'children'> & { readonly label: string }) {
  return (
    <button
      type="button"
      className={`btn btn-icon${className ? ` ${className}` : ''}`}
      title={label}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      onClick={busy ? undefined : onClick}
      {...rest}
    >
      {busy ? <Spinner /> : icon}
      <span className="vh">{label}</span>
    </button>
  )
}
