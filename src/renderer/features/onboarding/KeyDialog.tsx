import { type FormEvent, useRef, useState } from 'react'
import type { ContractError } from '../../../shared/contract/errors.ts'
import { call } from '../../state/bridge.ts'
import { announce } from '../../state/messages.ts'
import { useSnapshot } from '../../state/snapshotStore.ts'
import { Button } from '../../ui/Button.tsx'
import { Modal } from '../../ui/Modal.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { pageWords } from '../../words/pageWords.ts'
import { askOf } from './connect.ts'
import { clearKey, KeyField } from './KeyField.tsx'
import './onboarding.css'

/** Enters an account's key again, or another one. */
export default function KeyDialog({
  accountId,
  onClose,
}: {
  readonly accountId: string
  readonly onClose: () => void
}) {
  const account = useSnapshot((snapshot) => snapshot.accounts.find((one) => one.id === accountId))
  const [error, setError] = useState<ContractError | null>(null)
  const [busy, setBusy] = useState(false)
  const key = useRef<HTMLInputElement>(null)
  const save = async (sessionOnly: boolean) => {
    if (busy) return
    setBusy(true)
    const answer = await call('account.replace-key', {
      accountId,
      key: key.current?.value ?? '',
      sessionOnly,
    })
    setBusy(false)
    if (!answer.ok) {
      setError(answer.error)
      return key.current?.focus()
    }
    clearKey(key)
    announce(pageWords().accounts.keyAgain.saved)
    onClose()
  }
  const ask = error ? askOf(error, account?.apiUrl ?? '') : null
  const { accounts } = pageWords()
  return (
    <Modal
      title={accounts.keyAgain.title}
      description={account ? accounts.keyAgain.of(account.name, account.apiUrl) : undefined}
      initialFocus={key}
      onClose={onClose}
    >
      <form
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          void save(false)
        }}
      >
        <div className="dialog-body">
          <KeyField inputRef={key} error={error?.fields?.key} hint={accounts.keyAgain.hint} />
          {ask?.kind === 'session' && (
            <Panel
              tone="warning"
              title={accounts.noKeychain}
              alert
              actions={<Button onClick={() => void save(true)}>{accounts.sessionOnly}</Button>}
            >
              {ask.message}
            </Panel>
          )}
          {error && error.fields === undefined && ask?.kind !== 'session' && (
            <Panel tone="error" title={accounts.keyAgain.notSaved} alert>
              {error.message}
            </Panel>
          )}
        </div>
        <div className="dialog-foot">
          <Button onClick={onClose}>{accounts.keyAgain.cancel}</Button>
          <Button look="primary" type="submit" busy={busy}>
            {accounts.keyAgain.save}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
