import { Activity, lazy, Suspense, useEffect } from 'react'
import { useAccount } from '../state/selectors.ts'
import { loadSnapshot, useSnapshot, useSnapshotState } from '../state/snapshotStore.ts'
import { setUi, useUi } from '../state/uiStore.ts'
import { Button } from '../ui/Button.tsx'
import { SteppedAside } from '../ui/Modal.tsx'
import { mainId } from '../ui/menuHome.ts'
import { Panel } from '../ui/Panel.tsx'
import { pageWords } from '../words/pageWords.ts'
import { Header } from './Header.tsx'
import { MessageLane } from './MessageLane.tsx'
import { Notices } from './Notices.tsx'
import { useShortcuts } from './shortcuts.ts'
import { useSpoken } from './useSpoken.ts'
import { Views } from './Views.tsx'

const Onboarding = lazy(() => import('../features/onboarding/Onboarding.tsx'))
const AppSettings = lazy(() => import('../features/settings/AppSettings.tsx'))
const AddAccountDialog = lazy(() => import('../features/onboarding/AddAccountDialog.tsx'))
const KeyDialog = lazy(() => import('../features/onboarding/KeyDialog.tsx'))
const GroupEditor = lazy(() => import('../features/groups/GroupEditor.tsx'))
const BalanceHistory = lazy(() => import('../features/balance/BalanceHistory.tsx'))
const PickOrders = lazy(() => import('../features/orders/PickOrders.tsx'))
const ImportDialog = lazy(() => import('../features/groupFiles/ImportDialog.tsx'))
const DueDialog = lazy(() => import('../features/due/DueDialog.tsx'))
const UpdateBar = lazy(() => import('../features/updates/UpdateBar.tsx'))
const KeysDialog = lazy(() => import('./KeysDialog.tsx'))
const GuardDialog = lazy(() => import('../features/renewals/GuardDialog.tsx'))

/** The whole window: what main knows, or that it is being asked. */
export function App() {
  const spoken = useSpoken()
  const ready = useSnapshotState((state) => state.snapshot !== null) && spoken !== null
  const problem = useSnapshotState((state) => state.problem)
  return (
    // Another language draws everything anew; what was chosen and where one was stays in the stores.
    <div className="app" key={spoken}>
      {ready && <WindowHead />}
      <main className="main" id={mainId}>
        <h1 className="vh">Leasebar</h1>
        {ready ? <Frame /> : problem === null ? <Loading /> : <NoSnapshot problem={problem} />}
        <MessageLane />
      </main>
    </div>
  )
}

function useTheme(): void {
  const theme = useSnapshot((snapshot) => snapshot.settings.theme)
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme
  }, [theme])
}

function WindowHead() {
  const account = useAccount()
  return account && <Header account={account} />
}

function Frame() {
  useTheme()
  useShortcuts()
  const account = useAccount()
  const hasUpdateNews = useSnapshot(({ updates }) => updates.feed !== null || updates.state.kind !== 'idle')
  return (
    <>
      <Notices />
      {hasUpdateNews && account && (
        <Suspense fallback={null}>
          <UpdateBar />
        </Suspense>
      )}
      {account ? <Views key={account.id} account={account} /> : <BeforeFirstAccount />}
      <Dialogs />
    </>
  )
}

/** No account yet: the ways in, and the app's settings, which the tray opens too. */
function BeforeFirstAccount() {
  const settings = useUi((ui) => ui.view === 'settings')
  return (
    <Suspense fallback={null}>
      {settings && <AppSettings />}
      {/* Hidden and not gone: what was typed is there on coming back. */}
      <Activity mode={settings ? 'hidden' : 'visible'}>
        <Onboarding />
      </Activity>
    </Suspense>
  )
}

/** What opens over the window. Each is loaded when first needed. */
function Dialogs() {
  const editor = useUi((ui) => ui.editor)
  const picking = useUi((ui) => ui.picking)
  const balanceOpen = useUi((ui) => ui.balanceOpen)
  const importing = useUi((ui) => ui.importing)
  const guard = useUi((ui) => ui.guard)
  const adding = useUi((ui) => ui.addingAccount)
  const keysOpen = useUi((ui) => ui.keysOpen)
  const keyFor = useUi((ui) => ui.keyFor)
  const dueRun = useSnapshot((snapshot) => snapshot.dueRun)
  const isDueOpen = useUi((ui) => !ui.dueHidden) && dueRun !== null
  const dueRunId = dueRun?.id
  useEffect(() => {
    // A new plan is to be seen, whoever hid the one before.
    if (dueRunId !== undefined) setUi({ dueHidden: false })
  }, [dueRunId])
  const account = useAccount()
  return (
    <>
      {/* One at a time: the guard's question goes before the others, which wait with all that was typed. */}
      <SteppedAside value={guard !== null || isDueOpen || editor !== null}>
        <Suspense fallback={null}>
          {picking && account && <PickOrders key={account.id} target={picking} account={account} />}
        </Suspense>
      </SteppedAside>
      <SteppedAside value={guard !== null || isDueOpen}>
        <Suspense fallback={null}>
          {balanceOpen && account && <BalanceHistory key={account.id} account={account} />}
        </Suspense>
        <Suspense fallback={null}>
          {importing && account && <ImportDialog choice={importing} account={account} />}
        </Suspense>
        <Suspense fallback={null}>
          {editor && account && <GroupEditor target={editor} account={account} />}
        </Suspense>
        <Suspense fallback={null}>
          {keysOpen && <KeysDialog onClose={() => setUi({ keysOpen: false })} />}
        </Suspense>
        <Suspense fallback={null}>
          {adding && <AddAccountDialog onClose={() => setUi({ addingAccount: false })} />}
        </Suspense>
        <Suspense fallback={null}>
          {keyFor !== null && <KeyDialog accountId={keyFor} onClose={() => setUi({ keyFor: null })} />}
        </Suspense>
      </SteppedAside>
      <SteppedAside value={guard !== null}>
        <Suspense fallback={null}>{dueRun && isDueOpen && <DueDialog run={dueRun} />}</Suspense>
      </SteppedAside>
      <Suspense fallback={null}>
        {guard && <GuardDialog key={guard.question.confirmationId} {...guard} />}
      </Suspense>
    </>
  )
}

/** The window's shape while main is being asked. */
function Loading() {
  return (
    <div className="loading" aria-busy="true">
      <p className="vh">{pageWords().app.loading}</p>
      <div className="skeleton loading-head" />
      <div className="skeleton loading-row" />
      <div className="skeleton loading-row" />
      <div className="skeleton loading-row" />
    </div>
  )
}

function NoSnapshot({ problem }: { readonly problem: string }) {
  const { app } = pageWords()
  return (
    <div className="center">
      <Panel
        tone="error"
        title={app.noSnapshot}
        alert
        actions={
          <Button look="primary" onClick={() => void loadSnapshot()}>
            {app.tryAgain}
          </Button>
        }
      >
        {problem}
      </Panel>
    </div>
  )
}
