import { useMemo } from 'react'
import type { GroupView } from '../../../shared/contract/snapshot.ts'
import { useSnapshot } from '../../state/snapshotStore.ts'
import { useUi } from '../../state/uiStore.ts'
import { Button } from '../../ui/Button.tsx'
import { focusSoon } from '../../ui/focusSoon.ts'
import { pageWords } from '../../words/pageWords.ts'
import { planSelected } from '../due/dueActions.ts'
import { renewButtonId } from '../renewals/renew.ts'
import { selectionOf } from './groupSelection.ts'
import { clearSelection, selectAll } from './groupSelectionActions.ts'
import './selection.css'

/** What is selected, at the foot of the list, where it moves no row; nothing while nothing is. */
export function SelectionBar({
  accountId,
  shown,
}: {
  readonly accountId: string
  readonly shown: readonly GroupView[]
}) {
  const groups = useSnapshot((snapshot) => snapshot.groups)
  const selected = useUi((ui) => ui.selectedGroupIds)
  const { groupIds, hidden, isWhole } = useMemo(
    () => selectionOf(groups, accountId, shown, selected),
    [groups, accountId, shown, selected],
  )
  if (groupIds.length === 0) return null
  const words = pageWords().groupRows.selection
  const clear = () => {
    const [first] = groupIds
    clearSelection()
    if (first !== undefined) focusSoon(() => document.getElementById(renewButtonId(first)))
  }
  return (
    <section className="selection num" aria-label={words.title}>
      <div className="selection-words">
        <p>{words.selected(groupIds.length, hidden)}</p>
        <p className="selection-links">
          {!isWhole && (
            <button type="button" className="link" onClick={() => selectAll(shown)}>
              {words.all(shown.length)}
            </button>
          )}
          <button type="button" className="link" onClick={clear}>
            {words.clear}
          </button>
        </p>
      </div>
      <Button look="primary" careful onClick={() => void planSelected(groupIds)}>
        {words.renew(groupIds.length)}
      </Button>
    </section>
  )
}
