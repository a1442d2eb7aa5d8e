import type { ContractError } from '../../../shared/contract/errors.ts'
import type { Handlers } from '../../../shared/contract/types.ts'
import { err, ok } from '../../../shared/domain/result.ts'
import { words } from '../../../shared/words/words.ts'
import type { SwitchRefusal } from '../../autoExtend/autoExtend.ts'
import type { SearchRefusal } from '../../renewals/badOrders.ts'
import { ordersById } from '../../state/groupEnds.ts'
import type { Services } from './services.ts'

type GroupChannel =
  | 'group.save'
  | 'group.duplicate'
  | 'group.delete'
  | 'group.restore'
  | 'group.quote'
  | 'group.orders'
  | 'group.find-bad-orders'
  | 'group.stop-search'
  | 'group.remove-orders'
  | 'group.auto-extend'
  | 'group.last-auto-extend'
  | 'group.export'
  | 'group.choose-import'
  | 'group.import'

/** Saved groups. */
export function groupHandlers(services: Services): Pick<Handlers, GroupChannel> {
  const { groups, orders, badOrders, autoExtend, transfer } = services
  return {
    'group.save': async (draft) => {
      const saved = groups.save(draft)
      if (saved.ok) services.groupSaved(saved.value.group.accountId)
      return saved
    },
    'group.duplicate': async ({ groupId }) => groups.duplicate(groupId),
    'group.delete': async ({ groupId }) => groups.delete(groupId),
    'group.restore': async ({ groupId }) => groups.restore(groupId),
    'group.quote': async ({ groupId }) => services.quote(groupId),
    'group.orders': async ({ groupId }) => {
      const group = groups.get(groupId)
      if (!group) return err({ kind: 'not-found', message: words().groupRefusals.gone })
      const known = orders.known(group.accountId)
      const byId = ordersById(known.orders)
      return ok({ orders: group.orderIds.flatMap((id) => byId.get(id) ?? []), readAt: known.readAt })
    },
    'group.find-bad-orders': async ({ groupId }) => {
      const search = await badOrders.find(groupId)
      return search.ok ? search : err(refusal(search.error))
    },
    'group.stop-search': async ({ groupId }) => {
      badOrders.stop(groupId)
      return ok(null)
    },
    'group.remove-orders': async ({ groupId, orderIds }) => {
      const removed = groups.removeOrders(groupId, orderIds)
      if (removed.ok) services.groupSaved(removed.value.group.accountId)
      return removed
    },
    'group.auto-extend': async ({ groupId, on }) => {
      const pressed = await autoExtend.press(groupId, on)
      return pressed.ok ? pressed : err(switchRefusal(pressed.error))
    },
    'group.last-auto-extend': async ({ groupId }) => ok(autoExtend.last(groupId)),
    'group.export': async ({ accountId, kind }) => transfer.exportGroups(accountId, kind),
    'group.choose-import': async ({ accountId }) => transfer.chooseImport(accountId),
    'group.import': async ({ importId }) => {
      const added = transfer.importGroups(importId)
      const [first] = added.ok ? added.value.groupIds : []
      const accountId = first === undefined ? undefined : groups.get(first)?.accountId
      if (accountId !== undefined) services.groupSaved(accountId)
      return added
    },
  }
}

function switchRefusal({ kind, message }: SwitchRefusal): ContractError {
  return { kind: kind === 'busy' ? 'asks' : kind, message }
}

function refusal({ kind, message }: SearchRefusal): ContractError {
  return { kind: kind === 'busy' ? 'asks' : 'not-found', message }
}
