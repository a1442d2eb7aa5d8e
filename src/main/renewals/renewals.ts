import type { RenewalAnswer } from '../../shared/contract/types.ts'
import type { Finding } from '../../shared/domain/finding.ts'
import type { Group } from '../../shared/domain/group.ts'
import type { Renewal, RenewalSource } from '../../shared/domain/renewal.ts'
import { err, ok, type Result } from '../../shared/domain/result.ts'
import { type Confirmation, createConfirmations, groupMark } from './confirmations.ts'
import { balanceFor, type Gathered, gather, guardFacts, isFresh, requestOf } from './facts.ts'
import { coveredBy, guard } from './guard.ts'
import { intentFor } from './intents.ts'
import { createLanes } from './lanes.ts'
import type { RenewalParts } from './parts.ts'
import { createPaying } from './paying.ts'
import { confirmationLife, type PayingAccount } from './ports.ts'
import { safeEvents } from './safeEvents.ts'
import { createUnsaved } from './unsaved.ts'

/** Why a renewal could not even be tried. */
export type RenewalRefusal = { readonly kind: 'not-found' | 'changed' | 'expired'; readonly message: string }

type Answer = Result<RenewalAnswer, RenewalRefusal>

/** One click, with the end dates that were on the screen when it was made. */
interface Click {
  readonly groupId: string
  readonly source: RenewalSource
  readonly confirmed: Confirmation | null
  readonly shownEnds: ReadonlyMap<string, number>
  /** When it was made, ms since the epoch. */
  readonly at: number
}

