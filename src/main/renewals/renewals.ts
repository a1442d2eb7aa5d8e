import type { RenewalAnswer } from '../../shared/contract/types.ts'
import type { Finding } from '../../shared/domain/finding.ts'
import type { Group } from '../../shared/domain/group.ts'
import type { Renewal, RenewalSource } from '../../shared/domain/renewal.ts'
import { err, ok, type Result } from '../../shared/domain/result.ts'
import { words } from '../../shared/words/words.ts'
import { type Agreement, beyondAgreement } from './agreements.ts'
import { type Confirmation, createConfirmations, groupMark } from './confirmations.ts'
import { balanceFor, factsNow, type Gathered, gather, isFresh, requestOf } from './facts.ts'
import { coveredBy, guard } from './guard.ts'
import { intentFor } from './intents.ts'
import { createLanes } from './lanes.ts'
import type { RenewalParts } from './parts.ts'
import { createPaying } from './paying.ts'
import { confirmationLife, type PayingAccount } from './ports.ts'
import { createPreviews } from './previews.ts'
import {
  agedQuote,
  changed,
  changedMeanwhile,
  gone,
  partGone,
  quitting,
  type RenewalRefusal,
  stale,
} from './refusals.ts'
import { safeEvents } from './safeEvents.ts'
import { createUnsaved } from './unsaved.ts'

type Answer = Result<RenewalAnswer, RenewalRefusal>

/** What was agreed to before: by `Renew anyway`, or in a plan, which knows the ends that it was made from as well. */
type Confirmed = Omit<Confirmation, 'id'> & { readonly seenEnds?: ReadonlyMap<string, number> }

/** One click, with the end dates that were on the screen when it was made. */
interface Click {
  readonly groupId: string
  readonly source: RenewalSource
  readonly confirmed: Confirmed | null
  readonly shownEnds: ReadonlyMap<string, number>
  /** When it was made, ms since the epoch. */
  readonly at: number
  /** The orders meant, where it is only a part of the group's; null: all of them. */
  readonly only: readonly string[] | null
}

