import type { KeyboardEvent } from 'react'
import type { GroupView } from '../../../shared/contract/snapshot.ts'
import { announce } from '../../state/messages.ts'
import { currentSnapshot } from '../../state/snapshotStore.ts'
import { setUi, useUi } from '../../state/uiStore.ts'
import { keyOf } from '../../ui/keyOf.ts'
import { pageWords } from '../../words/pageWords.ts'
import { planSelected } from '../due/dueActions.ts'
import { selectedUpTo, selectionOf, toggled } from './groupSelection.ts'
import { goToRow, rowAfter, rowIndex } from './rowKeys.ts'

/** Selects a group, or takes it out; a range begins here. */
export function toggleSelected(groupId: string): void {
  select(toggled(useUi.getState().selectedGroupIds, groupId), groupId)
}

/** Selects everything from where the last selection was made up to this group, as the list shows them. */
export function selectUpTo(shown: readonly GroupView[], groupId: string): void {
  const { selectedGroupIds, selectionFrom } = useUi.getState()
  select(selectedUpTo(selectedGroupIds, shown, selectionFrom, groupId), selectionFrom ?? groupId)
}

/** Selects every group that is shown. */
export function selectAll(shown: readonly GroupView[]): void {
  const { selectedGroupIds, selectionFrom } = useUi.getState()
  select(new Set([...selectedGroupIds, ...shown.map(({ group }) => group.id)]), selectionFrom)
}

/** Nothing is selected any more. */
export function clearSelection(): void {
  select(new Set(), null)
}

/** The keys of selecting, in the list: `x`, Shift with an arrow, Ctrl or Cmd with `a`, and `r` for what is selected. */
export function selectByKey(event: KeyboardEvent<HTMLElement>, shown: readonly GroupView[]): void {
  if (event.defaultPrevented || event.altKey) return
  const at = rowIndex(event, shown)
  const done =
    event.ctrlKey || event.metaKey ? byCommand(event, shown) : byPlainKey(event, shown, shown[at], at)
  if (done) event.preventDefault()
}

function byCommand(event: KeyboardEvent<HTMLElement>, shown: readonly GroupView[]): boolean {
  if (event.shiftKey || keyOf(event) !== 'a') return false
  selectAll(shown)
  return true
}

function byPlainKey(
  event: KeyboardEvent<HTMLElement>,
  shown: readonly GroupView[],
  view: GroupView | undefined,
  at: number,
): boolean {
  if (!view) return false
  const { id } = view.group
  if (event.shiftKey) {
    const next = event.key.startsWith('Arrow') ? rowAfter(event.key, at, shown.length) : null
    const to = next === null ? undefined : shown[next]
    if (!to) return false
    if (!useUi.getState().selectedGroupIds.has(id)) setUi({ selectionFrom: id })
    selectUpTo(shown, to.group.id)
    goToRow(to)
    return true
  }
  if (keyOf(event) !== 'x') return false
  toggleSelected(id)
  return true
}

/** Asks for the prices of what is selected of an account; false where nothing is. */
export function renewSelected(accountId: string): boolean {
  const groups = currentSnapshot()?.groups ?? []
  const { groupIds } = selectionOf(groups, accountId, [], useUi.getState().selectedGroupIds)
  if (groupIds.length === 0) return false
  void planSelected(groupIds)
  return true
}

function select(selectedGroupIds: ReadonlySet<string>, selectionFrom: string | null): void {
  setUi({ selectedGroupIds, selectionFrom })
  announce(pageWords().groupRows.selection.selected(selectedGroupIds.size, 0))
}
