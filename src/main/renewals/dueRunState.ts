import type { DueAccount, DueRow, DueRowStatus, DueRun, DueStop } from '../../shared/domain/dueRun.ts'
import type { Group } from '../../shared/domain/group.ts'
import type { Money } from '../../shared/domain/money.ts'
import type { Moment } from '../../shared/elapsed.ts'
import { type Agreement, agreeable } from './agreements.ts'
import { groupMark } from './confirmations.ts'
import { sumsOf, type Weighed, weigh } from './dueRunPlan.ts'
import { confirmationLife } from './ports.ts'
import type { PreviewAnswer } from './previews.ts'

/** What changes of a row as the run goes on. */
export interface RowProgress {
  status: DueRowStatus
  outcome: DueRow['outcome']
  renewalId: string | null
  words: string | null
  /** What it asks about at its turn; null: what the plan found. */
  newFindings: DueRow['findings'] | null
  /** The balance after its renewal, by the vendor's word, else reckoned; null: not paid, or not known. */
  balanceAfter: Money | null
  /** What its renewal cost; null: nothing. */
  cost: Money | null
}

/** A group of a run, as it was when the plan was asked for. */
export interface RunRow extends RowProgress {
  readonly group: Group
  readonly accountName: string
  readonly endsAt: number | null
  priced: Extract<PreviewAnswer, { kind: 'priced' }> | null
  included: boolean
}

/** A run, in memory only. */
export interface Run {
  readonly id: string
  readonly kind: DueRun['kind']
  /** The account whose groups were planned; null: every account's. */
  readonly scope: string | null
  phase: DueRun['phase']
  readonly rows: readonly RunRow[]
  /** By account, as last told before the payment; null: not known. */
  readonly balances: Map<string, Money | null>
  /** The same as it goes on. */
  readonly balancesNow: Map<string, Money | null>
  /** How the rows stood when `Pay` was pressed; null: not yet. */
  agreed: readonly Weighed[] | null
  confirmation: { readonly id: string; readonly since: Moment } | null
  waitsUntil: Map<string, number>
  stopping: boolean
  quitting: boolean
  readonly stops: DueStop[]
  /** Aborted when the plan is called off. */
  readonly stop: AbortController
}

/** A run at its beginning: nothing was asked yet. */
export function newRun(
  { id, kind, scope }: Pick<Run, 'id' | 'kind' | 'scope'>,
  rows: readonly Pick<RunRow, 'group' | 'accountName' | 'endsAt'>[],
): Run {
  return {
    id,
    kind,
    scope,
    phase: 'quoting',
    rows: rows.map((row) => ({
      ...row,
      priced: null,
      included: false,
      status: 'waiting',
      outcome: null,
      renewalId: null,
      words: null,
      newFindings: null,
      balanceAfter: null,
      cost: null,
    })),
    balances: new Map(),
    balancesNow: new Map(),
    agreed: null,
    confirmation: null,
    waitsUntil: new Map(),
    stopping: false,
    quitting: false,
    stops: [],
    stop: new AbortController(),
  }
}

/** How every row stands: as agreed to, else by what is ticked now. */
export function weighed(run: Run): readonly Weighed[] {
  if (run.agreed) return run.agreed
  const rows = run.rows.map((row) => ({
    accountId: row.group.accountId,
    price: row.priced?.quote.price ?? null,
    findings: row.priced?.findings ?? [],
    included: row.included,
    dayLimit: row.priced?.dayLimit ?? null,
    spentToday: row.priced?.spentToday ?? [],
  }))
  return weigh(rows, run.balances)
}

/** The prices that `Pay` stands for: those of rows that are ticked and covered. */
export function toBePaid(run: Run, standing: readonly Weighed[] = weighed(run)): (Money & RowKey)[] {
  return run.rows.flatMap(({ group, included, priced }, at) =>
    included && priced && standing[at]?.covered
      ? [{ groupId: group.id, accountId: group.accountId, ...priced.quote.price }]
      : [],
  )
}

interface RowKey {
  readonly groupId: string
  readonly accountId: string
}

/** What a row's share of `Pay` means; null where there is nothing to agree to. */
export function agreementOf(row: RunRow, standing: Weighed): Agreement | null {
  if (!row.included || !row.priced || !standing.covered) return null
  return {
    groupMark: groupMark(row.group),
    price: row.priced.quote.price,
    findings: agreeable(standing.findings),
    seenEnds: row.priced.seenEnds,
  }
}

/** The run as windows see it. */
export function viewOf(run: Run): DueRun {
  const standing = weighed(run)
  const due = toBePaid(run, standing)
  return {
    id: run.id,
    kind: run.kind,
    scope: run.scope,
    phase: run.phase,
    rows: run.rows.map((row, at) => rowView(row, standing[at])),
    accounts: accountViews(run, standing, due),
    count: due.length,
    sums: sumsOf(due),
    paid: sumsOf(run.rows.flatMap(({ outcome, cost }) => (outcome === 'renewed' && cost ? [cost] : []))),
    waitsUntil: run.waitsUntil.size === 0 ? null : Math.max(...run.waitsUntil.values()),
    confirmation: run.confirmation && {
      id: run.confirmation.id,
      expiresAt: run.confirmation.since.wall + confirmationLife,
    },
    stopping: run.stopping,
    stops: [...run.stops],
  }
}

function rowView(row: RunRow, standing: Weighed | undefined): DueRow {
  const { group, priced, status, outcome, renewalId, words } = row
  return {
    groupId: group.id,
    groupName: group.name,
    accountId: group.accountId,
    orderCount: group.orderIds.length,
    rentPeriodDays: group.rentPeriodDays,
    endsAt: row.endsAt,
    status,
    price: priced?.quote.price ?? null,
    discount: priced?.quote.discount ?? null,
    promoCode: group.promoCode,
    promoCodeStatus: priced?.quote.promoCodeStatus ?? null,
    findings: row.newFindings ?? standing?.findings ?? [],
    included: row.included,
    covered: standing?.covered ?? false,
    balanceAfter: outcome === null ? (standing?.balanceAfter ?? null) : row.balanceAfter,
    outcome,
    renewalId,
    words,
  }
}

function accountViews(
  run: Run,
  standing: readonly Weighed[],
  due: readonly (Money & RowKey)[],
): DueAccount[] {
  const names = new Map(run.rows.map(({ group, accountName }) => [group.accountId, accountName]))
  return [...names].map(([accountId, accountName]) => {
    const last = run.rows.findLastIndex(({ group }) => group.accountId === accountId)
    return {
      accountId,
      accountName,
      balanceBefore: run.balances.get(accountId) ?? null,
      balanceAfter: standing[last]?.balanceAfter ?? null,
      balanceNow: run.balancesNow.get(accountId) ?? run.balances.get(accountId) ?? null,
      sums: sumsOf(due.filter((money) => money.accountId === accountId)),
    }
  })
}
