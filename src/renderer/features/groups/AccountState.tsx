import { useState } from 'react'
import type { Account, KeyState } from '../../../shared/domain/account.ts'
import { call } from '../../state/bridge.ts'
import { useMsLeft } from '../../state/countdown.ts'
import { tellProblem } from '../../state/messages.ts'
import { useNow } from '../../state/now.ts'
import { useBalance } from '../../state/selectors.ts'
import { useSnapshot } from '../../state/snapshotStore.ts'
import { setUi } from '../../state/uiStore.ts'
import { Button } from '../../ui/Button.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { pageWords } from '../../words/pageWords.ts'
import { agoWords, untilWords } from '../../words/time.ts'
import { checkBalance } from '../balance/BalanceBox.tsx'

/** What can be wrong with a key: a state of the keychain, or the vendor's no to it. */
type Trouble = Exclude<KeyState, 'ok'> | 'refused'

/** What keeps an account from working, in words and with the way out; nothing while all is well. */
export function AccountState({ account }: { readonly account: Account }) {
  if (account.keyRefused) return <KeyTrouble account={account} state="refused" />
  if (account.keyState !== 'ok') return <KeyTrouble account={account} state={account.keyState} />
  return <Offline account={account} />
}

function KeyTrouble({ account, state }: { readonly account: Account; readonly state: Trouble }) {
  const words = pageWords().groupRows.trouble
  const [busy, setBusy] = useState(false)
  const tryAgain = async () => {
    setBusy(true)
    const answer = await call('account.unlock', { accountId: account.id })
    setBusy(false)
    if (!answer.ok) tellProblem(words[state].title, answer.error.message, `key-${account.id}`)
  }
  const enter = (
    <Button
      look={state === 'absent' || state === 'refused' ? 'primary' : 'plain'}
      onClick={() => setUi({ keyFor: account.id })}
    >
      {words.enterKey}
    </Button>
  )
  return (
    <div className="account-state">
      <Panel
        tone="warning"
        title={words[state].title}
        actions={
          <>
            {state !== 'absent' && (
              <Button look="primary" busy={busy} onClick={() => void tryAgain()}>
                {words.tryAgain}
              </Button>
            )}
            {enter}
          </>
        }
      >
        {words[state].text}
      </Panel>
    </div>
  )
}

/**
 * The vendor asks to wait, cannot be reached, or its answers cannot be read: what is shown is old, and how old. A wait
 * needs nothing of the person: the next try happens by itself.
 */
function Offline({ account }: { readonly account: Account }) {
  const words = pageWords().groupRows.trouble
  const balance = useBalance(account.id)
  const orders = useSnapshot((snapshot) => snapshot.orders.find((one) => one.accountId === account.id))
  const now = useNow()
  const left = useMsLeft(balance?.nextTryAt ?? null)
  const problem = balance?.problem ?? orders?.problem ?? null
  const waits = balance !== null && balance.nextTryAt !== null
  if (!waits && !balance?.offline && problem === null) return null
  const ages = [balance?.readAt, orders?.readAt].filter((at) => typeof at === 'number')
  const age = ages.length > 0 ? words.age(agoWords(Math.min(...ages), now)) : ''
  if (waits) {
    return (
      <div className="account-state">
        <Panel tone="warning" title={words.waits}>
          {words.nextTry(untilWords(left))}
          {age}
        </Panel>
      </div>
    )
  }
  const again = () => {
    void checkBalance(account.id)
    void call('orders.refresh', { accountId: account.id })
  }
  return (
    <div className="account-state">
      <Panel
        tone="warning"
        title={balance?.offline ? words.offline : words.unreadable}
        actions={
          <Button busy={(balance?.reading ?? false) || (orders?.reading ?? false)} onClick={again}>
            {words.tryAgain}
          </Button>
        }
      >
        <span className="untrusted">{problem}</span>
        {age}
      </Panel>
    </div>
  )
}
