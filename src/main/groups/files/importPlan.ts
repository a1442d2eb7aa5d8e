import type { Group } from '../../../shared/domain/group.ts'
import { sameName } from '../../../shared/domain/rules/groupDraft.ts'
import { type FileGroup, fileGroupOf } from './fileGroup.ts'

/** What becomes of one group of a file. */
export interface PlannedGroup {
  /**
   * `new`: it is added. `renamed`: its name is taken by another group, so it is added under `name`. `same`: the account
   * has just that group already, and nothing is done.
   */
  readonly fate: 'new' | 'renamed' | 'same'
  readonly name: string
  readonly group: FileGroup
}

/**
 * What bringing in the groups of a file would do to an account that has `own`. Nothing that is there is ever changed or
 * deleted. `freeName` makes a name that is not among those taken.
 */
export function importPlan(
  groups: readonly FileGroup[],
  own: readonly Group[],
  freeName: (name: string, taken: readonly string[]) => string,
): readonly PlannedGroup[] {
  const there = new Set(own.map((group) => mark(fileGroupOf(group))))
  const taken = own.map(({ name }) => name)
  return groups.map((group) => {
    if (there.has(mark(group))) return { fate: 'same', name: group.name, group }
    there.add(mark(group))
    const isTaken = taken.some((name) => sameName(name, group.name))
    const name = isTaken ? freeName(group.name, taken) : group.name
    taken.push(name)
    return { fate: isTaken ? 'renamed' : 'new', name, group }
  })
}

function mark(group: FileGroup): string {
  const { name, proxyType, orderIds, rentPeriodDays, promoCode, priceLimit, dueDays, showInTray } = group
  return JSON.stringify([
    name,
    proxyType,
    orderIds,
    rentPeriodDays,
    promoCode,
    priceLimit,
    dueDays,
    showInTray,
  ])
}
