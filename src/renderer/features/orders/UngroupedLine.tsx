import { useOrderList } from '../../state/selectors.ts'
import { setUi } from '../../state/uiStore.ts'
import { count } from '../../words/counts.ts'
import { ungroupedWords } from './pickWords.ts'
import './ungrouped.css'

/**
 * How many of the account's orders are in no group, with the way to them, and how much of the vendor's list could not
 * be understood; nothing when all are in one and all was.
 */
export function UngroupedLine({ accountId }: { readonly accountId: string }) {
  const { ungrouped, notUnderstood } = useOrderList(accountId)
  if (ungrouped === 0 && notUnderstood === 0) return null
  return (
    <div className="ungrouped num">
      {ungrouped > 0 && (
        <p>
          <span>{ungroupedWords(ungrouped)}</span>{' '}
          <button type="button" className="link" onClick={() => setUi({ picking: { ungrouped: true } })}>
            Show them
          </button>
        </p>
      )}
      {notUnderstood > 0 && (
        <p>{count(notUnderstood, 'record', 'records')} of the vendor’s list not understood</p>
      )}
    </div>
  )
}
