import type { DueRun } from '../../shared/domain/dueRun.ts'
import { err, ok, type Result } from '../../shared/domain/result.ts'
import { unknownKey } from '../../shared/domain/rules/vendorAdvice.ts'
import { momentOf } from '../../shared/elapsed.ts'
import { type Words, words } from '../../shared/words/words.ts'
import { groupMark, isConfirmable } from './confirmations.ts'
import { payPlan } from './dueRunPaying.ts'
import { type DueGroup, inOrderOfEnd, isOnAtFirst } from './dueRunPlan.ts'
import { createDueQuotes } from './dueRunQuotes.ts'
import { newRun, type Run, type RunRow, toBePaid, viewOf } from './dueRunState.ts'
import { noPriceWords, notLookedAtWords, stopped } from './dueRunWords.ts'
import type { AccountsPort, Clock, GroupsPort } from './ports.ts'
import type { Preview } from './previews.ts'
import { changedMeanwhile, type RenewalRefusal } from './refusals.ts'
import type { Renewals } from './renewals.ts'

/** What `Renew all due` needs of the rest. */
export interface DueRunsParts {
  readonly renewals: Pick<Renewals, 'preview' | 'startAgreed' | 'isStopped'>
  readonly accounts: Pick<AccountsPort, 'get'>
  readonly groups: Pick<GroupsPort, 'get'>
  readonly clock: Clock
  readonly newId: () => string
  readonly changed: () => void
  /** A payment came to its end, once a run; for the one notification that sums it up. */
  readonly ended: (run: DueRun) => void
  /** The vendor said at a quote that it does not know the account's key. */
  readonly keyRefused: (accountId: string) => void
  /** Ms between two quotes of one account; only tests set it. */
  readonly gap?: number
}

/** Why something was not done. `expired`: this `Pay` is worth nothing (any more). `nothing`: no row is to be paid. */
export interface DueRefusal {
  readonly kind: 'busy' | 'not-found' | 'expired' | 'nothing' | 'cancelled' | 'no-price'
  readonly message: string
}

/** Whose groups a plan is of: an account's, or (null) every one's, as they are due; or those that a person selected. */
export type PlanOf = Pick<Run, 'kind' | 'scope'>

/**
 * `Renew all due`, and the same for groups that a person selected: all quotes first, one confirmation, then one paid
 * request a group. One run at a time, and in memory only: after a crash the journal tells what was sent, and nothing
 * goes on by itself.
 */
