import type { GroupView } from '../../../shared/contract/snapshot.ts'
import { endsInWords } from '../../../shared/domain/rules/ends.ts'
import { formatDateTime } from '../../../shared/words/intl.ts'
import { call } from '../../state/bridge.ts'
import { announce } from '../../state/messages.ts'
import { useNow } from '../../state/now.ts'
import { Button } from '../../ui/Button.tsx'
import { urgencyOf } from './ending.ts'
import { useGroupOrders } from './useGroupOrders.ts'

/** The orders of a group with what the vendor lists about each. */
export function GroupOrders({ view }: { readonly view: GroupView }) {
  const { orderIds } = view.group
  const listed = useGroupOrders(view.group)
  const now = useNow()
  const copy = async () => {
    const answer = await call('text.copy', { text: orderIds.join('\n') })
    announce(answer.ok ? 'Order ids copied.' : answer.error.message)
  }
  return (
    <div className="detail-part">
      <div className="detail-part-head">
        <h3>Orders</h3>
        <Button look="ghost" onClick={() => void copy()}>
          Copy ids
        </Button>
      </div>
      <table className="orders num">
        <thead>
          <tr>
            <th scope="col">Order</th>
            <th scope="col">Addresses</th>
            <th scope="col">Country</th>
            <th scope="col">End</th>
          </tr>
        </thead>
        <tbody>
          {orderIds.map((id) => {
            const order = listed?.get(id)
            const endsAt = order?.endsAt ?? null
            return (
              <tr key={id}>
                <td className="mono untrusted">{id}</td>
                <td title={order?.sample.join(', ')}>{order ? order.addresses : '–'}</td>
                <td className="untrusted">{order?.countries.join(', ') || '–'}</td>
                <td
                  className={`end-text-${urgencyOf(endsAt, now)}`}
                  title={endsAt === null ? undefined : formatDateTime(endsAt)}
                >
                  {order
                    ? endsAt === null
                      ? 'not readable'
                      : endsInWords(endsAt, now)
                    : listed
                      ? 'not listed'
                      : '–'}
                  {order?.autoExtend && <span className="faint"> · auto</span>}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
