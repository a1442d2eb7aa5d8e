import type { KeyboardEvent } from 'react'
import type { GroupView } from '../../../shared/contract/snapshot.ts'
import { setUi } from '../../state/uiStore.ts'
import { renewButtonId } from '../renewals/renew.ts'

/** Frames waited for a row to come into the document: of a very long list only a part is in it. */
const frames = 60

/** The index that a key leads to from a row; null for a key that leads nowhere. `at` −1: from before the first. */
export function rowAfter(key: string, at: number, count: number): number | null {
  const last = count - 1
  if (last < 0) return null
  switch (key) {
    case 'ArrowDown':
      return Math.min(at + 1, last)
    case 'ArrowUp':
      return Math.max(at - 1, 0)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return null
  }
}

/** The place of the row that a key was pressed in; −1: of none. */
export function rowIndex(event: KeyboardEvent<HTMLElement>, groups: readonly GroupView[]): number {
  const target = event.target instanceof HTMLElement ? event.target.closest('li')?.id : undefined
  return groups.findIndex(({ group }) => `group-${group.id}` === target)
}

/**
 * Moves from row to row by the arrows, Home and End, onto each row's `Renew`: Enter is then the button's own. Keys with a
 * modifier, and those that something in the row has taken, are left alone.
 */
export function moveByKey(event: KeyboardEvent<HTMLElement>, groups: readonly GroupView[]): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
  const at = rowIndex(event, groups)
  const next = rowAfter(event.key, at, groups.length)
  if (next === null) return
  event.preventDefault()
  goToRow(groups[next])
}

/** Puts the focus onto a group's `Renew`, and chooses the group: what is beside the list follows. */
export function goToRow(view: GroupView | undefined): void {
  if (!view) return
  const { id } = view.group
  setUi({ chosenGroupId: id, revealedGroupId: id })
  focusWhenThere(renewButtonId(id), frames)
}

function focusWhenThere(id: string, left: number): void {
  const button = document.getElementById(id)
  if (button) {
    button.focus()
    button.scrollIntoView({ block: 'nearest' })
  } else if (left > 0) requestAnimationFrame(() => focusWhenThere(id, left - 1))
}
