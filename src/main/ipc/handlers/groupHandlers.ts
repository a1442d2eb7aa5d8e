import type { Handlers } from '../../../shared/contract/types.ts'
import type { Services } from './services.ts'

type GroupChannel = 'group.save' | 'group.duplicate' | 'group.delete' | 'group.restore' | 'group.quote'

/** Saved groups. */
export function groupHandlers(services: Services): Pick<Handlers, GroupChannel> {
  const { groups } = services
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
  }
}
