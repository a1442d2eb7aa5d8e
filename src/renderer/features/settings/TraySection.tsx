import type { Account } from '../../../shared/domain/account.ts'
import { inTrayOrder, withOrder } from '../../../shared/domain/rules/trayOrder.ts'
import { announce } from '../../state/messages.ts'
import { useSnapshot } from '../../state/snapshotStore.ts'
import { SortList } from '../../ui/SortList.tsx'
import { pageWords } from '../../words/pageWords.ts'
import { Section } from './Section.tsx'
import { Setting } from './Setting.tsx'
import { updateSettings } from './updateSettings.ts'

/** The account's groups that stand in the tray's menu, to be put in order there. */
export function TraySection({ account }: { readonly account: Account }) {
  const words = pageWords().settings.tray
  const groups = useSnapshot((snapshot) => snapshot.groups)
  const order = useSnapshot((snapshot) => snapshot.settings.trayOrder)
  const pinned = inTrayOrder(
    groups.filter(({ group }) => group.accountId === account.id && group.showInTray),
    order,
  )
  const sort = (ids: readonly string[], movedId: string) => {
    const name = pinned.find(({ group }) => group.id === movedId)?.group.name ?? ''
    announce(words.moved(name, ids.indexOf(movedId) + 1, ids.length))
    void updateSettings({ trayOrder: withOrder(order, ids) })
  }
  return (
    <Section title={words.title} note={words.of(account.name)}>
      <Setting words={`${words.hint} ${pinned.map(({ group }) => group.name).join(' ')}`}>
        <p className="soft small">{pinned.length === 0 ? words.none : words.hint}</p>
        {pinned.length > 0 && (
          <SortList
            label={words.list}
            items={pinned.map(({ group }) => ({ id: group.id, name: group.name }))}
            grip={words.grip}
            onSort={sort}
          />
        )}
      </Setting>
    </Section>
  )
}
