import type { ReadProblem } from '../../shared/domain/exchange.ts'
import type { Finding } from '../../shared/domain/finding.ts'
import type { Group } from '../../shared/domain/group.ts'
import type { Amount, Money } from '../../shared/domain/money.ts'
import type { Quote, VendorError } from '../../shared/domain/quote.ts'
import { err, ok, type Result } from '../../shared/domain/result.ts'
import { groupMark } from './confirmations.ts'
import { balanceFor, factsNow, type Gathered, gather, requestOf } from './facts.ts'
import { guard } from './guard.ts'
import type { Lanes } from './lanes.ts'
import type { RenewalParts } from './parts.ts'
import type { PayingAccount } from './ports.ts'
import { changedMeanwhile, gone, quitting, type RenewalRefusal } from './refusals.ts'
import type { Unsaved } from './unsaved.ts'

/** What a click on a group would meet now. */
export type PreviewAnswer =
  | {
      readonly kind: 'priced'
      readonly quote: Quote
      /** The guard's, by the same facts and rules as a click's. */
      readonly findings: readonly Finding[]
      /** Ends that the figures are about, ms since the epoch: what was on the screen, else what was just read. */
      readonly seenEnds: ReadonlyMap<string, number>
      readonly dayLimit: Amount | null
      /** What renewals of this day cost by now, one sum a currency. */
      readonly spentToday: readonly Money[]
    }
  | { readonly kind: 'refused'; readonly error: VendorError }
  | { readonly kind: 'none'; readonly problem: ReadProblem }
  | { readonly kind: 'no-key'; readonly message: string }

/** A group as it was looked at, and what the vendor and the guard say of it. */
export interface Preview {
  readonly group: Group
  readonly answer: PreviewAnswer
  /** The account's balance as told with the quote, else as last read; null: not known. */
  readonly balance: Money | null
}

/**
 * The first half of a click, alone: quote, ends and guard in the account's lane, so that what renews there meanwhile
 * is seen. It pays nothing, journals nothing, asks nothing. A price counts as shown only where none was before: a later
 * rise is then noticed, while one that only stood in a long plan does not pass for seen.
 */
export function createPreviews(
  parts: RenewalParts,
  { lanes, unsaved, isStopped }: { lanes: Lanes; unsaved: Unsaved; isStopped: () => boolean },
) {
  async function inLane(groupId: string): Promise<Result<Preview, RenewalRefusal>> {
    if (isStopped()) return err(quitting())
    const group = parts.groups.get(groupId)
    const account = group && parts.accounts.get(group.accountId)
    if (!group || !account) return err(gone())
    const shown = parts.known.shown(account.id, group.orderIds)
    unsaved.flush()
    const access = await parts.accounts.readAccess(account.id)
    if (isStopped()) return err(quitting())
    if (!access.ok) {
      const balance = parts.known.balance(account.id)
      return ok({ group, balance, answer: { kind: 'no-key', message: access.error.message } })
    }
    const gathered = await gather(parts, account.id, access.value, requestOf(group))
    // After a stop the store may be closed.
    if (isStopped()) return err(quitting())
    const now = parts.groups.get(groupId)
    if (!now) return err(gone())
    if (groupMark(now) !== groupMark(group)) return err(changedMeanwhile())
    const told = balanceFor(gathered.answer, null)
    if (told) parts.events.balanceRead(account.id, told, parts.clock.now())
    const balance = told ?? parts.known.balance(account.id)
    return ok({ group, balance, answer: answerOf(group, account, gathered, shown) })
  }

  function answerOf(
    group: Group,
    account: PayingAccount,
    gathered: Gathered,
    shownEnds: ReadonlyMap<string, number>,
  ): PreviewAnswer {
    const { answer } = gathered
    if (answer.kind === 'none') return { kind: 'none', problem: answer.problem }
    if (answer.kind === 'refused') return { kind: 'refused', error: answer.error }
    const facts = factsNow(parts, lanes, { group, account, gathered, shownEnds })
    const findings = guard(facts)
    if (facts.lastPrice === null) parts.groups.priceShown(group.id, answer.quote.price)
    return {
      kind: 'priced',
      quote: answer.quote,
      findings,
      seenEnds: seenEnds(parts, group, shownEnds),
      dayLimit: account.dayLimit,
      spentToday: facts.spentToday,
    }
  }

  /**
   * Looks at a group as a click would, after everything asked before on its account. `stop`: once aborted, a look whose
   * turn has not come asks nothing.
   */
  return async (
    groupId: string,
    stop: AbortSignal | null = null,
  ): Promise<Result<Preview, RenewalRefusal>> => {
    if (isStopped()) return err(quitting())
    const group = parts.groups.get(groupId)
    if (!group) return err(gone())
    // Its turn may come long after the plan was called off: nobody waits for it any more.
    return lanes.run(group.accountId, async () => (stop?.aborted ? err(gone()) : inLane(groupId)))
  }
}

/** What was on the screen counts; of an order that never was, what the plan itself is made from. */
function seenEnds(
  { known }: RenewalParts,
  group: Group,
  shown: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const own = new Set(group.orderIds)
  const read = known
    .known(group.accountId)
    .orders.flatMap(({ orderId, endsAt }): [string, number][] =>
      own.has(orderId) && endsAt !== null ? [[orderId, endsAt]] : [],
    )
  return new Map([...read, ...shown])
}
