import type { Account } from '../../../shared/domain/account.ts'
import { useSnapshot } from '../../state/snapshotStore.ts'
import { pageWords } from '../../words/pageWords.ts'
import { AccountCard, keyLine } from './AccountCard.tsx'
import { Section } from './Section.tsx'
import { Setting } from './Setting.tsx'

/** The accounts, each with its key's state. A new one is added from the window's head. */
export function AccountsSection() {
  const accounts = useSnapshot((snapshot) => snapshot.accounts)
  return (
    <Section title={pageWords().settings.accounts.title}>
      {accounts.map((account, index) => (
        <Setting key={account.id} words={accountWords(account)}>
          {index > 0 && <hr className="section-line" />}
          <AccountCard account={account} />
        </Setting>
      ))}
    </Section>
  )
}

/** What an account is found by: its name and address, its key's state, what can be done with it. */
function accountWords(account: Account): string {
  const { rename, replaceKey, remove } = pageWords().settings.accounts
  return [account.name, account.apiUrl, keyLine(account), rename, replaceKey, remove].join(' ')
}
