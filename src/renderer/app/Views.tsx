import { Tabs } from '@base-ui/react/tabs'
import { lazy, Suspense } from 'react'
import type { Account } from '../../shared/domain/account.ts'
import { GroupsView } from '../features/groups/GroupsView.tsx'
import { unsettledIn } from '../state/selectors.ts'
import { useSnapshot } from '../state/snapshotStore.ts'
import { showView, useUi, type ViewName } from '../state/uiStore.ts'
import { pageWords } from '../words/pageWords.ts'

const HistoryView = lazy(() => import('../features/history/HistoryView.tsx'))
const SettingsView = lazy(() => import('../features/settings/SettingsView.tsx'))

/** The three views as tabs. Only the chosen one is in the document. */
export function Views({ account }: { readonly account: Account }) {
  const view = useUi((ui) => ui.view)
  const unsettled = useSnapshot((snapshot) => unsettledIn(snapshot, account.id))
  const { app } = pageWords()
  return (
    <Tabs.Root
      className="views"
      value={view}
      onValueChange={(next: ViewName) => {
        showView(next)
      }}
    >
      <Tabs.List className="tabs" activateOnFocus={false}>
        <Tabs.Tab className="tab" value="groups">
          {app.views.groups}
        </Tabs.Tab>
        <Tabs.Tab
          className="tab"
          value="history"
          aria-describedby={unsettled > 0 ? 'unsettled' : undefined}
          data-count={unsettled > 0 ? unsettled : undefined}
        >
          {app.views.history}
        </Tabs.Tab>
        <Tabs.Tab className="tab" value="settings">
          {app.views.settings}
        </Tabs.Tab>
      </Tabs.List>
      {unsettled > 0 && (
        <span className="vh" id="unsettled">
          {app.toSettle(unsettled)}
        </span>
      )}
      <Tabs.Panel className="view" value="groups">
        <GroupsView account={account} />
      </Tabs.Panel>
      <Tabs.Panel className="view" value="history">
        <Suspense fallback={<ViewLoading />}>
          <HistoryView account={account} />
        </Suspense>
      </Tabs.Panel>
      <Tabs.Panel className="view" value="settings">
        <Suspense fallback={<ViewLoading />}>
          <SettingsView account={account} />
        </Suspense>
      </Tabs.Panel>
    </Tabs.Root>
  )
}

function ViewLoading() {
  return <div className="skeleton view-loading" aria-hidden="true" />
}
