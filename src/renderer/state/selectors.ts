import type { BalanceView, ForecastView, GroupView, Snapshot } from '../../shared/contract/snapshot.ts'
import type { Account } from '../../shared/domain/account.ts'
import { byEarliestEnd } from '../../shared/domain/rules/due.ts'
import { useSnapshot } from './snapshotStore.ts'
import { useUi } from './uiStore.ts'

/** The account whose groups are shown: chosen here, else by the settings, else the first. Null: there is none. */
export function selectAccount(snapshot: Snapshot, chosen: string | null): Account | null {
  const byId = (id: string | null) => snapshot.accounts.find((account) => account.id === id)
  return byId(chosen) ?? byId(snapshot.settings.selectedAccountId) ?? snapshot.accounts[0] ?? null
}

/** The selected account; null: there is none. */
export function useAccount(): Account | null {
  const chosen = useUi((ui) => ui.accountId)
  return useSnapshot((snapshot) => selectAccount(snapshot, chosen))
}

/** The balance of an account; null: main knows of none yet. */
export function useBalance(accountId: string): BalanceView | null {
  return useSnapshot((snapshot) => snapshot.balances.find((view) => view.accountId === accountId) ?? null)
}

/** How far an account's balance reaches; null: it has no groups. */
export function useForecast(accountId: string): ForecastView | null {
  return useSnapshot((snapshot) => snapshot.forecasts.find((view) => view.accountId === accountId) ?? null)
}

/** How an account's list of orders stands before main has told of it. */
const unreadList = {
  ...{ count: 0, readAt: null, reading: false, problem: null },
  ...{ notUnderstood: 0, repeated: 0, ungrouped: 0 },
}

/** How an account's list of orders stands: its size and age, what is wrong with it, how much of it is in no group. */
export function useOrderList(accountId: string): Snapshot['orders'][number] {
  const list = useSnapshot((snapshot) => snapshot.orders.find((one) => one.accountId === accountId))
  return list ?? { accountId, ...unreadList }
}

/** True once the vendor's list of an account's orders was read. */
export function useListRead(accountId: string): boolean {
  return useSnapshot((snapshot) =>
    snapshot.orders.some((one) => one.accountId === accountId && one.readAt !== null),
  )
}

/** Soonest to end first; groups whose end is not known last; then by name. */
export function bySoonestEnd(a: GroupView, b: GroupView): number {
  return byEarliestEnd({ endsAt: a.endsAt, name: a.group.name }, { endsAt: b.endsAt, name: b.group.name })
}

/** What a group is found by, in small letters; made once for each, as long as it stays as it is. */
const wordsOf = new WeakMap<GroupView['group'], string>()

function searchedText(group: GroupView['group']): string {
  const before = wordsOf.get(group)
  if (before !== undefined) return before
  const { name, proxyType, promoCode, orderIds } = group
  // A word that is looked for has no line break in it: nothing is found across two ids.
  const text = [[name, proxyType, promoCode ?? ''].join(' '), ...orderIds].join('\n').toLocaleLowerCase()
  wordsOf.set(group, text)
  return text
}

/** True when a group has the words looked for: in its name, its type, its promo code or an order id. */
export function matches(view: GroupView, search: string): boolean {
  const words = search.trim().toLocaleLowerCase().split(/\s+/)
  if (words[0] === '') return true
  const text = searchedText(view.group)
  return words.every((word) => text.includes(word))
}

/** The groups of an account that a search leaves, in their order on the screen. */
export function groupsToShow(groups: readonly GroupView[], accountId: string, search: string): GroupView[] {
  return groups
    .filter((view) => view.group.accountId === accountId && matches(view, search))
    .sort(bySoonestEnd)
}

/** How many renewals wait to be settled in an account's history: its own, and those of accounts that were removed. */
export function unsettledIn({ unsettled, accounts }: Snapshot, accountId: string): number {
  return unsettled
    .filter((one) => one.accountId === accountId || accounts.every(({ id }) => id !== one.accountId))
    .reduce((sum, { count }) => sum + count, 0)
}
