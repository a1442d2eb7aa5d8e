import { err } from '../../../shared/domain/result.ts'
import { call } from '../../state/bridge.ts'
import { useSnapshot } from '../../state/snapshotStore.ts'
import { Switch } from '../../ui/Switch.tsx'
import { SavedField } from './SavedField.tsx'
import { Section } from './Section.tsx'
import { updateSettings } from './updateSettings.ts'

/** Whole minutes from a minute to a day, as main takes them; null for anything else. */
function minutesOf(text: string): number | null {
  const minutes = Number(text)
  return Number.isInteger(minutes) && minutes >= 1 && minutes <= 1440 ? minutes : null
}

/** How often the balance is read, and whether a low one is told again. */
export function RemindersSection() {
  const settings = useSnapshot((snapshot) => snapshot.settings)
  return (
    <Section title="Checks and reminders">
      <SavedField
        label="Check balance every"
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
        onChange={(dailyReminder) => void updateSettings({ dailyReminder })}
      />
    </Section>
  )
}
