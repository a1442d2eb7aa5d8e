import { useSnapshot } from '../../state/snapshotStore.ts'
import { pageWords } from '../../words/pageWords.ts'
import { AccountCard } from './AccountCard.tsx'
import { Section } from './Section.tsx'
import { Setting } from './Setting.tsx'

/** The accounts, each with its key's state. A new one is added from the window's head. */
export function AccountsSection() {
  const accounts = useSnapshot((snapshot) => snapshot.accounts)
  return (
    <Section title={pageWords().settings.accounts.title}>
      {accounts.map((account, index) => (
        <Setting key={account.id} words={`${account.name} ${account.apiUrl}`}>
          {index > 0 && <hr className="section-line" />}
          <AccountCard account={account} />
        </Setting>
      ))}
    </Section>
  )
}
