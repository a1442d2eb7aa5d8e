import { useSnapshot } from '../../state/snapshotStore.ts'
import { showView, useUi } from '../../state/uiStore.ts'
import { Button } from '../../ui/Button.tsx'
import { focusSoon, startOfWindow } from '../../ui/focusSoon.ts'
import { Panel } from '../../ui/Panel.tsx'
import { pageWords } from '../../words/pageWords.ts'
import { updateSettings } from '../settings/updateSettings.ts'
import { UpdateInstalled } from './UpdateInstalled.tsx'
import { skipVersion } from './updateActions.ts'

/** Above the views: the one question whether to look for new versions, one that is out, one that was installed. */
export default function UpdateBar() {
  const { feed, state } = useSnapshot((snapshot) => snapshot.updates)
  const { lookForUpdates, skippedVersion } = useSnapshot((snapshot) => snapshot.settings)
  // The settings have all of it.
  const isTold = useUi((ui) => ui.view === 'settings')
  if (isTold) return null
  if (state.kind === 'installed' || state.kind === 'restarting') {
    return (
      <div className="notices">
        <UpdateInstalled restarting={state.kind === 'restarting'} />
      </div>
    )
  }
  if ((state.kind === 'available' || state.kind === 'ready') && state.release.version !== skippedVersion) {
    return <OutBar version={state.release.version} onSkip={() => void skipVersion(state.release)} />
  }
  return feed !== null && lookForUpdates === 'unasked' ? <QuestionBar host={feed} /> : null
}

function QuestionBar({ host }: { readonly host: string }) {
  const { question } = pageWords().updates
  const answer = async (lookForUpdates: 'on' | 'off') => {
    await updateSettings({ lookForUpdates })
    focusSoon(startOfWindow)
  }
  return (
    <div className="notices">
      <Panel
        tone="info"
        title={question.title}
        actions={
          <>
            <Button onClick={() => void answer('on')}>{question.yes}</Button>
            <Button onClick={() => void answer('off')}>{question.no}</Button>
          </>
        }
      >
        {question.text(host)}
      </Panel>
    </div>
  )
}

function OutBar({ version, onSkip }: { readonly version: string; readonly onSkip: () => void }) {
  const { updates: words } = pageWords()
  return (
    <div className="notices">
      <Panel
        tone="info"
        title={words.isOut(version)}
        actions={
          <>
            <Button onClick={() => showView('settings')}>{words.whatIsNew}</Button>
            <Button
              onClick={() => {
                onSkip()
                focusSoon(startOfWindow)
              }}
            >
              {words.skip}
            </Button>
          </>
        }
      />
    </div>
  )
}
