import { useCallback, useEffect, useRef, useState } from 'react'
import type { ContractError } from '../../shared/contract/errors.ts'
import type { Result } from '../../shared/domain/result.ts'

/** Something read from main, and how the reading stands. */
export interface Read<T> {
  /** Null until it came; an older one stays while it is read anew. */
  readonly value: T | null
  /** Why it could not be read; null when it could. */
  readonly problem: string | null
}

/** Reads from main when shown, and again when `read` or `stamp` changes. `again`: after a problem. */
export function useRead<T>(
  read: () => Promise<Result<T, ContractError>>,
  stamp: string,
): Read<T> & { readonly again: () => void } {
  const [state, setState] = useState<Read<T>>({ value: null, problem: null })
  /** The newest reading: an answer to an older one is dropped. */
  const newest = useRef('')
  const run = useCallback(
    async (own: string) => {
      newest.current = own
      const answer = await read()
      if (own !== newest.current) return
      setState((old) =>
        answer.ok ? { value: answer.value, problem: null } : { ...old, problem: answer.error.message },
      )
    },
    [read],
  )
  useEffect(() => {
    void run(stamp)
    return () => {
      newest.current = ''
    }
  }, [run, stamp])
  return { ...state, again: () => void run(stamp) }
}
