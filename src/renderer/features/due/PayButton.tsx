import { useEffect, useState } from 'react'
import type { DueRun } from '../../../shared/domain/dueRun.ts'
import { Button } from '../../ui/Button.tsx'
import { pageWords } from '../../words/pageWords.ts'
import { payDue } from './dueActions.ts'
import { sumsWords } from './dueWords.ts'

/** Ms for which a sum that has just appeared cannot be pressed: whoever aims at `Cancel` is not to pay. */
const settling = 700

/**
 * `Pay <sum>`. It has its place from the first moment on, and takes no click until its sum has stood there for a moment:
 * prices come in while somebody may be about to press what is beside it.
 */
export function PayButton({ run }: { readonly run: DueRun }) {
  const id = run.phase === 'asking' && run.count > 0 ? (run.confirmation?.id ?? null) : null
  const isThere = id !== null
  const [ready, setReady] = useState(false)
  useEffect(() => {
    setReady(false)
    if (!isThere) return
    const timer = setTimeout(() => setReady(true), settling)
    return () => clearTimeout(timer)
  }, [isThere])
  return (
    <Button
      look="primary"
      careful
      className="due-pay num"
      disabled={!isThere}
      aria-disabled={!ready || undefined}
      onClick={() => ready && void payDue(run)}
    >
      {isThere ? pageWords().due.paySum(sumsWords(run.sums)) : pageWords().due.pay}
    </Button>
  )
}
