import type { Account } from '../../../shared/domain/account.ts'
import { GroupFilesSection } from '../groupFiles/GroupFilesSection.tsx'
import { AccountsSection } from './AccountsSection.tsx'
import { AppSection } from './AppSection.tsx'
import { LimitsForm } from './LimitsForm.tsx'
import { NotificationsSection } from './NotificationsSection.tsx'
import { RemindersSection } from './RemindersSection.tsx'
import { Section } from './Section.tsx'
import './settings.css'

/** Settings: what is set for the chosen account, the accounts, the app. */
export default function SettingsView({ account }: { readonly account: Account }) {
  return (
    <div className="settings scroll">
      <div className="settings-inner">
        <Section title="Money" note={`Of the account “${account.name}”`}>
          <LimitsForm key={account.id} account={account} />
        </Section>
        <AccountsSection />
        <GroupFilesSection key={`files-${account.id}`} account={account} />
        <RemindersSection />
        <NotificationsSection />
        <AppSection />
      </div>
    </div>
  )
}
