import { useEffect } from 'react'
import { clearSelection, renewSelected } from '../features/groups/groupSelectionActions.ts'
import { selectAccount } from '../state/selectors.ts'
import { currentSnapshot } from '../state/snapshotStore.ts'
import { setUi, showView, useUi } from '../state/uiStore.ts'
import { keyOf } from '../ui/keyOf.ts'

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

/** What a key does; false where there is nothing to do it on, so that the key stays the browser's. */
const actions: Readonly<Record<string, () => boolean>> = {
  '/': () => {
    const field = document.getElementById(searchFieldId)
    field?.focus()
    return field !== null
  },
  n: () => {
    if (!currentSnapshot()?.accounts.length) return false
    if (useUi.getState().view !== 'groups') showView('groups')
    setUi({ editor: { kind: 'new', prefill: {} } })
    return true
  },
  r: () => {
    const snapshot = currentSnapshot()
    const { view, accountId } = useUi.getState()
    const account = snapshot && selectAccount(snapshot, accountId)
    return view === 'groups' && account !== null && renewSelected(account.id)
  },
  Escape: () => {
    if (useUi.getState().selectedGroupIds.size === 0) return false
    clearSelection()
    return true
  },
  '?': () => {
    setUi({ keysOpen: true })
    return true
  },
}

/**
 * `/` goes to the search, `n` opens a new group, `r` asks for the prices of what is selected, `?` shows all keys. None
 * of them while typing, in a dialog or with a modifier.
 */
export function useShortcuts(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isTaken(event) && actions[keyOf(event)]?.()) event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}
