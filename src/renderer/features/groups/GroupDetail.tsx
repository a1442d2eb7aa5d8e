import { ArrowLeft, Pencil } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { GroupView } from '../../../shared/contract/snapshot.ts'
import type { Renewal } from '../../../shared/domain/renewal.ts'
import { endsInWords } from '../../../shared/domain/rules/ends.ts'
import { formatMoney } from '../../../shared/domain/rules/money.ts'
import { currentOutcome } from '../../../shared/domain/rules/outcomes.ts'
import { proxyTypeLabel } from '../../../shared/domain/rules/proxyTypes.ts'
import { formatDateTime } from '../../../shared/words/intl.ts'
import { call } from '../../state/bridge.ts'
import { useNow } from '../../state/now.ts'
import { useBalance, useListRead } from '../../state/selectors.ts'
import { useUi } from '../../state/uiStore.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { AutoExtend } from '../autoExtend/AutoExtend.tsx'
import { OutcomeMark } from '../renewals/OutcomeMark.tsx'
import { priceOf } from '../renewals/outcomeWords.ts'
import BadOrder from './BadOrder.tsx'
import { hasBadOrder } from './badOrderWords.ts'
import { GroupOrders } from './GroupOrders.tsx'
import { checkPrice, editGroup } from './groupActions.ts'
import './detail.css'
import { pageWords } from '../../words/pageWords.ts'

const editButtonId = 'edit-group'

/** A group in full: what it is, what deserves a look, its orders, its last renewals. Renewing stays in its row. */
export default function GroupDetail({
  view,
  onBack,
}: {
  readonly view: GroupView
  readonly onBack: (() => void) | null
}) {
  const { group } = view
  const words = pageWords().groups.detail
  const stamp = useUi((ui) => ui.historyStamp)
  return (
    <section className="detail scroll" aria-label={words.title}>
      <div className="detail-head">
        {onBack && <IconButton label={words.back} icon={<ArrowLeft size={16} />} onClick={onBack} />}
        <h2 className="detail-name untrusted">{group.name}</h2>
        <span className="badge">{proxyTypeLabel[group.proxyType]}</span>
      </div>
      <div className="detail-actions">
        <Button
          id={editButtonId}
          icon={<Pencil size={14} aria-hidden="true" />}
          onClick={() => editGroup(group.id)}
        >
          {words.edit}
        </Button>
        <Button onClick={() => void checkPrice(view)}>{words.checkPrice}</Button>
      </div>
      {/* In a wide window it stands in the row beside this. */}
      {onBack && view.phase === 'idle' && hasBadOrder(view) && (
        <BadOrder view={view} plain inRow={false} home={() => document.getElementById(editButtonId)} />
      )}
      <Facts view={view} />
      <Hints view={view} />
      <AutoExtend view={view} />
      <GroupOrders view={view} />
      {/* A renewal that ended makes the page old: a new stamp reads it anew. */}
      <LastRenewals key={stamp} view={view} />
    </section>
  )
}

function Facts({ view }: { readonly view: GroupView }) {
  const words = pageWords().groups.detail
  const now = useNow()
  const { group, endsAt, lastPrice } = view
  const listRead = useListRead(group.accountId)
  const currency = useBalance(group.accountId)?.money?.currency ?? lastPrice?.currency ?? ''
  const facts: readonly (readonly [string, string])[] = [
    [
      words.end,
      endsAt === null
        ? listRead
          ? words.endUnknown
          : words.endUnread
        : `${endsInWords(endsAt, now)}, ${formatDateTime(endsAt)}`,
    ],
    [words.renewsFor, words.days(group.rentPeriodDays)],
    [words.lastPrice, lastPrice ? formatMoney(lastPrice) : words.noPrice],
    [words.promo, group.promoCode ?? words.none],
    [
      words.limit,
      group.priceLimit === null ? words.none : formatMoney({ amount: group.priceLimit, currency }),
    ],
    [words.tray, group.showInTray ? words.yes : words.no],
  ]
  return (
    <dl className="facts num">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="untrusted">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Hints({ view }: { readonly view: GroupView }) {
  const { notListed, otherType, inOtherGroups } = view
  if (notListed.length + otherType.length + inOtherGroups.length === 0) return null
  const words = pageWords().groups.detail
  const names = [...new Set(inOtherGroups.map((one) => one.groupName))]
  return (
    <Panel tone="warning" title={words.look}>
      {notListed.length > 0 && <p>{words.notListed(notListed.join(', '))}</p>}
      {otherType.length > 0 && <p>{words.otherType(otherType.join(', '))}</p>}
      {names.length > 0 && <p>{words.alsoIn(names, inOtherGroups.map((one) => one.orderId).join(', '))}</p>}
    </Panel>
  )
}

/** The group's latest renewals; all of them are in History. */
function LastRenewals({ view }: { readonly view: GroupView }) {
  const words = pageWords().groups.detail
  const { id, accountId } = view.group
  const [rows, setRows] = useState<readonly Renewal[]>([])
  useEffect(() => {
    let current = true
    const page = { accountId, groupId: id, outcome: null, search: '', offset: 0, limit: 5 }
    void call('history.page', page).then((answer) => {
      if (current && answer.ok) setRows(answer.value.rows)
    })
    return () => {
      current = false
    }
  }, [id, accountId])
  return (
    <div className="detail-part">
      <h3>{words.renewals}</h3>
      {rows.length === 0 && <p className="faint small">{words.noRenewals}</p>}
      {rows.length > 0 && (
        <table className="orders num">
          <thead>
            <tr>
              <th scope="col">{words.time}</th>
              <th scope="col">{words.price}</th>
              <th scope="col">{words.outcome}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((renewal) => {
              const outcome = currentOutcome(renewal)
              const price = priceOf(renewal)
              return (
                <tr key={renewal.intent.id}>
                  <td>{formatDateTime(renewal.intent.startedAt)}</td>
                  <td>{price ? formatMoney(price) : '–'}</td>
                  <td>{outcome ? <OutcomeMark outcome={outcome} /> : words.underWay}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
    </div>
  )
}
