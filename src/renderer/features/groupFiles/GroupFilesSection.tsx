import { Download, Upload } from 'lucide-react'
import { useState } from 'react'
import type { Account } from '../../../shared/domain/account.ts'
import { Button } from '../../ui/Button.tsx'
import { pageWords } from '../../words/pageWords.ts'
import { Section } from '../settings/Section.tsx'
import { Setting } from '../settings/Setting.tsx'
import { chooseImport, exportGroups } from './groupFileActions.ts'

type Busy = 'json' | 'csv' | 'import' | null

/** Settings: the account's groups to a file, and from one. */
export function GroupFilesSection({ account }: { readonly account: Account }) {
  const { groupFiles } = pageWords()
  // The system's dialog is open, or the file is being read: one at a time.
  const [busy, setBusy] = useState<Busy>(null)
  const during = async (what: Exclude<Busy, null>, work: Promise<void>) => {
    setBusy(what)
    await work
    setBusy(null)
  }
  const button = (what: Exclude<Busy, null>, label: string, work: () => Promise<void>) => (
    <Button
      icon={
        what === 'import' ? (
          <Upload size={14} aria-hidden="true" />
        ) : (
          <Download size={14} aria-hidden="true" />
        )
      }
      busy={busy === what}
      disabled={busy !== null && busy !== what}
      onClick={() => void during(what, work())}
    >
      {label}
    </Button>
  )
  return (
    <Section title={groupFiles.title} note={groupFiles.of(account.name)}>
      <Setting
        words={[groupFiles.hint, groupFiles.exportJson, groupFiles.exportCsv, groupFiles.importGroups].join(
          ' ',
        )}
      >
        <p className="soft small">{groupFiles.hint}</p>
        <div className="account-actions">
          {button('json', groupFiles.exportJson, () => exportGroups(account, 'json'))}
          {button('csv', groupFiles.exportCsv, () => exportGroups(account, 'csv'))}
          {button('import', groupFiles.importGroups, () => chooseImport(account))}
        </div>
      </Setting>
    </Section>
  )
}
