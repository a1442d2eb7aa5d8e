import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { ContractError } from '../../../shared/contract/errors.ts'
import { chooseAccount } from '../../app/pushes.ts'
import { call } from '../../state/bridge.ts'
import { announce } from '../../state/messages.ts'
import { useSnapshot } from '../../state/snapshotStore.ts'
import { setUi } from '../../state/uiStore.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/Field.tsx'
import { chosenTab, focusSoon } from '../../ui/focusSoon.ts'
import { Panel } from '../../ui/Panel.tsx'
import { pageWords } from '../../words/pageWords.ts'
import { type Ask, askOf } from './connect.ts'
import { clearKey, KeyField } from './KeyField.tsx'

/** What the person agreed to so far; kept while the form stands, so that nothing is asked twice. */
interface Agreed {
  readonly addressConfirmed: boolean
  readonly sessionOnly: boolean
}

/** Connects an account: name, key, address. What main refuses stands at its field, and everything typed stays. */
export function ConnectForm({ onConnected }: { readonly onConnected: () => void }) {
  const defaultApiUrl = useSnapshot((snapshot) => snapshot.about.defaultApiUrl)
  const [name, setName] = useState('')
  const [apiUrl, setApiUrl] = useState(defaultApiUrl)
  const [agreed, setAgreed] = useState<Agreed>({ addressConfirmed: false, sessionOnly: false })
  const [error, setError] = useState<ContractError | null>(null)
  const [ask, setAsk] = useState<Ask | null>(null)
  const [busy, setBusy] = useState<'connect' | 'practice' | null>(null)
  const key = useRef<HTMLInputElement>(null)
  const form = useRef<HTMLFormElement>(null)

  useEffect(() => {
    if (error) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [error])

  const done = (accountId: string, words: string) => {
    clearKey(key)
    chooseAccount(accountId)
    setUi({ view: 'groups' })
    announce(words)
    onConnected()
    focusSoon(chosenTab)
  }
  const connect = async (now: Agreed) => {
    if (busy) return
    setAgreed(now)
    setBusy('connect')
    setError(null)
    setAsk(null)
    const answer = await call('account.connect', { name, key: key.current?.value ?? '', apiUrl, ...now })
    setBusy(null)
    if (answer.ok) return done(answer.value.accountId, pageWords().accounts.connected(name.trim()))
    const question = askOf(answer.error, apiUrl)
    setAsk(question)
    setError(question ? null : answer.error)
  }
  const practice = async () => {
    if (busy) return
    setBusy('practice')
    setError(null)
    const answer = await call('account.practice', null)
    setBusy(null)
    if (answer.ok) done(answer.value.accountId, pageWords().accounts.practiceReady)
    else setError(answer.error)
  }
  const changeAddress = (typed: string) => {
    setApiUrl(typed)
    // A yes was for one host only.
    setAgreed({ ...agreed, addressConfirmed: false })
    setAsk(null)
  }
  const fields = error?.fields ?? {}
  const { accounts } = pageWords()
  return (
    <form
      className="connect"
      ref={form}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void connect(agreed)
      }}
    >
      <TextField
        label={accounts.name}
        hint={accounts.nameHint}
        value={name}
        error={fields.name}
        onChange={(event) => setName(event.target.value)}
      />
      <KeyField inputRef={key} error={fields.key} hint={accounts.keyHint} />
      <details className="connect-address" open={fields.apiUrl !== undefined || undefined}>
        <summary>{accounts.anotherAddress}</summary>
        <TextField
          label={accounts.address}
          inputMode="url"
          value={apiUrl}
          error={fields.apiUrl}
          hint={accounts.addressHint}
          onChange={(event) => changeAddress(event.target.value)}
        />
      </details>
      {ask && <AskPanel ask={ask} agreed={agreed} onAgree={(now) => void connect(now)} />}
      {error && error.fields === undefined && (
        <Panel tone="error" title={accounts.notConnected} alert>
          {error.message}
        </Panel>
      )}
      <div className="connect-actions">
        <Button look="primary" wide type="submit" busy={busy === 'connect'}>
          {accounts.connect}
        </Button>
        <Button wide busy={busy === 'practice'} onClick={() => void practice()}>
          {accounts.tryPractice}
        </Button>
        <p className="faint small connect-note">{accounts.practiceNote}</p>
      </div>
    </form>
  )
}

function AskPanel({
  ask,
  agreed,
  onAgree,
}: {
  readonly ask: Ask
  readonly agreed: Agreed
  readonly onAgree: (agreed: Agreed) => void
}) {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => button.current?.focus(), [])
  const { accounts } = pageWords()
  return ask.kind === 'host' ? (
    <Panel
      tone="warning"
      title={accounts.unusualAddress}
      alert
      actions={
        <Button ref={button} onClick={() => onAgree({ ...agreed, addressConfirmed: true })}>
          {accounts.sendKeyTo(ask.host)}
        </Button>
      }
    >
      {ask.message}
    </Panel>
  ) : (
    <Panel
      tone="warning"
      title={accounts.noKeychain}
      alert
      actions={
        <Button ref={button} onClick={() => onAgree({ ...agreed, sessionOnly: true })}>
          {accounts.sessionOnly}
        </Button>
      }
    >
      {ask.message}
    </Panel>
  )
}
