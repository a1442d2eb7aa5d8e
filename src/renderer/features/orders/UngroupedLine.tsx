import { useOrderList } from '../../state/selectors.ts'
import { setUi } from '../../state/uiStore.ts'
import './ungrouped.css'
import { pageWords } from '../../words/pageWords.ts'

/**
 * How many of the account's orders are in no group, with the way to them, and how much of the vendor's list could not
 * be understood; nothing when all are in one and all was.
 */
export function UngroupedLine({ accountId }: { readonly accountId: string }) {
  const { ungrouped, notUnderstood } = useOrderList(accountId)
  if (ungrouped === 0 && notUnderstood === 0) return null
  const words = pageWords().orders
  return (
    <div className="ungrouped num">
      {ungrouped > 0 && (
        <p>
          <span>{words.ungrouped(ungrouped)}</span>{' '}
          <button type="button" className="link" onClick={() => setUi({ picking: { ungrouped: true } })}>
            {words.showThem}
          </button>
        </p>
      )}
      {notUnderstood > 0 && <p>{words.notUnderstoodShort(notUnderstood)}</p>}
    </div>
  )
}
