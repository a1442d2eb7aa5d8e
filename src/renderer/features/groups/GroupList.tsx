import { type KeyboardEvent, lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react'
import type { GroupView } from '../../../shared/contract/snapshot.ts'
import { useNow } from '../../state/now.ts'
import { useListRead } from '../../state/selectors.ts'
import { useUi } from '../../state/uiStore.ts'
import { pageWords } from '../../words/pageWords.ts'
import { plainBadOrder } from './badOrderWords.ts'
import { GroupRow } from './GroupRow.tsx'
import { selectByKey, selectUpTo, toggleSelected } from './groupSelectionActions.ts'
import type { RowPlace } from './LongGroupList.tsx'
import type { RowMenuTarget } from './RowMenu.tsx'
import { moveByKey } from './rowKeys.ts'

const RowMenu = lazy(() => import('./RowMenu.tsx'))
const LongGroupList = lazy(() => import('./LongGroupList.tsx'))

/** Up to so many groups every row is in the document (DESIGN.md, Names). */
const mostInDocument = 100

/** The rows, each once. One menu serves them all and is loaded when first opened. */
export function GroupList({
  accountId,
  groups,
  total,
  chosenId,
}: {
  readonly accountId: string
  readonly groups: readonly GroupView[]
  /** How many groups the account has, whatever is searched for. */
  readonly total: number
  readonly chosenId: string | null
}) {
  const label = pageWords().groups.list
  const now = useNow()
  const listRead = useListRead(accountId)
  const pending = useUi((ui) => ui.pending)
  const fresh = useUi((ui) => ui.fresh)
  const guarded = useUi((ui) => ui.guard !== null)
  const [menu, setMenu] = useState<RowMenuTarget | null>(null)
  const plainId = plainBadOrder(groups)
  const openMenu = useCallback((target: RowMenuTarget) => setMenu(target), [])
  const target = useUi((ui) => ui.chosenGroupId)
  const selected = useUi((ui) => ui.selectedGroupIds)
  const selecting = groups.some(({ group }) => selected.has(group.id))
  const shown = useRef(groups)
  useEffect(() => {
    shown.current = groups
  })
  const onSelect = useCallback((groupId: string, range: boolean) => {
    if (range) selectUpTo(shown.current, groupId)
    else toggleSelected(groupId)
  }, [])

  // The guard's question stands alone: a menu under it would keep its keys and its focus.
  useEffect(() => {
    if (guarded) setMenu(null)
  }, [guarded])
  useEffect(() => {
    // A notification or the tray may have chosen a group that is far down.
    if (target) document.getElementById(`group-${target}`)?.scrollIntoView({ block: 'nearest' })
  }, [target])

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    selectByKey(event, groups)
    moveByKey(event, groups)
  }
  const row = (view: GroupView, place?: RowPlace) => (
    <GroupRow
      key={view.group.id}
      view={view}
      now={now}
      listRead={listRead}
      chosen={view.group.id === chosenId}
      pending={pending.has(view.group.id)}
      fresh={fresh.get(view.group.id) ?? null}
      plain={view.group.id === plainId}
      menuOpen={menu?.view.group.id === view.group.id}
      onMenu={openMenu}
      selected={selected.has(view.group.id)}
      selecting={selecting}
      onSelect={onSelect}
      {...place}
    />
  )
  return (
    <>
      {total > mostInDocument ? (
        <Suspense fallback={<div className="rows" />}>
          <LongGroupList
            groups={groups}
            label={label}
            selecting={selecting}
            row={row}
            onKeyDown={onKeyDown}
          />
        </Suspense>
      ) : (
        <ul
          className={`rows scroll${selecting ? ' rows-selecting' : ''}`}
          aria-label={label}
          onKeyDown={onKeyDown}
        >
          {groups.map((view) => row(view))}
        </ul>
      )}
      {menu && (
        <Suspense fallback={null}>
          <RowMenu target={menu} onClose={() => setMenu(null)} />
        </Suspense>
      )}
    </>
  )
}
