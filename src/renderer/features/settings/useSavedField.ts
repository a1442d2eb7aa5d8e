import { useEffect, useRef, useState } from 'react'
import type { ContractError } from '../../../shared/contract/errors.ts'
import type { Result } from '../../../shared/domain/result.ts'

/** How long typing must rest before it is saved, in ms: no half-typed sum may count as a threshold. */
const rest = 1200

/** Whether what stands in a field is saved. */
export type SaveState = 'idle' | 'saving' | 'saved'

/**
 * A field that saves itself: when typing rests, on leaving it, on Enter. What main refuses is told at the field and
 * stays typed. `saved` is main's value as text; a change of it elsewhere shows unless the person is typing.
 */
export function useSavedField(
  saved: string,
  save: (text: string) => Promise<Result<unknown, ContractError>>,
  errorOf: (error: ContractError) => string,
) {
  const [text, setText] = useState(saved)
  const [state, setState] = useState<SaveState>('idle')
  const [error, setError] = useState<string>()
  const lastSaved = useRef(saved)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  useEffect(() => {
    // Taken out now: the function may run later, when the reference has moved on.
    const before = lastSaved.current
    setText((typed) => (typed === before ? saved : typed))
    lastSaved.current = saved
  }, [saved])
  useEffect(() => () => clearTimeout(timer.current), [])

  const commit = async (typed: string) => {
    clearTimeout(timer.current)
    if (typed.trim() === lastSaved.current) return setError(undefined)
    setState('saving')
    const answer = await save(typed)
    setState(answer.ok ? 'saved' : 'idle')
    setError(answer.ok ? undefined : errorOf(answer.error))
    if (answer.ok) lastSaved.current = typed.trim()
  }
  const change = (typed: string) => {
    setText(typed)
    setState('idle')
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void commit(typed), rest)
  }
  return { text, state, error, change, commit: () => void commit(text) }
}
