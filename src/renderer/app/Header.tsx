import { Plus } from 'lucide-react'
import type { Account } from '../../shared/domain/account.ts'
import { BalanceBox } from '../features/balance/BalanceBox.tsx'
import { useSnapshot } from '../state/snapshotStore.ts'
import { setUi } from '../state/uiStore.ts'
import { IconButton } from '../ui/Button.tsx'
import { pageWords } from '../words/pageWords.ts'
import { AccountName } from './AccountName.tsx'
import { AccountSwitcher } from './AccountSwitcher.tsx'

/** The window's head: whose money it is, and how much of it is left. */
export function Header({ account }: { readonly account: Account }) {
  const several = useSnapshot((snapshot) => snapshot.accounts.length > 1)
  return (
    <header className="header">
      <div className="header-account">
        {several ? (
          <AccountSwitcher account={account} />
        ) : (
          <span className="account-static">
            <AccountName account={account} />
          </span>
        )}
        <IconButton
          label={pageWords().accounts.add}
          icon={<Plus size={16} />}
          onClick={() => setUi({ addingAccount: true })}
        />
      </div>
      <BalanceBox accountId={account.id} />
    </header>
  )
}