/** Quote, guard, journal, send, judge: one click, at most one paid request (DESIGN.md, Paying). */
export function createRenewals(given: RenewalParts) {
  const parts = { ...given, events: safeEvents(given.events, given.listenerFailed) }
  const { clock, events } = parts
  const lanes = createLanes(clock, parts.paidGap)
  const confirmations = createConfirmations(clock, parts.newId)
  const unsaved = createUnsaved(parts.journal)
  const paying = createPaying(parts, lanes, unsaved)
  const inFlight = new Map<string, Promise<Answer>>()

  /** A second click on a group in flight joins the first: the same promise, one request. */
  function joined(groupId: string, work: () => Promise<Answer>): Promise<Answer> {
    const running = inFlight.get(groupId)
    if (running) return running
    const started = work().finally(() => {
      inFlight.delete(groupId)
      events.phase(groupId, 'idle')
    })
    inFlight.set(groupId, started)
    return started
  }

  function attempt(groupId: string, source: RenewalSource, confirmed: Confirmation | null): Promise<Answer> {
    const group = parts.groups.get(groupId)
    if (!group) return Promise.resolve(err(gone))
    return joined(groupId, () => {
      events.phase(groupId, 'quoting')
      const shownEnds = parts.known.shown(group.accountId, group.orderIds)
      const at = clock.now()
      return lanes.run(group.accountId, () => inLane({ groupId, source, confirmed, shownEnds, at }))
    })
  }

  /** The whole way, alone in its account's lane. The group is read again: it may have changed while waiting. */
  async function inLane({ groupId, source, confirmed, shownEnds, at }: Click): Promise<Answer> {
    const group = parts.groups.get(groupId)
    const account = group && parts.accounts.get(group.accountId)
    if (!group || !account) return err(gone)
    if (confirmed && confirmed.groupMark !== groupMark(group)) return err(changed)
    await lanes.spaced(account.id)
    unsaved.flush()
    const access = await parts.accounts.readAccess(account.id)
    if (!access.ok) {
      const detail = `Nothing was sent and nothing was paid. ${access.error.message}`
      return ok(ended(paying.endBefore(group, account, source, 'before-sending', 'not sent', detail)))
    }
    const gathered = await gather(parts, account.id, access.value, requestOf(group))
    const moved = changeSince(group, at)
    if (moved) return err(moved)
    const told = balanceFor(gathered.answer, null)
    if (told) events.balanceRead(account.id, told, clock.now())
    if (gathered.answer.kind === 'refused')
      return ok(ended(paying.refusedAtQuote(group, account, source, gathered)))
    const findings = findingsFor(group, account, gathered, { shownEnds, confirmed })
    if (!coveredBy(findings, confirmed?.findings ?? [])) return ok(ask(group, source, findings, gathered))
    if (gathered.answer.kind === 'quoted') parts.groups.priceShown(group.id, gathered.answer.quote.price)
    const intent = intentFor(parts, group, account, source, gathered, findings)
    return ok(ended(await paying.pay(intent, access.value)))
  }

  /** Why a click does not stand any more; null when it does. Whoever edits or deletes the group means to stop this. */
  function changeSince(group: Group, at: number): RenewalRefusal | null {
    // A click that waited out a night behind another renewal is not what the person wants now.
    if (Math.abs(clock.now() - at) > confirmationLife) return stale
    const now = parts.groups.get(group.id)
    if (!now) return gone
    return groupMark(now) === groupMark(group) ? null : changedMeanwhile
  }

  function findingsFor(
    group: Group,
    account: PayingAccount,
    gathered: Gathered,
    { shownEnds, confirmed }: Pick<Click, 'shownEnds' | 'confirmed'>,
  ): Finding[] {
    const startOfDay = parts.startOfDay(clock.now())
    const facts = guardFacts(parts, group, account, gathered.answer, shownEnds, startOfDay)
    // What was agreed to is the price in the dialog, whatever the group's row was shown since.
    const findings = guard({ ...facts, lastPrice: confirmed?.price ?? facts.lastPrice })
    // A quote that aged while end dates were read is no price to pay on without asking.
    return gathered.answer.kind === 'quoted' && !isFresh(clock, gathered)
      ? [...findings, agedQuote]
      : findings
  }

  function ask(
    group: Group,
    source: RenewalSource,
    findings: readonly Finding[],
    gathered: Gathered,
  ): RenewalAnswer {
    const price = gathered.answer.kind === 'quoted' ? gathered.answer.quote.price : null
    if (price) parts.groups.priceShown(group.id, price)
    const { confirmation, expiresAt } = confirmations.issue({
      groupId: group.id,
      groupMark: groupMark(group),
      price,
      findings,
      source,
    })
    return {
      kind: 'asks',
      question: {
        confirmationId: confirmation.id,
        groupId: group.id,
        groupName: group.name,
        orderCount: group.orderIds.length,
        rentPeriodDays: group.rentPeriodDays,
        price,
        balance: balanceFor(gathered.answer, parts.known.balance(group.accountId)),
        findings: [...findings],
        expiresAt,
      },
    }
  }

  function ended(renewal: Renewal): RenewalAnswer {
    events.ended(renewal)
    return { kind: 'ended', renewal }
  }

  return {
    /** One click on a group. Answers with the guard's question or with the end of the renewal. */
    start: (groupId: string, source: RenewalSource): Promise<Answer> => attempt(groupId, source, null),
    /** `Renew anyway`: spends the confirmation, and asks again if the findings have grown. */
    confirm: async (confirmationId: string): Promise<Answer> => {
      const spent = confirmations.spend(confirmationId)
      if (!spent.ok) return err({ kind: 'expired', message: spent.error })
      return attempt(spent.value.groupId, spent.value.source, spent.value)
    },
    /** `Cancel`: the confirmation is worth nothing any more. */
    cancel: (confirmationId: string): void => confirmations.drop(confirmationId),
    /** Groups on their way now. */
    busyGroups: (): readonly string[] => [...inFlight.keys()],
    /** Resolves when nothing is on its way. */
    idle: async (): Promise<void> => {
      while (inFlight.size > 0) await Promise.allSettled([...inFlight.values()])
    },
    /** Results that the disk refused, held in memory until it takes them. */
    unsaved,
  }
}

/** The heart, as others call it. */
export type Renewals = ReturnType<typeof createRenewals>

const gone: RenewalRefusal = { kind: 'not-found', message: 'This group is not there any more.' }
const changed: RenewalRefusal = {
  kind: 'changed',
  message: 'The group was changed since this question was asked. Nothing was sent. Press Renew again.',
}
const changedMeanwhile: RenewalRefusal = {
  kind: 'changed',
  message: 'The group was changed while its price was read. Nothing was sent. Press Renew again.',
}
const stale: RenewalRefusal = {
  kind: 'expired',
  message: 'This click waited more than five minutes for its turn. Nothing was sent. Press Renew again.',
}
const agedQuote: Finding = {
  kind: 'no-quote',
  reason: 'The price grew older than 30 seconds while end dates were read.',
}
