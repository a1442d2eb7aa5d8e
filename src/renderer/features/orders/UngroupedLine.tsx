import { useOrderList } from '../../state/selectors.ts'
import { setUi } from '../../state/uiStore.ts'
import { ungroupedWords } from './pickWords.ts'
import './ungrouped.css'

/** How many of the account's orders are in no group, with the way to them; nothing when all are in one. */
export function UngroupedLine({ accountId }: { readonly accountId: string }) {
  const { ungrouped } = useOrderList(accountId)
  if (ungrouped === 0) return null
  return (
    <p className="ungrouped num">
      <span>{ungroupedWords(ungrouped)}</span>
      <button type="button" className="link" onClick={() => setUi({ picking: { ungrouped: true } })}>
        Show them
      </button>
    </p>
  )
}
