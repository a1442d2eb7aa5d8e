import { err } from '../../../shared/domain/result.ts'
import type { Settings } from '../../../shared/domain/settings.ts'
import { call } from '../../state/bridge.ts'
import { tellProblem } from '../../state/messages.ts'
import { useSnapshot } from '../../state/snapshotStore.ts'
import { Button } from '../../ui/Button.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { SavedField } from './SavedField.tsx'
import { Section } from './Section.tsx'

const themes = [
  { value: 'system', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const

async function update(patch: Partial<Settings>): Promise<void> {
  const answer = await call('settings.update', patch)
  if (!answer.ok) tellProblem('The setting was not saved', answer.error.message, 'settings')
}

/** Whole minutes from a minute to a day, as main takes them; null for anything else. */
function minutesOf(text: string): number | null {
  const minutes = Number(text)
  return Number.isInteger(minutes) && minutes >= 1 && minutes <= 1440 ? minutes : null
}

/** What is set for the whole app, and what this installation is. */
export function AppSection() {
  const settings = useSnapshot((snapshot) => snapshot.settings)
  const about = useSnapshot((snapshot) => snapshot.about)
  const openFolder = async () => {
    const answer = await call('link.open', { link: 'data-folder' })
    if (!answer.ok) tellProblem('The data folder did not open', answer.error.message, 'data-folder')
  }
  return (
    <>
      <Section title="Reminders">
        <SavedField
          label="Read the money every"
          suffix="minutes"
          saved={String(settings.balanceMinutes)}
          save={async (text) => {
            const balanceMinutes = minutesOf(text)
            if (balanceMinutes !== null) return call('settings.update', { balanceMinutes })
            return err({ kind: 'fields', message: 'Enter whole minutes from 1 to 1440.' })
          }}
          errorOf={(error) => error.message}
        />
        <Switch
          label="Remind daily"
          hint="Once a day while the balance stays below your sum."
          checked={settings.dailyReminder}
          onChange={(dailyReminder) => void update({ dailyReminder })}
        />
      </Section>
      <Section title="This app">
        <Segments
          label="Theme"
          choices={themes}
          value={settings.theme}
          onChange={(theme) => void update({ theme })}
        />
        <Switch
          label="Start at login"
          hint={
            about.hasTray ? 'Hidden in the tray.' : 'No tray was found here, so it would start as a window.'
          }
          checked={settings.startAtLogin}
          onChange={(startAtLogin) => void update({ startAtLogin })}
        />
        <div className="about">
          <p className="field-label">Data folder</p>
          <p className="soft small mono untrusted">{about.dataFolder}</p>
          <div className="account-actions">
            <Button onClick={() => void openFolder()}>Open data folder</Button>
            <Button onClick={() => void call('link.open', { link: 'vendor' })}>Open the vendor’s site</Button>
          </div>
        </div>
        <p className="faint small num">Leasebar {about.version}</p>
      </Section>
    </>
  )
}
