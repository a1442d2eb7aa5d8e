import { Copy } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { GroupView } from '../../../shared/contract/snapshot.ts'
import { useOrderList } from '../../state/selectors.ts'
import { Button } from '../../ui/Button.tsx'
import { focusSoon } from '../../ui/focusSoon.ts'
import { Panel } from '../../ui/Panel.tsx'
import { autoExtendId, copySwitch, switchAutoExtend } from './autoExtendActions.ts'
import { choices, endTone, lastTitle, meaningWords, sinceWords, standingWords } from './autoExtendWords.ts'
import { SwitchOnQuestion } from './SwitchOnQuestion.tsx'
import './autoExtend.css'
import { pageWords } from '../../words/pageWords.ts'

/** The vendor's auto-extend of a group: how it stands, the two ways to switch it, what the last switch came to. */
export function AutoExtend({ view }: { readonly view: GroupView }) {
  const { autoExtend } = view
  const words = pageWords().autoExtend
  const { readAt } = useOrderList(view.group.accountId)
  const [asking, setAsking] = useState(false)
  const onButton = useRef<HTMLButtonElement>(null)
  const pressed = useRef(false)
  const { on, off } = choices(view)
  const busy = autoExtend.switching
  const canAsk = on && busy === null
  const isAsking = asking && canAsk
  const mark = `${on} ${off}`
  useEffect(() => {
    // A question that came to nothing meanwhile does not come back by itself.
    if (!canAsk) setAsking(false)
  }, [canAsk])
  useEffect(() => {
    // The button that was pressed goes once the list shows the new state: its heading stays.
    if (mark !== '' && pressed.current) focusSoon(() => document.getElementById(autoExtendId), 1)
  }, [mark])
  const press = (to: boolean) => {
    pressed.current = true
    void switchAutoExtend(view, to)
  }
  const close = () => {
    setAsking(false)
    onButton.current?.focus()
  }
  return (
    <div className="detail-part auto-extend">
      <div className="detail-part-head">
        <h3 id={autoExtendId} tabIndex={-1}>
          {words.title}
        </h3>
        <div className="auto-extend-actions">
          {(on || busy === 'on') && (
            <Button
              ref={onButton}
              look="ghost"
              busy={busy === 'on'}
              disabled={busy === 'off'}
              aria-expanded={isAsking}
              onClick={() => setAsking(true)}
            >
              {words.switchOn}
            </Button>
          )}
          {(off || busy === 'off') && (
            <Button
              look="ghost"
              busy={busy === 'off'}
              disabled={busy === 'on'}
              careful
              onClick={() => press(false)}
            >
              {words.switchOff}
            </Button>
          )}
        </div>
      </div>
      <p className="small">
        <span className="auto-extend-standing num">{standingWords(autoExtend, readAt)}</span>{' '}
        <span className="soft">{meaningWords(autoExtend)}</span>
      </p>
      {isAsking && (
        <SwitchOnQuestion
          view={view}
          onYes={() => {
            close()
            press(true)
          }}
          onNo={close}
        />
      )}
      {!isAsking && <LastSwitch view={view} readAt={readAt} />}
    </div>
  )
}

/** When it was last switched here, in the vendor's words; in a box where it is not simply done. */
function LastSwitch({ view, readAt }: { readonly view: GroupView; readonly readAt: number | null }) {
  const { last } = view.autoExtend
  if (!last?.end) return null
  const since = sinceWords(view, readAt)
  const copy = (
    <Button icon={<Copy size={14} aria-hidden="true" />} onClick={() => void copySwitch(view)}>
      {pageWords().autoExtend.copy}
    </Button>
  )
  if (last.end.kind !== 'switched') {
    return (
      <Panel tone={endTone[last.end.kind]} title={lastTitle(last)} actions={copy}>
        <p className="untrusted">{last.end.detail}</p>
        {since !== null && <p>{since}</p>}
      </Panel>
    )
  }
  return (
    <div className="auto-extend-last small">
      <p className="num">{lastTitle(last)}</p>
      <p className="soft untrusted">{last.end.detail}</p>
      {since !== null && <p className="soft">{since}</p>}
      {copy}
    </div>
  )
}
