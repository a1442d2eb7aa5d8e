import type { ReactNode, RefObject } from 'react'
import { TextField } from '../../ui/Field.tsx'
import { pageWords } from '../../words/pageWords.ts'

/**
 * The masked field for a key. It is read from the element when needed and never put into the page's state, and
 * `clearKey` empties it as soon as the key has gone to the keychain.
 */
export function KeyField({
  inputRef,
  hint,
  error,
}: {
  readonly inputRef: RefObject<HTMLInputElement | null>
  readonly hint: ReactNode
  readonly error: string | undefined
}) {
  return (
    <TextField
      label={pageWords().accounts.key}
      type="password"
      ref={inputRef}
      hint={hint}
      error={error}
      autoCapitalize="off"
      data-1p-ignore="true"
    />
  )
}

/** Empties the field, so that the page holds no copy of the key. */
export function clearKey(field: RefObject<HTMLInputElement | null>): void {
  if (field.current) field.current.value = ''
}
