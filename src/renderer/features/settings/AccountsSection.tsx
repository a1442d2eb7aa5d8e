import { Fragment } from 'react'
import { useSnapshot } from '../../state/snapshotStore.ts'
import { AccountCard } from './AccountCard.tsx'
import { Section } from './Section.tsx'

/** The accounts, each with its key's state. A new one is added from the window's head. */
export function AccountsSection() {
  const accounts = useSnapshot((snapshot) => snapshot.accounts)
  return (
    <Section title="Accounts">
      {accounts.map((account, index) => (
        <Fragment key={account.id}>
          {index > 0 && <hr className="section-line" />}
          <AccountCard account={account} />
        </Fragment>
      ))}
    </Section>
  )
}
