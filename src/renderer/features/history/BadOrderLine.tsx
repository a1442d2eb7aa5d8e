import type { Renewal } from '../../../shared/domain/renewal.ts'
import { useSnapshot } from '../../state/snapshotStore.ts'
import { pageWords } from '../../words/pageWords.ts'
import BadOrder from '../groups/BadOrder.tsx'
import { hasBadOrder, plainBadOrder } from '../groups/badOrderWords.ts'
import { receiptButtonId } from './SettleBox.tsx'

/** In the receipt of a group's latest renewal, where the vendor did not accept its order ids: the search for them. */
export function BadOrderLine({ renewal }: { readonly renewal: Renewal }) {
  const { id, groupId, accountId } = renewal.intent
  const view = useSnapshot((snapshot) => snapshot.groups.find((one) => one.group.id === groupId) ?? null)
  const plain = useSnapshot((snapshot) =>
    plainBadOrder(snapshot.groups.filter((one) => one.group.accountId === accountId)),
  )
  if (view?.last?.renewalId !== id || view.phase !== 'idle' || !hasBadOrder(view)) return null
  return (
    <div>
      <dt>{pageWords().history.receipt.whichOrder}</dt>
      <dd>
        <BadOrder view={view} plain={plain === groupId} inRow={false} home={() => receiptButton(id)} />
      </dd>
    </div>
  )
}

/** The row's own button is what stays when the search is gone. */
function receiptButton(renewalId: string): HTMLElement | null {
  return document.getElementById(receiptButtonId(renewalId))
}