/** Quote, guard, journal, send, judge: one click, at most one paid request (DESIGN.md, Paying). */
export function createRenewals(given: RenewalParts) {
  const parts = { ...given, events: safeEvents(given.events, given.listenerFailed) }
  const { clock, events } = parts
  const lanes = createLanes(clock, parts.paidGap, parts.lastPaidAt)
  const confirmations = createConfirmations(clock, parts.newId)
  const unsaved = createUnsaved(parts.journal)
  const paying = createPaying(parts, lanes, unsaved)
  const inFlight = new Map<string, Promise<Answer>>()
  let stopped = false
  const preview = createPreviews(parts, { lanes, unsaved, isStopped: () => stopped })

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

  /** The group as it is now, or the part of it that a click meant; null when nothing of it is left. */
  function groupOf(groupId: string, only: readonly string[] | null): Group | null {
    const group = parts.groups.get(groupId)
    if (!group || only === null) return group
    const meant = new Set(only)
    const orderIds = group.orderIds.filter((id) => meant.has(id))
    return orderIds.length === 0 ? null : { ...group, orderIds }
  }

  function attempt(
    groupId: string,
    source: RenewalSource,
    confirmed: Confirmed | null,
    only: readonly string[] | null = confirmed?.only ?? null,
  ): Promise<Answer> {
    const group = groupOf(groupId, only)
    if (!group) return Promise.resolve(err(only === null ? gone() : partGone()))
    if (stopped) return Promise.resolve(err(quitting()))
    return joined(groupId, () => {
      events.phase(groupId, 'quoting')
      const shownEnds = confirmed?.seenEnds ?? parts.known.shown(group.accountId, group.orderIds)
      const at = clock.now()
      const click = { groupId, source, confirmed, shownEnds, at, only }
      return lanes.run(group.accountId, async () => (stopped ? err(quitting()) : inLane(click)))
    })
  }

  /** The whole way, alone in its account's lane. The group is read again: it may have changed while waiting. */
  async function inLane({ groupId, source, confirmed, shownEnds, at, only }: Click): Promise<Answer> {
    const group = groupOf(groupId, only)
    const account = group && parts.accounts.get(group.accountId)
    if (!group || !account) return err(gone())
    if (confirmed && confirmed.groupMark !== groupMark(group)) return err(changed())
    await lanes.spaced(account.id)
    unsaved.flush()
    const access = await parts.accounts.readAccess(account.id)
    if (!access.ok) return withoutKey(group, account, source, access.error.message)
    const gathered = await gather(parts, account.id, access.value, requestOf(group))
    const moved = changeSince(group, at, only)
    if (moved) return err(moved)
    const told = balanceFor(gathered.answer, null)
    if (told) events.balanceRead(account.id, told, clock.now())
    if (gathered.answer.kind === 'refused') {
      const { error } = gathered.answer
      return ok(ended(paying.refusedAtQuote(group, account, source, gathered, error)))
    }
    const findings = findingsFor(group, account, gathered, { shownEnds, confirmed, only })
    if (!isAgreed(findings, confirmed)) return ok(ask(group, { source, only, confirmed }, findings, gathered))
    priceShown(group.id, gathered, only)
    const intent = intentFor(parts, group, account, source, gathered, findings)
    return ok(ended(await paying.pay(intent, access.value, gathered)))
  }

  function withoutKey(group: Group, account: PayingAccount, source: RenewalSource, why: string): Answer {
    // Closing shuts the keychain as well: that says nothing about the key.
    if (stopped) return err(quitting())
    const detail = words().renewals.noKey(why)
    return ok(ended(paying.endBefore(group, account, source, 'before-sending', 'not sent', detail)))
  }

  /** Why a click does not stand any more; null when it does. Whoever edits or deletes the group means to stop this. */
  function changeSince(group: Group, at: number, only: Click['only']): RenewalRefusal | null {
    if (stopped) return quitting()
    // A click that waited out a night behind another renewal is not what the person wants now.
    if (Math.abs(clock.now() - at) > confirmationLife) return stale()
    const now = groupOf(group.id, only)
    if (!now) return gone()
    return groupMark(now) === groupMark(group) ? null : changedMeanwhile()
  }

  /** The price of a part is none to compare the whole group's next one with. */
  function priceShown(groupId: string, { answer }: Gathered, only: Click['only']): void {
    if (answer.kind === 'quoted' && only === null) parts.groups.priceShown(groupId, answer.quote.price)
  }

  function findingsFor(
    group: Group,
    account: PayingAccount,
    gathered: Gathered,
    { shownEnds, confirmed, only }: Pick<Click, 'shownEnds' | 'confirmed' | 'only'>,
  ): Finding[] {
    const facts = factsNow(parts, lanes, { group, account, gathered, shownEnds })
    // What was agreed to is the price in the dialog, whatever the group's row was shown since.
    // The price last shown for the whole group says nothing of a part of it.
    const lastShown = only === null ? facts.lastPrice : null
    const findings = guard({ ...facts, lastPrice: confirmed?.price ?? lastShown })
    // A quote that aged while end dates were read is no price to pay on without asking.
    return gathered.answer.kind === 'quoted' && !isFresh(clock, gathered)
      ? [...findings, agedQuote()]
      : findings
  }

  function ask(
    group: Group,
    { source, only, confirmed }: Pick<Click, 'source' | 'only' | 'confirmed'>,
    findings: readonly Finding[],
    gathered: Gathered,
  ): RenewalAnswer {
    const price = gathered.answer.kind === 'quoted' ? gathered.answer.quote.price : null
    // What a plan's turn came upon stands in no dialog: nobody has seen it yet.
    if (!confirmed?.seenEnds) priceShown(group.id, gathered, only)
    const { confirmation, expiresAt } = confirmations.issue({
      groupId: group.id,
      groupMark: groupMark(group),
      price,
      findings,
      source,
      only,
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
    /**
     * The turn of a group in a plan that a person agreed to: the ordinary way, paid only if nothing was found beyond
     * the agreement. Not for any channel: what makes agreements is `dueRun.ts`, whose plan a person pressed `Pay` on.
     */
    startAgreed: (groupId: string, agreement: Agreement): Promise<Answer> =>
      attempt(groupId, 'batch', { groupId, source: 'batch', only: null, ...agreement }),
    /** What a click on a group would meet now; pays and journals nothing. */
    preview,
    /** One click on a part of a group: those of `orderIds` that are still in it. */
    startPart: (groupId: string, orderIds: readonly string[], source: RenewalSource): Promise<Answer> =>
      attempt(groupId, source, null, orderIds),
    /** `Renew anyway`: spends the confirmation, and asks again if the findings have grown. */
    confirm: async (confirmationId: string): Promise<Answer> => {
      const spent = confirmations.spend(confirmationId)
      if (!spent.ok) return err({ kind: 'expired', message: spent.error })
      return attempt(spent.value.groupId, spent.value.source, spent.value)
    },
    /** `Cancel`: the confirmation is worth nothing any more. */
    cancel: (confirmationId: string): void => confirmations.drop(confirmationId),
    /** Runs something that is no renewal after all that was asked for on an account before, and alone. */
    alone: lanes.run,
    /** Leasebar quits: what is not sent by now is not sent any more. What was sent may still end. */
    stop(): void {
      stopped = true
    },
    /** True once it was told to stop. */
    isStopped: (): boolean => stopped,
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

/** Whether everything found was agreed to before. */
function isAgreed(findings: readonly Finding[], confirmed: Confirmed | null): boolean {
  const agreed = confirmed?.findings ?? []
  return confirmed?.seenEnds ? beyondAgreement(findings, agreed).length === 0 : coveredBy(findings, agreed)
}
