import type { GroupView } from '../../../shared/contract/snapshot.ts'

/** The groups of an account that are selected, and how a search stands to them. */
export interface GroupSelection {
  /** In the order of the list: those that a search leaves out come last. */
  readonly groupIds: readonly string[]
  /** How many of them a search leaves out. */
  readonly hidden: number
  /** True when everything that is shown is selected. */
  readonly isWhole: boolean
}

/** What is selected of an account: not what is gone by now, and not what belongs to another account. */
export function selectionOf(
  groups: readonly GroupView[],
  accountId: string,
  shown: readonly GroupView[],
  selected: ReadonlySet<string>,
): GroupSelection {
  const inSight = shown.filter(({ group }) => selected.has(group.id)).map(({ group }) => group.id)
  const seen = new Set(inSight)
  const outOfSight = groups
    .filter(({ group }) => group.accountId === accountId && selected.has(group.id) && !seen.has(group.id))
    .map(({ group }) => group.id)
  return {
    groupIds: [...inSight, ...outOfSight],
    hidden: outOfSight.length,
    isWhole: inSight.length === shown.length,
  }
}

/** Selects a group, or takes it out. */
export function toggled(selected: ReadonlySet<string>, groupId: string): ReadonlySet<string> {
  const next = new Set(selected)
  if (!next.delete(groupId)) next.add(groupId)
  return next
}

/**
 * Selects everything between two groups as the list shows them, both with it. Without the first, or where that is not
 * shown: the second alone. What was selected stays so.
 */
export function selectedUpTo(
  selected: ReadonlySet<string>,
  shown: readonly GroupView[],
  fromId: string | null,
  toId: string,
): ReadonlySet<string> {
  const ids = shown.map(({ group }) => group.id)
  const to = ids.indexOf(toId)
  const from = fromId === null ? -1 : ids.indexOf(fromId)
  const range = from < 0 || to < 0 ? [toId] : ids.slice(Math.min(from, to), Math.max(from, to) + 1)
  return new Set([...selected, ...range])
}
