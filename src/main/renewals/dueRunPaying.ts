import type { DueStop } from '../../shared/domain/dueRun.ts'
import type { Money } from '../../shared/domain/money.ts'
import { minus } from '../../shared/domain/rules/money.ts'
import { elapsed, momentOf } from '../../shared/elapsed.ts'
import { agreementOf, type Run, type RunRow, weighed } from './dueRunState.ts'
import { type TurnOf, turnOf } from './dueRunTurns.ts'
import { notCoveredWords, stopped } from './dueRunWords.ts'
import { type Clock, confirmationLife } from './ports.ts'
import type { Renewals } from './renewals.ts'

/** What paying a plan needs. */
export interface DuePayingParts {
  readonly renewals: Pick<Renewals, 'startAgreed' | 'isStopped'>
  readonly clock: Clock
  readonly changed: () => void
}

/**
 * Pays a plan that was agreed to: one group after another, earliest end first, each by the ordinary way of a renewal,
 * so that a group on its way already is joined and nothing is paid past the guard. What stops it leaves the rest
 * untouched, with the reason at each.
 */
export async function payPlan(parts: DuePayingParts, run: Run): Promise<void> {
  run.agreed = weighed(run)
  for (const row of run.rows) if (!row.included && row.status === 'priced') row.status = 'left-out'
  for (const [index, row] of run.rows.entries()) {
    if (!row.included) continue
    const stop = stopBefore(parts, run, row)
    if (stop) leave(row, stop)
    else await turn(parts, run, row, index)
    parts.changed()
  }
}

/** What stops a group from having its turn; noted with the run at its first time. */
function stopBefore({ renewals }: DuePayingParts, run: Run, { group }: RunRow): DueStop | null {
  const holding = run.stops.find(({ accountId }) => accountId === null || accountId === group.accountId)
  if (holding) return holding
  if (renewals.isStopped() || run.quitting) return noted(run, stopped('quitting', null))
  return run.stopping ? noted(run, stopped('person', null)) : null
}

function noted(run: Run, stop: DueStop): DueStop {
  run.stops.push(stop)
  return stop
}

function leave(row: RunRow, stop: DueStop): void {
  row.status = 'not-tried'
  row.words = stop.words
}

async function turn(parts: DuePayingParts, run: Run, row: RunRow, index: number): Promise<void> {
  const { group } = row
  const at = { accountId: group.accountId, groupId: group.id, name: group.name }
  const standing = run.agreed?.[index]
  const agreement = standing ? agreementOf(row, standing) : null
  if (agreement === null) {
    // Not covered, so no part of the sum on the button: the run ends here even where there is money by now.
    const price = row.priced?.quote.price ?? null
    const words = notCoveredWords(group.name, price, run.balancesNow.get(group.accountId) ?? null)
    Object.assign(row, { status: 'short', words })
    noted(run, stopped('funds', at, words))
    return
  }
  const began = momentOf(parts.clock)
  row.status = 'paying'
  parts.changed()
  const { change, stop } = await tried(parts, at, agreement)
  Object.assign(row, change)
  keepBalance(run, row)
  if (stop) noted(run, stop)
  else if (elapsed(parts.clock, began) > confirmationLife) noted(run, stopped('waited', at))
}

async function tried({ renewals }: DuePayingParts, at: TurnOf, agreement: Parameters<typeof turnOf>[1]) {
  try {
    const answer = await renewals.startAgreed(at.groupId, agreement)
    return turnOf(at, agreement, answer, renewals.isStopped())
  } catch {
    // A bug, and nobody knows how far it came: the journal does, and nothing more is sent on top of it.
    const stop = stopped('failed', at)
    return { change: { status: 'not-tried', words: stop.words } as const, stop }
  }
}

/** The balance as the vendor told it after a renewal, else reckoned by its price where both are of one currency. */
function keepBalance(run: Run, row: RunRow): void {
  if (row.outcome === null) return
  const { accountId } = row.group
  const before = run.balancesNow.get(accountId) ?? null
  // Of an unknown outcome nobody knows what was taken.
  const reckonedAfter = { renewed: reckoned(before, row.cost), unknown: null } as const
  const after =
    row.balanceAfter ??
    (row.outcome === 'renewed' || row.outcome === 'unknown' ? reckonedAfter[row.outcome] : before)
  row.balanceAfter = after
  run.balancesNow.set(accountId, after)
}

function reckoned(before: Money | null, cost: Money | null): Money | null {
  if (before === null || cost === null || before.currency !== cost.currency) return null
  return { amount: minus(before.amount, cost.amount), currency: before.currency }
}
