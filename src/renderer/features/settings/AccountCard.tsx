import { KeyRound } from 'lucide-react'
import { useState } from 'react'
import type { Account } from '../../../shared/domain/account.ts'
import { AccountName } from '../../app/AccountName.tsx'
import { call } from '../../state/bridge.ts'
import { announce, tellProblem } from '../../state/messages.ts'
import { currentSnapshot } from '../../state/snapshotStore.ts'
import { setUi, showView } from '../../state/uiStore.ts'
import { Button } from '../../ui/Button.tsx'
import { focusSoon, startOfWindow } from '../../ui/focusSoon.ts'
import { Panel } from '../../ui/Panel.tsx'
import { pageWords } from '../../words/pageWords.ts'
import { SavedField } from './SavedField.tsx'

/** What is told of an account's key: where it is, and its last four characters. Never more. */
export function keyLine(account: Account): string {
  const words = pageWords().settings.accounts
  if (account.kind === 'practice') return words.practiceKey
  const isSession = account.sessionOnly && account.keyState === 'ok'
  const where = words.key[isSession ? 'session' : account.keyState]
  return words.keyLine({ tail: account.keyTail, where, refused: account.keyRefused })
}

type Mode =
  | { readonly kind: 'shown' }
  | { readonly kind: 'renaming' }
  /** `asked`: main's own question, when there is one; then the next press is confirmed. */
  | { readonly kind: 'removing'; readonly asked: string | null; readonly busy: boolean }

/** One account: name, address, key, and what can be done with it. */
export function AccountCard({ account }: { readonly account: Account }) {
  const [mode, setMode] = useState<Mode>({ kind: 'shown' })
  const words = pageWords().settings.accounts
  return (
    <div className="account-card">
      <AccountName account={account} />
      {account.kind === 'vendor' && <p className="soft small untrusted">{account.apiUrl}</p>}
      <p className="soft small account-key">
        <KeyRound size={13} aria-hidden="true" /> {keyLine(account)}
      </p>
      {mode.kind === 'renaming' && (
        <SavedField
          label={words.newName}
          type="text"
          saved={account.name}
          save={(name) => call('account.update', { accountId: account.id, name })}
          errorOf={(error) => error.fields?.name ?? error.message}
        />
      )}
      {mode.kind === 'removing' ? (
        <RemoveQuestion account={account} mode={mode} onMode={setMode} />
      ) : (
        <div className="account-actions">
          <Button onClick={() => setMode({ kind: mode.kind === 'renaming' ? 'shown' : 'renaming' })}>
            {mode.kind === 'renaming' ? words.done : words.rename}
          </Button>
          {account.kind === 'vendor' && (
            <Button onClick={() => setUi({ keyFor: account.id })}>{words.replaceKey}</Button>
          )}
          <Button look="bad" onClick={() => setMode({ kind: 'removing', asked: null, busy: false })}>
            {words.remove}
          </Button>
        </div>
      )}
    </div>
  )
}

function RemoveQuestion({
  account,
  mode,
  onMode,
}: {
  readonly account: Account
  readonly mode: Extract<Mode, { kind: 'removing' }>
  readonly onMode: (mode: Mode) => void
}) {
  const words = pageWords().settings.accounts
  const remove = async () => {
    onMode({ ...mode, busy: true })
    const confirmed = mode.asked !== null
    const answer = await call('account.remove', { accountId: account.id, confirmed })
    if (answer.ok) {
      announce(words.removed(account.name))
      // Without any account the window starts over; a tab takes the focus of a card that is gone.
      if (!currentSnapshot()?.accounts.some((one) => one.id !== account.id)) showView('groups')
      return focusSoon(startOfWindow)
    }
    if (answer.error.kind === 'asks')
      return onMode({ kind: 'removing', asked: answer.error.message, busy: false })
    onMode({ kind: 'shown' })
    tellProblem(words.notRemoved(account.name), answer.error.message, `remove-${account.id}`)
  }
  return (
    <Panel
      tone="warning"
      title={words.removeQuestion(account.name)}
      alert
      actions={
        <>
          <Button look="danger" careful busy={mode.busy} onClick={() => void remove()}>
            {mode.asked === null ? words.removeAccount : words.removeAnyway}
          </Button>
          <Button onClick={() => onMode({ kind: 'shown' })}>{words.keep}</Button>
        </>
      }
    >
      {mode.asked ?? words.removal[account.kind]}
    </Panel>
  )
}
