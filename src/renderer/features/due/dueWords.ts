import type { DueAccount, DueRow, DueRun } from '../../../shared/domain/dueRun.ts'
import type { Money } from '../../../shared/domain/money.ts'
import { formatMoney } from '../../../shared/domain/rules/money.ts'
import { pageWords } from '../../words/pageWords.ts'

/** `$12.60`, or `$12.60 and €3.00`: sums of different currencies are never added up. */
export function sumsWords(sums: readonly Money[]): string {
  return pageWords().due.sums(sums.map((sum) => formatMoney(sum)))
}

/**
 * What each row's tick is called, by group id: `Include Shop`, with the account's name and then a number where several
 * groups are called the same, so that every name occurs once.
 */
export function includeNames(
  rows: readonly Pick<DueRow, 'groupId' | 'groupName' | 'accountId'>[],
  accountName: (accountId: string) => string,
): ReadonlyMap<string, string> {
  const { due } = pageWords()
  const byName = new Map<string, (typeof rows)[number][]>()
  for (const row of rows) byName.set(row.groupName, [...(byName.get(row.groupName) ?? []), row])
  const names = new Map<string, string>()
  for (const [name, alike] of byName) {
    const ofAccounts = alike.map(({ accountId }) => due.includeOf(name, accountName(accountId)))
    const isEnough = new Set(ofAccounts).size === alike.length
    for (const [at, { groupId }] of alike.entries()) {
      const full = ofAccounts[at] ?? ''
      const told = isEnough ? full : due.numbered(full, at + 1, alike.length)
      names.set(groupId, alike.length === 1 ? due.include(name) : told)
    }
  }
  return names
}

/** Groups that have had their price read, or could not be priced. */
export function pricedCount({ rows }: DueRun): number {
  return rows.filter(({ status }) => status !== 'waiting' && status !== 'quoting').length
}

/** Groups whose turn is over while it is paid, and how many have one. */
export function paidProgress({ rows }: DueRun): { readonly done: number; readonly all: number } {
  const meant = rows.filter(({ included }) => included)
  const left = meant.filter(
    ({ status }) => status === 'priced' || status === 'waiting' || status === 'paying',
  )
  return { done: meant.length - left.length, all: meant.length }
}

/** What the plan comes to, or how far it has come, in one sentence. */
export function headline(run: DueRun): string {
  const { phase, rows } = run
  const { headlines } = pageWords().due
  if (phase === 'quoting') return headlines.quoting(pricedCount(run), rows.length)
  if (phase === 'paying') {
    const { done, all } = paidProgress(run)
    return headlines.paying(done, all, sumsWords(run.paid))
  }
  if (phase === 'ended') {
    const renewed = rows.filter(({ outcome }) => outcome === 'renewed').length
    return headlines.ended(renewed, sumsWords(run.paid))
  }
  return headlines.asking(run.count, sumsWords(run.sums))
}

/** Where the balance does not reach: said before anything is paid; null where it does. */
export function shortWords({ rows }: DueRun): string | null {
  const priced = rows.filter(({ included, price }) => included && price !== null)
  const first = priced.find(({ covered }) => !covered)
  if (first === undefined) return null
  const covered = priced.filter((row) => row.covered).length
  return pageWords().due.short(covered, priced.length, first.groupName)
}

/**
 * `$100.00 → $87.40`: an account's balance before, and after the plan; once it is paid, as it is now. Null where it is
 * not known.
 */
export function balanceWords(
  { balanceBefore, balanceAfter, balanceNow }: DueAccount,
  phase: DueRun['phase'],
): string | null {
  if (balanceBefore === null) return null
  const last = phase === 'paying' || phase === 'ended' ? balanceNow : balanceAfter
  const { due } = pageWords()
  return due.change(formatMoney(balanceBefore), last === null ? due.notKnown : formatMoney(last))
}

/** What stands in a row of the plan where there is no outcome yet: why it is not paid, or that its turn has come. */
export function rowWords(row: DueRow): string | null {
  const { rows } = pageWords().due
  switch (row.status) {
    case 'waiting':
      return rows.waiting
    case 'quoting':
      return rows.quoting
    case 'paying':
      return rows.paying
    case 'priced':
      return row.included && !row.covered ? rows.uncovered : null
    case 'left-out':
      return rows.leftOut
    case 'short':
      // Why and what to do stands above, with what stopped the run.
      return rows.short
    default:
      return row.words
  }
}
