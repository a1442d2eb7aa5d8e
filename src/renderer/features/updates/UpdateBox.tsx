import type { ReactNode } from 'react'
import type { Release, UpdateState } from '../../../shared/domain/updates.ts'
import { formatDate, formatDateTime, formatNumber } from '../../../shared/words/intl.ts'
import { useSnapshot } from '../../state/snapshotStore.ts'
import { Button } from '../../ui/Button.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { pageWords } from '../../words/pageWords.ts'
import { UpdateInstalled } from './UpdateInstalled.tsx'
import { copyCommand, updateBoxId, updateStep } from './updateActions.ts'

/** How far looking for a newer version has come, with what can be done next. */
export function UpdateBox({ state }: { readonly state: UpdateState }) {
  return <div id={updateBoxId}>{boxOf(state)}</div>
}

function boxOf(state: UpdateState): ReactNode {
  switch (state.kind) {
    case 'idle':
    case 'checking':
    case 'current':
      return <Rest state={state} />
    case 'failed':
      return <Failed state={state} />
    case 'available':
      return <Available release={state.release} />
    case 'downloading':
      return <Downloading state={state} />
    case 'ready':
      return <Ready state={state} />
    case 'installed':
    case 'restarting':
      return <UpdateInstalled restarting={state.kind === 'restarting'} />
  }
}

function Rest({
  state,
}: {
  readonly state: Extract<UpdateState, { kind: 'idle' | 'checking' | 'current' }>
}) {
  const { updates: words } = pageWords()
  const version = useSnapshot((snapshot) => snapshot.about.version)
  const isChecking = state.kind === 'checking'
  return (
    <div className="about">
      <p className="soft small num">
        {state.kind === 'current' ? words.current(version, formatDateTime(state.at)) : words.running(version)}
      </p>
      <div className="account-actions">
        <Button busy={isChecking} onClick={() => void updateStep('update.check')}>
          {isChecking ? words.checking : words.check}
        </Button>
      </div>
    </div>
  )
}

function Failed({ state }: { readonly state: Extract<UpdateState, { kind: 'failed' }> }) {
  const { updates: words } = pageWords()
  const { release, message } = state
  const again = release === null ? 'update.check' : 'update.download'
  return (
    <Panel
      tone="warning"
      title={release === null ? words.failed : words.notDownloaded(release.version)}
      actions={<Button onClick={() => void updateStep(again)}>{words.tryAgain}</Button>}
      alert
    >
      {message}
    </Panel>
  )
}

function Available({ release }: { readonly release: Release }) {
  const { updates: words } = pageWords()
  const { file } = release
  return (
    <Panel
      tone="info"
      title={words.isOut(release.version)}
      actions={
        file && (
          <Button look="soft" onClick={() => void updateStep('update.download')}>
            {words.download(formatNumber(Math.round(file.size / 1_000_000)))}
          </Button>
        )
      }
    >
      <About release={release} />
      {file === null && <p>{words.noPackage}</p>}
    </Panel>
  )
}

function Downloading({ state }: { readonly state: Extract<UpdateState, { kind: 'downloading' }> }) {
  const { updates: words } = pageWords()
  const { release, received } = state
  const percent = Math.floor((received / (release.file?.size ?? 1)) * 100)
  return (
    <Panel
      tone="info"
      title={words.downloading(release.version)}
      actions={<Button onClick={() => void updateStep('update.cancel')}>{words.cancel}</Button>}
    >
      <p className="num">{words.received(percent)}</p>
      <progress className="due-progress" aria-label={words.progress} max={100} value={percent} />
    </Panel>
  )
}

function Ready({ state }: { readonly state: Extract<UpdateState, { kind: 'ready' }> }) {
  const { updates: words } = pageWords()
  const { release, path, command } = state
  return (
    <Panel
      tone="good"
      title={words.ready(release.version)}
      actions={
        <>
          {command !== null && <Button onClick={() => void copyCommand(command)}>{words.copyCommand}</Button>}
          <Button onClick={() => void updateStep('update.show-file')}>{words.showFile}</Button>
        </>
      }
    >
      <p>{command === null ? words.readyByHand : words.readyByCommand}</p>
      <p className="mono untrusted">{command ?? path}</p>
      <About release={release} />
    </Panel>
  )
}

function About({ release }: { readonly release: Release }) {
  return (
    <>
      <p className="num">{pageWords().updates.released(formatDate(Date.parse(release.released)))}</p>
      {release.notes !== '' && <p className="update-notes untrusted">{release.notes}</p>}
    </>
  )
}
