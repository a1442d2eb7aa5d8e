import { lazy, Suspense, useMemo } from 'react'
import type { GroupView } from '../../../shared/contract/snapshot.ts'
import type { Account } from '../../../shared/domain/account.ts'
import { searchFieldId } from '../../app/shortcuts.ts'
import { groupsToShow } from '../../state/selectors.ts'
import { useSnapshot } from '../../state/snapshotStore.ts'
import { setUi, useUi } from '../../state/uiStore.ts'
import { Button } from '../../ui/Button.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { useWide } from '../../ui/useWide.ts'
import { DueBar } from '../due/DueBar.tsx'
import { PickButton } from '../orders/PickButton.tsx'
import { UngroupedLine } from '../orders/UngroupedLine.tsx'
import { AccountState } from './AccountState.tsx'
import { GroupList } from './GroupList.tsx'
import { NewGroupButton } from './NewGroupButton.tsx'
import { goToRow } from './rowKeys.ts'
import { SelectionBar } from './SelectionBar.tsx'
import { useEndsShown } from './useEndsShown.ts'
import './groups.css'
import { pageWords } from '../../words/pageWords.ts'

const GroupDetail = lazy(() => import('./GroupDetail.tsx'))
const EmptyGroups = lazy(() => import('./EmptyGroups.tsx'))

/** The groups of an account, soonest to end first; in a wide window beside the chosen one's detail. */
export function GroupsView({ account }: { readonly account: Account }) {
  const all = useSnapshot((snapshot) => snapshot.groups)
  const search = useUi((ui) => ui.search)
  const chosenId = useUi((ui) => ui.chosenGroupId)
  const detailOpen = useUi((ui) => ui.detailOpen)
  const wide = useWide()
  useEndsShown(account.id)
  const shown = useMemo(() => groupsToShow(all, account.id, search), [all, account.id, search])
  const count = useMemo(
    () => all.filter((view) => view.group.accountId === account.id).length,
    [all, account.id],
  )
  const none = count === 0
  const chosen = all.find((view) => view.group.id === chosenId) ?? null
  // In a wide window there is always something to look at: the group that ends first.
  const detail = wide ? (chosen ?? shown[0] ?? null) : detailOpen ? chosen : null
  return (
    <div className={`groups${detail && !wide ? ' groups-detail-only' : ''}`}>
      <div className="groups-list">
        <AccountState account={account} />
        {!none && <Toolbar search={search} shown={shown} />}
        <DueBar accountId={account.id} />
        {none ? (
          <Suspense fallback={null}>
            <EmptyGroups account={account} />
          </Suspense>
        ) : shown.length === 0 ? (
          <NothingFound search={search} />
        ) : (
          <GroupList
            accountId={account.id}
            groups={shown}
            total={count}
            chosenId={wide ? (detail?.group.id ?? null) : chosenId}
          />
        )}
        {!none && <SelectionBar accountId={account.id} shown={shown} />}
        {!none && <UngroupedLine accountId={account.id} />}
      </div>
      {detail && (
        <Suspense fallback={<div className="detail" />}>
          <GroupDetail
            key={detail.group.id}
            view={detail}
            onBack={wide ? null : () => setUi({ detailOpen: false })}
          />
        </Suspense>
      )}
    </div>
  )
}

function Toolbar({ search, shown }: { readonly search: string; readonly shown: readonly GroupView[] }) {
  const words = pageWords().groups
  return (
    <div className="toolbar">
      <SearchField
        id={searchFieldId}
        label={words.search}
        hint={words.searchHint}
        value={search}
        onChange={(typed) => setUi({ search: typed })}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && search !== '') {
            event.preventDefault()
            setUi({ search: '' })
          } else if (event.key === 'ArrowDown' && shown.length > 0) {
            event.preventDefault()
            goToRow(shown[0])
          }
        }}
      />
      <PickButton small />
      <NewGroupButton look="plain" />
    </div>
  )
}

function NothingFound({ search }: { readonly search: string }) {
  const words = pageWords().groups
  return (
    <div className="empty">
      <h2>{words.nothingFound}</h2>
      <p className="soft untrusted">{words.noneHas(search.trim())}</p>
      <Button onClick={() => setUi({ search: '' })}>{words.showAll}</Button>
    </div>
  )
}
