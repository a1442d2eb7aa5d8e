import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { ContractError } from '../../../shared/contract/errors.ts'
import type { Account } from '../../../shared/domain/account.ts'
import type { GroupDraft } from '../../../shared/domain/group.ts'
import { call } from '../../state/bridge.ts'
import { announce, show } from '../../state/messages.ts'
import { currentSnapshot } from '../../state/snapshotStore.ts'
import { type EditorTarget, setUi, useUi } from '../../state/uiStore.ts'
import { Button } from '../../ui/Button.tsx'
import { focusSoon } from '../../ui/focusSoon.ts'
import { Modal } from '../../ui/Modal.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { renewButtonId } from '../renewals/renew.ts'
import { draftOf, isChanged, newDraft } from './draft.ts'
import { EditorFields } from './EditorFields.tsx'
import { useDraftQuote } from './useDraftQuote.ts'
import './editor.css'
import { pageWords } from '../../words/pageWords.ts'

function startOf(target: EditorTarget, accountId: string): GroupDraft {
  if (target.kind === 'new') return newDraft(accountId, target.prefill)
  const saved = currentSnapshot()?.groups.find((view) => view.group.id === target.groupId)
  return saved ? draftOf(saved.group) : newDraft(accountId, {})
}

/** The group editor: one press of `Save group` saves; what main refuses is told at its field, and all typed stays. */
export default function GroupEditor({
  target,
  account: current,
}: {
  readonly target: EditorTarget
  readonly account: Account
}) {
  // The account it was opened in: another one may be shown meanwhile, beside the guard's question.
  const [account] = useState(current)
  const [start] = useState(() => startOf(target, account.id))
  const words = pageWords().groups.editor
  const [draft, setDraft] = useState(start)
  const [error, setError] = useState<ContractError | null>(null)
  const [saving, setSaving] = useState(false)
  const [asking, setAsking] = useState(false)
  const quote = useDraftQuote(draft)
  const form = useRef<HTMLFormElement>(null)
  const name = useRef<HTMLInputElement>(null)
  const close = () => setUi({ editor: null })
  // A prefilled draft was typed by nobody, so leaving it loses nothing.
  const requestClose = () => (isChanged(start, draft) ? setAsking((before) => !before) : close())

  useEffect(() => {
    if (error) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [error])

  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (saving) return
    setSaving(true)
    const answer = await call('group.save', draft)
    setSaving(false)
    if (!answer.ok) {
      setError(answer.error)
      return
    }
    const { group, dropped } = answer.value
    setUi({ editor: null, picking: null, view: 'groups', chosenGroupId: group.id, search: '' })
    const repeats = dropped > 0 ? words.dropped(dropped) : ''
    // The button that opened the editor is gone once there is a first group.
    focusSoon(() => document.getElementById(renewButtonId(group.id)))
    announce(`${words.saved(group.name)} ${repeats}`.trim())
    if (dropped > 0) {
      show({
        kind: 'note',
        title: words.savedTitle(group.name),
        text: repeats,
        action: null,
        about: group.id,
      })
    }
  }

  return (
    <Modal
      title={start.id === null ? pageWords().groups.fresh : words.edit(start.name)}
      large
      dismissOutside={false}
      initialFocus={name}
      // `Pick from orders`, where it waits behind this, comes back and takes the focus itself.
      finalFocus={() => (useUi.getState().picking === null ? null : false)}
      onClose={requestClose}
    >
      <form className="dialog-form" ref={form} noValidate onSubmit={(event) => void save(event)}>
        <div className="dialog-body scroll">
          <EditorFields
            account={account}
            draft={draft}
            errors={error?.fields ?? {}}
            nameRef={name}
            onChange={setDraft}
          />
        </div>
        {error && error.kind !== 'fields' && (
          <div className="dialog-problem">
            <Panel tone="error" title={words.notSaved} alert>
              {error.message}
            </Panel>
          </div>
        )}
        {/* A foot of its own each: a button that turned into `Save group` under the click would save. */}
        {asking ? (
          <div className="dialog-foot" key="asking">
            <p className="dialog-foot-note">{words.leave}</p>
            <Button look="bad" onClick={close}>
              {words.discard}
            </Button>
            <Button look="primary" onClick={() => setAsking(false)}>
              {words.keepEditing}
            </Button>
          </div>
        ) : (
          <div className="dialog-foot" key="saving">
            <p className={`dialog-foot-note num untrusted${quote.tone === 'off' ? ' editor-no-price' : ''}`}>
              {quote.text}
            </p>
            <Button onClick={requestClose}>{words.cancel}</Button>
            <Button look="primary" type="submit" busy={saving}>
              {words.save}
            </Button>
          </div>
        )}
      </form>
    </Modal>
  )
}
