import { useState } from 'react'
import type { Account } from '../../../shared/domain/account.ts'
import { searchFieldId } from '../../app/shortcuts.ts'
import { Button } from '../../ui/Button.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { pageWords } from '../../words/pageWords.ts'
import { GroupFilesSection } from '../groupFiles/GroupFilesSection.tsx'
import { UpdatesSection } from '../updates/UpdatesSection.tsx'
import { AccountsSection } from './AccountsSection.tsx'
import { AppSection } from './AppSection.tsx'
import { LimitsForm } from './LimitsForm.tsx'
import { NotificationsSection } from './NotificationsSection.tsx'
import { RemindersSection } from './RemindersSection.tsx'
import { Section } from './Section.tsx'
import { SettingsQuery } from './search.ts'
import { TraySection } from './TraySection.tsx'
import './settings.css'

/** Settings: what is set for the chosen account, the accounts, the app; with a search over all of them. */
export default function SettingsView({ account }: { readonly account: Account }) {
  const [query, setQuery] = useState('')
  const words = pageWords().settings
  return (
    <div className="settings scroll">
      <div className="settings-inner">
        <div className="settings-search">
          <SearchField
            id={searchFieldId}
            label={words.search}
            hint={words.search}
            value={query}
            onChange={setQuery}
          />
        </div>
        <SettingsQuery value={query.trim()}>
          <Section title={words.money.title} note={words.money.of(account.name)}>
            <LimitsForm key={account.id} account={account} />
          </Section>
          <AccountsSection />
          <GroupFilesSection key={`files-${account.id}`} account={account} />
          <RemindersSection />
          <NotificationsSection />
          <TraySection key={`tray-${account.id}`} account={account} />
          <AppSection />
          <UpdatesSection />
        </SettingsQuery>
        <div className="settings-nothing">
          <p className="soft untrusted">{words.nothing(query.trim())}</p>
          <Button onClick={() => setQuery('')}>{words.clear}</Button>
        </div>
      </div>
    </div>
  )
}
