import type { ContractError } from '../../shared/contract/errors.ts'
import type { Group, GroupDraft } from '../../shared/domain/group.ts'
import type { Money } from '../../shared/domain/money.ts'
import { err, ok, type Result } from '../../shared/domain/result.ts'
import { checkGroupDraft, sameName } from '../../shared/domain/rules/groupDraft.ts'
import { words } from '../../shared/words/words.ts'

/** Where groups are kept. */
export interface GroupsStore {
  readonly list: () => readonly Group[]
  readonly get: (id: string) => Group | null
  readonly save: (group: Group) => Result<void, { readonly message: string }>
  /** All or none. */
  readonly saveAll: (groups: readonly Group[]) => Result<void, { readonly message: string }>
  readonly softDelete: (id: string, at: number) => Result<void, { readonly message: string }>
  readonly restore: (id: string) => Result<void, { readonly message: string }>
  readonly lastPrice: (id: string) => Money | null
  readonly setLastPrice: (id: string, price: Money | null) => void
}

/** What groups need of the rest. */
export interface GroupsParts {
  readonly store: GroupsStore
  readonly accountExists: (accountId: string) => boolean
  readonly now: () => number
  readonly newId: () => string
  readonly changed: () => void
}

/** A group before it has an id, an account and times. */
export type NewGroup = Omit<Group, 'id' | 'accountId' | 'createdAt' | 'updatedAt'>

type Saved = Result<{ group: Group; dropped: number }, ContractError>

type Removed = Result<{ group: Group; removed: number }, ContractError>

/** Saved groups: create, edit, duplicate, delete with undo. */
export function createGroups(parts: GroupsParts) {
  const { store } = parts

  function othersOf(accountId: string, except: string | null): Group[] {
    return store.list().filter((group) => group.accountId === accountId && group.id !== except)
  }

  function keep(group: Group): Result<Group, ContractError> {
    const saved = store.save(group)
    parts.changed()
    return saved.ok ? ok(group) : err({ kind: 'disk', message: saved.error.message })
  }

  function save(draft: GroupDraft): Saved {
    const before = draft.id === null ? null : store.get(draft.id)
    if (draft.id !== null && !before) return err(notFound())
    if (!parts.accountExists(draft.accountId) || (before && before.accountId !== draft.accountId)) {
      return err({ kind: 'not-found', message: words().groupRefusals.accountGone })
    }
    const taken = othersOf(draft.accountId, draft.id).map((group) => group.name)
    const checked = checkGroupDraft(draft, taken)
    if (!checked.ok) return err({ kind: 'fields', message: words().app.fields, fields: checked.error })
    const { dropped, ...fields } = checked.value
    const now = parts.now()
    const group: Group = {
      id: before?.id ?? parts.newId(),
      accountId: draft.accountId,
      proxyType: draft.proxyType,
      showInTray: draft.showInTray,
      createdAt: before?.createdAt ?? now,
      updatedAt: now,
      ...fields,
    }
    const kept = keep(group)
    if (!kept.ok) return kept
    // A price for other orders or another period is nothing to compare the next quote with.
    if (before && priceMark(before) !== priceMark(group)) store.setLastPrice(group.id, null)
    return ok({ group, dropped })
  }

  return {
    save,
    /** A copy under a free name, not shown in the tray: two equal entries there would invite a double payment. */
    duplicate(groupId: string): Result<{ group: Group }, ContractError> {
      const group = store.get(groupId)
      if (!group) return err(notFound())
      const now = parts.now()
      const name = freeName(
        group.name,
        othersOf(group.accountId, null).map((other) => other.name),
      )
      const copy = keep({
        ...group,
        id: parts.newId(),
        name,
        showInTray: false,
        createdAt: now,
        updatedAt: now,
      })
      return copy.ok ? ok({ group: copy.value }) : copy
    },
    /** Takes orders out of a group. The last ones stay, whatever is wrong with them: a group without orders is none. */
    removeOrders(groupId: string, orderIds: readonly string[]): Removed {
      const group = store.get(groupId)
      if (!group) return err(notFound())
      const gone = new Set(orderIds)
      const left = group.orderIds.filter((id) => !gone.has(id))
      if (left.length === 0) return err(noneLeft(group))
      if (left.length === group.orderIds.length) return ok({ group, removed: 0 })
      const kept = keep({ ...group, orderIds: left, updatedAt: parts.now() })
      if (!kept.ok) return kept
      store.setLastPrice(groupId, null)
      parts.changed()
      return ok({ group: kept.value, removed: group.orderIds.length - left.length })
    },
    /** Deletes a group; `restore` brings it back. Its renewals stay in the history. */
    delete(groupId: string): Result<null, ContractError> {
      if (!store.get(groupId)) return err(notFound())
      const gone = store.softDelete(groupId, parts.now())
      parts.changed()
      return gone.ok ? ok(null) : err({ kind: 'disk', message: gone.error.message })
    },
    /** Brings a deleted group back, under a free name where its own was taken meanwhile. */
    restore(groupId: string): Result<null, ContractError> {
      const back = store.restore(groupId)
      if (!back.ok) return err({ kind: 'disk', message: back.error.message })
      const group = store.get(groupId)
      if (!group) return err(notFound())
      const names = othersOf(group.accountId, group.id).map((other) => other.name)
      parts.changed()
      if (!names.some((name) => sameName(name, group.name))) return ok(null)
      const renamed = keep({ ...group, name: freeName(group.name, names) })
      return renamed.ok ? ok(null) : renamed
    },
    /** Adds groups that were checked already, all or none; gives them as they are kept. */
    addAll(accountId: string, added: readonly NewGroup[]): Result<readonly Group[], ContractError> {
      if (!parts.accountExists(accountId)) {
        return err({ kind: 'not-found', message: words().groupRefusals.accountGone })
      }
      const now = parts.now()
      const made = added.map(
        (fields): Group => ({ ...fields, id: parts.newId(), accountId, createdAt: now, updatedAt: now }),
      )
      const kept = store.saveAll(made)
      parts.changed()
      return kept.ok ? ok(made) : err({ kind: 'disk', message: kept.error.message })
    },
    get: (groupId: string): Group | null => store.get(groupId),
    list: (): readonly Group[] => store.list(),
    lastPrice: (groupId: string): Money | null => store.lastPrice(groupId),
    priceShown(groupId: string, price: Money): void {
      store.setLastPrice(groupId, price)
      parts.changed()
    },
  }
}

/** Saved groups, as others call them. */
export type Groups = ReturnType<typeof createGroups>

function notFound(): ContractError {
  return { kind: 'not-found', message: words().groupRefusals.gone }
}

function noneLeft({ name }: Group): ContractError {
  return { kind: 'asks', message: words().groupRefusals.noneLeft(name) }
}

function priceMark(group: Group): string {
  return JSON.stringify([group.proxyType, [...group.orderIds].sort(), group.rentPeriodDays, group.promoCode])
}

/** `name copy`, `name copy 2`, …: the first that is free, within 80 characters as the schemas count them. */
export function freeName(name: string, taken: readonly string[]): string {
  for (let count = 1; ; count += 1) {
    const suffix = ` ${words().groupRefusals.copy(count)}`
    const kept = name.slice(0, 80 - suffix.length).replace(/[\uD800-\uDBFF]$/, '')
    const candidate = `${kept.trimEnd()}${suffix}`
    if (!taken.some((other) => sameName(other, candidate))) return candidate
  }
}
