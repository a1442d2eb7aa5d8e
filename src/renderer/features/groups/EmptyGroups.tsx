import { Layers } from 'lucide-react'
import type { Account } from '../../../shared/domain/account.ts'
import { endsInWords } from '../../../shared/domain/rules/ends.ts'
import { documentedPeriods, proxyTypeLabel } from '../../../shared/domain/rules/proxyTypes.ts'
import { useNow } from '../../state/now.ts'
import { useSnapshot } from '../../state/snapshotStore.ts'
import { setUi } from '../../state/uiStore.ts'
import { Button } from '../../ui/Button.tsx'
import { PickButton } from '../orders/PickButton.tsx'
import { EndMark } from './EndMark.tsx'
import { urgencyOf } from './ending.ts'
import { NewGroupButton } from './NewGroupButton.tsx'
import { type Offer, offersOf } from './offers.ts'
import { useOrders } from './useOrders.ts'
import './offers.css'
import { pageWords } from '../../words/pageWords.ts'

/** An account without groups: what they are for, and those that its live orders would make. */
export default function EmptyGroups({ account }: { readonly account: Account }) {
  const words = pageWords().groups.none
  const rows = useOrders(account.id)
  const reading = useSnapshot(
    (snapshot) => snapshot.orders.find((one) => one.accountId === account.id)?.reading ?? false,
  )
  const dueDays = useSnapshot((snapshot) => snapshot.settings.dueDays)
  const now = useNow()
  const offers = rows ? offersOf(rows, { dueDays, now }) : []
  return (
    <div className="scroll empty-groups">
      <div className="empty">
        <span className="empty-icon">
          <Layers size={22} aria-hidden="true" />
        </span>
        <h2>{words.title}</h2>
        <p className="soft">{words.text}</p>
        <div className="empty-ways">
          <NewGroupButton look={offers.length > 0 ? 'plain' : 'primary'} />
          <PickButton />
        </div>
      </div>
      {reading && offers.length === 0 && <p className="faint small offers-wait">{words.reading}</p>}
      {offers.length > 0 && (
        <section className="offers">
          <h3 className="offers-title">{words.offers}</h3>
          {offers.map((offer) => (
            <OfferRow key={offer.name} offer={offer} />
          ))}
        </section>
      )}
    </div>
  )
}

function OfferRow({ offer }: { readonly offer: Offer }) {
  const words = pageWords().groups.none
  const now = useNow()
  const period = documentedPeriods[offer.proxyType][0] ?? 30
  const urgency = urgencyOf(offer.endsAt, now)
  const open = () =>
    setUi({
      editor: {
        kind: 'new',
        prefill: {
          name: offer.name,
          proxyType: offer.proxyType,
          orderIds: offer.orderIds.join('\n'),
          rentPeriodDays: String(period),
        },
      },
    })
  return (
    <div className="offer">
      <EndMark urgency={urgency} endsAt={offer.endsAt} now={now} rentPeriodDays={period} />
      <div className="row-words">
        <p className="row-title">
          <span className="row-name-static">{offer.name}</span>
          <span className="badge">{proxyTypeLabel[offer.proxyType]}</span>
        </p>
        <p className="row-facts num">
          {offer.endsAt !== null && (
            <span className={`row-end end-text-${urgency}`}>{endsInWords(offer.endsAt, now)}</span>
          )}
          <span>{pageWords().groupRows.size(offer.orderIds.length, offer.addresses)}</span>
        </p>
      </div>
      <Button look="soft" onClick={open}>
        {words.make} <span className="vh">{words.of(offer.name)}</span>
      </Button>
    </div>
  )
}
