import type { GroupView } from '../../../shared/contract/snapshot.ts'
import { endsInWords } from '../../../shared/domain/rules/ends.ts'
import { formatDateTime } from '../../../shared/words/intl.ts'
import { call } from '../../state/bridge.ts'
import { announce } from '../../state/messages.ts'
import { useNow } from '../../state/now.ts'
import { Button } from '../../ui/Button.tsx'
import { pageWords } from '../../words/pageWords.ts'
import { urgencyOf } from './ending.ts'
import { useGroupOrders } from './useGroupOrders.ts'

/** The orders of a group with what the vendor lists about each. */
export function GroupOrders({ view }: { readonly view: GroupView }) {
  const { orderIds } = view.group
  const listed = useGroupOrders(view.group)
  const now = useNow()
  const words = pageWords().groups.detail
  const copy = async () => {
    const answer = await call('text.copy', { text: orderIds.join('\n') })
    announce(answer.ok ? words.copied : answer.error.message)
  }
  return (
    <div className="detail-part">
      <div className="detail-part-head">
        <h3>{words.orders}</h3>
        <Button look="ghost" onClick={() => void copy()}>
          {words.copyIds}
        </Button>
      </div>
      <table className="orders num">
        <thead>
          <tr>
            <th scope="col">{words.order}</th>
            <th scope="col">{words.addresses}</th>
            <th scope="col">{words.country}</th>
            <th scope="col">{words.orderEnd}</th>
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
                      ? words.notReadable
                      : endsInWords(endsAt, now)
                    : listed
                      ? words.unlisted
                      : '–'}
                  {order?.autoExtend && <span className="faint"> · {words.auto}</span>}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
