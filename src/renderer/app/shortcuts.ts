import { useEffect } from 'react'
import { currentSnapshot } from '../state/snapshotStore.ts'
import { setUi, showView, useUi } from '../state/uiStore.ts'

/** Id of the view's search field, which `/` focuses. */
export const searchFieldId = 'search'

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  )
}

/** True where a key is meant for something else: a modifier, a field, an open dialog or menu. */
function isTaken(event: KeyboardEvent): boolean {
  return (
    event.defaultPrevented ||
    event.ctrlKey ||
    event.metaKey ||
    event.altKey ||
    isTyping(event.target) ||
    document.querySelector('[role="dialog"],[role="menu"]') !== null
  )
}

/** `/` goes to the search, `n` opens a new group. Neither while typing, in a dialog or with a modifier. */
export function useShortcuts(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isTaken(event) || !currentSnapshot()?.accounts.length) return
      if (event.key === '/') {
        const field = document.getElementById(searchFieldId)
        if (!field) return
        event.preventDefault()
        field.focus()
      } else if (event.key === 'n') {
        event.preventDefault()
        if (useUi.getState().view !== 'groups') showView('groups')
        setUi({ editor: { kind: 'new', prefill: {} } })
      }
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}
