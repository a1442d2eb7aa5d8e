/**
 * Whether a settlement by evidence is right.
 *
 * It is wrong when it says `not renewed` of a request that the vendor carried out, or `renewed` of one that it did not.
 * One exception, which no client can get right: another machine, the vendor's site or its auto-extend extended **every**
 * order of that renewal, so that by the vendor's books all of them really moved by its period since their ends had been
 * read, without it and without the renewals that Leasebar knows to have gone through. `renewed` is then true of the
 * orders, if not of the request. Where only Leasebar's own renewals moved an order nothing is excused: its journal has
 * them all. Such settlements are counted apart as indistinguishable, and those among them of which even the balance fell
 * by the very price.
 *
 * A person's decision is a person's: it is never counted here.
 */
import { isDeepStrictEqual } from 'node:util'
import type { Renewal, Settlement } from '../../src/shared/domain/renewal.ts'
import { currentOutcome } from '../../src/shared/domain/rules/outcomes.ts'
import type { App } from './app.ts'
import type { Scene } from './scene.ts'
import { chargeOf, named, type Row, Violation } from './truth.ts'

/** Judges a row's settlement, when it is first seen and, as long as the vendor may act, later; and that it stays. */
export function judgeSettlement(scene: Scene, row: Row, { settlement }: Renewal): void {
  const isNew = row.settlement === null
  if (!isNew && !isDeepStrictEqual(row.settlement, settlement))
    throw new Violation('outcome lost', `the settlement of ${named(row)} is gone or another one now`)
  row.settlement = settlement
  if (settlement === null || settlement.by === 'person') return
  const isPaid = chargeOf(row) !== null
  const told = `${named(row)} settled as ${settlement.outcome}`
  if (settlement.outcome === 'not renewed' && isPaid)
    throw new Violation('wrong settlement', `${told}, and the vendor was paid. ${words(settlement)}`)
  if (settlement.outcome === 'not renewed' || isPaid || !isNew) return
  if (!wasExtendedElsewhere(scene, row))
    throw new Violation('wrong settlement', `${told}, and it was not carried out. ${words(settlement)}`)
  scene.truth.indistinguishable.add(row)
}

function words({ evidence }: Settlement): string {
  return `Its evidence: ${evidence.join(' ')}`
}

/**
 * Whether others took part in extending every order since the row's ends were read, and the days by which its end moved,
 * less those of renewals that the journal knows to have gone through, are those of the row at least.
 */
function wasExtendedElsewhere({ truth, app, shop }: Scene, row: Row): boolean {
  const { orderIds, rentPeriodDays } = row.intent.request
  const since = shop.books.paid.slice(row.chargesBefore)
  const certain = new Set(
    [...truth.rows.values()].filter((other) => other !== row && isCertain(app, other)).map(chargeOf),
  )
  return orderIds.every((orderId) => {
    const charges = since.filter((charge) => charge.orderIds.includes(orderId))
    const open = charges.filter((charge) => !certain.has(charge))
    return (
      charges.some((charge) => !truth.own.has(charge)) &&
      open.reduce((sum, { days }) => sum + days, 0) >= rentPeriodDays
    )
  })
}

function isCertain(app: App, row: Row): boolean {
  const stored = app.store.journal.get(row.intent.id)
  return stored !== null && currentOutcome(stored) === 'renewed' && stored.settlement?.by !== 'person'
}
