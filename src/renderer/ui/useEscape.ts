import { useEffect, useRef } from 'react'

/**
 * While `active`, Escape is this part's alone, before anything around it hears it: a drag is called off, and the dialog
 * that it happens in stays open.
 */
export function useEscape(active: boolean, cancel: () => void): void {
  const latest = useRef(cancel)
  useEffect(() => {
    latest.current = cancel
  })
  useEffect(() => {
    if (!active) return
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      latest.current()
    }
    window.addEventListener('keydown', pressed, { capture: true })
    return () => window.removeEventListener('keydown', pressed, { capture: true })
  }, [active])
}