export function createDueRuns(parts: DueRunsParts) {
  const { clock, renewals, changed } = parts
  const askQuotes = createDueQuotes({
    preview: renewals.preview,
    clock,
    ...(parts.gap === undefined ? {} : { gap: parts.gap }),
  })
  let current: Run | null = null

  function rowsOf(groups: readonly DueGroup[]): Pick<RunRow, 'group' | 'accountName' | 'endsAt'>[] {
    return inOrderOfEnd(groups).flatMap(({ groupId, endsAt }) => {
      const group = parts.groups.get(groupId)
      const account = group && parts.accounts.get(group.accountId)
      return group && account ? [{ group, accountName: account.name, endsAt }] : []
    })
  }

  function take(run: Run, row: RunRow, seen: Result<Preview, RenewalRefusal>): void {
    const { accountId } = row.group
    if (!seen.ok) {
      Object.assign(row, { status: 'no-price', words: notLookedAtWords(seen.error) })
      return
    }
    const { answer, balance } = seen.value
    if (balance) run.balances.set(accountId, balance)
    if (answer.kind === 'refused' && answer.error.code === unknownKey) parts.keyRefused(accountId)
    if (answer.kind !== 'priced') {
      Object.assign(row, { status: 'no-price', words: noPriceWords(answer) })
    } else if (groupMark(seen.value.group) !== groupMark(row.group)) {
      Object.assign(row, { status: 'no-price', words: notLookedAtWords(changedMeanwhile()) })
    } else {
      Object.assign(row, { status: 'priced', priced: answer, included: isOnAtFirst(answer.findings) })
    }
  }

  async function quote(run: Run, accountId: string): Promise<void> {
    const own = new Map(
      run.rows.filter(({ group }) => group.accountId === accountId).map((row) => [row.group.id, row]),
    )
    const onRow = (groupId: string, change: (row: RunRow) => void): void => {
      const row = own.get(groupId)
      if (row) change(row)
      changed()
    }
    await askQuotes(accountId, [...own.keys()], run.stop.signal, {
      asking: (groupId) =>
        onRow(groupId, (row) => {
          row.status = 'quoting'
        }),
      answered: (groupId, seen) => onRow(groupId, (row) => take(run, row, seen)),
      waits: (until) => {
        if (until === null) run.waitsUntil.delete(accountId)
        else run.waitsUntil.set(accountId, until)
        changed()
      },
    })
  }

  async function quoteAll(run: Run): Promise<Result<DueRun, DueRefusal>> {
    const calledOff = new Promise<void>((resolve) => {
      run.stop.signal.addEventListener('abort', () => resolve(), { once: true })
    })
    const accountIds = new Set(run.rows.map(({ group }) => group.accountId))
    try {
      await Promise.race([Promise.all([...accountIds].map((id) => quote(run, id))), calledOff])
    } catch (error) {
      // A bug: nobody is to find a plan that asks for ever.
      if (current === run) forget(run)
      throw error
    }
    if (run.stop.signal.aborted || current !== run) return refusal('cancelled', 'cancelled')
    for (const [accountId, balance] of run.balances) run.balancesNow.set(accountId, balance)
    run.phase = 'asking'
    run.confirmation = { id: parts.newId(), since: momentOf(clock) }
    changed()
    return ok(viewOf(run))
  }

  function forget(run: Run): void {
    run.stop.abort()
    run.confirmation = null
    if (current === run) current = null
    changed()
  }

  async function pay(run: Run): Promise<DueRun> {
    run.phase = 'paying'
    changed()
    try {
      await payPlan({ renewals, clock, changed }, run)
    } finally {
      run.phase = 'ended'
      changed()
      parts.ended(viewOf(run))
    }
    return viewOf(run)
  }

  /** The one that a window means, where it still is what it was. */
  function inPhase(runId: string, ...phases: readonly Run['phase'][]): Run | null {
    return current?.id === runId && phases.includes(current.phase) ? current : null
  }

  return {
    /** The run as windows show it; null: there is none. */
    state: (): DueRun | null => current && viewOf(current),
    /**
     * Asks for the prices of groups, and answers when all are there. A plan that waits for `Pay` and a run that ended
     * make way for it.
     */
    async plan(
      groups: readonly DueGroup[],
      of: PlanOf = { kind: 'due', scope: null },
    ): Promise<Result<DueRun, DueRefusal>> {
      if (current?.phase === 'quoting' || current?.phase === 'paying') return refusal('busy', 'busy')
      const rows = rowsOf(groups)
      if (rows.length === 0) return refusal('not-found', of.kind === 'due' ? 'noGroups' : 'noneLeft')
      if (current) forget(current)
      const run = newRun({ id: parts.newId(), ...of }, rows)
      current = run
      changed()
      return quoteAll(run)
    },
    /** Ticks a row or not. `Pay` is another one then, with the five minutes of the first. */
    include(runId: string, groupId: string, on: boolean): Result<DueRun, DueRefusal> {
      const run = inPhase(runId, 'asking')
      const row = run?.rows.find(({ group }) => group.id === groupId)
      if (!run?.confirmation || !row) return refusal('expired', 'pastPlan')
      if (row.priced === null) return refusal('no-price', 'noPrice')
      row.included = on
      run.confirmation = { ...run.confirmation, id: parts.newId() }
      changed()
      return ok(viewOf(run))
    },
    /**
     * `Pay`: spends the plan's confirmation, a single time whatever comes of it, pays, and answers with the end of the
     * run. Five minutes count up to here and not to each group's turn: its price is asked for anew anyway.
     */
    async pay(confirmationId: string): Promise<Result<DueRun, DueRefusal>> {
      const run = current
      if (run?.phase !== 'asking' || run.confirmation?.id !== confirmationId)
        return refusal('expired', 'answered')
      if (toBePaid(run).length === 0) return refusal('nothing', 'nothing')
      const { since } = run.confirmation
      run.confirmation = null
      if (isConfirmable(clock, since)) return ok(await pay(run))
      run.phase = 'ended'
      const stop = stopped('expired', null)
      run.stops.push(stop)
      for (const row of run.rows) {
        if (row.included) Object.assign(row, { status: 'not-tried', words: stop.words })
      }
      changed()
      return err({ kind: 'expired', message: stop.words })
    },
    /** `Cancel`, while prices are read or the plan waits for `Pay`: nothing of it is left. */
    cancel(runId: string): void {
      const run = inPhase(runId, 'quoting', 'asking')
      if (run) forget(run)
    },
    /** `Stop after this one`. */
    stop(runId: string): void {
      const run = inPhase(runId, 'paying')
      if (!run || run.stopping) return
      run.stopping = true
      changed()
    },
    /** Forgets a run that ended. */
    dismiss(): void {
      if (current?.phase === 'ended') forget(current)
    },
    /** Leasebar is about to quit: the group under way may end, nothing follows it, and no plan is left to be paid. */
    stopForQuit(): void {
      if (current?.phase === 'paying') current.quitting = true
      else if (current) forget(current)
    },
  }
}

/** `Renew all due`, as others call it. */
export type DueRuns = ReturnType<typeof createDueRuns>

/** A refusal with its words, which are those of the language spoken now. */
function refusal(kind: DueRefusal['kind'], why: keyof Words['due']['refusals']): Result<never, DueRefusal> {
  return err({ kind, message: words().due.refusals[why] })
}
