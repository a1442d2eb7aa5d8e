import { err } from '../../../shared/domain/result.ts'
import type { Settings } from '../../../shared/domain/settings.ts'
import { call } from '../../state/bridge.ts'
import { useSnapshot } from '../../state/snapshotStore.ts'
import { Switch } from '../../ui/Switch.tsx'
import { QuietHours } from './QuietHours.tsx'
import { SavedField } from './SavedField.tsx'
import { Section } from './Section.tsx'
import { stagesOf, stagesProblem, stagesText } from './stages.ts'
import { updateSettings } from './updateSettings.ts'

type KindSwitch = Extract<keyof Settings, `tell${string}`>

const kinds: readonly { readonly setting: KindSwitch; readonly label: string; readonly hint: string }[] = [
  {
    setting: 'tellEndings',
    label: 'A group ends soon',
    hint: 'Once at each of the days below, the most urgent only.',
  },
  { setting: 'tellEnded', label: 'A group has ended', hint: 'Once, when its first order has ended.' },
  {
    setting: 'tellForecast',
    label: 'The balance will run short',
    hint: 'When it will not cover what is due within the days set above.',
  },
  {
    setting: 'tellLowBalance',
    label: 'Low balance',
    hint: 'When it falls below the sum in “Warn below”.',
  },
  { setting: 'tellRenewed', label: 'Renewed', hint: 'From the tray, or while the window has no focus.' },
  {
    setting: 'tellRefused',
    label: 'Refused, and not sent',
    hint: 'Why, and what to do. Nothing was paid.',
  },
  { setting: 'tellKeyRefused', label: 'The API key is refused', hint: 'Once, until a key works again.' },
  {
    setting: 'tellOffline',
    label: 'Offline for more than a day',
    hint: 'Once for each time that the vendor cannot be reached for so long.',
  },
]

/** What is told by a notification, at which days, and when not. */
export function NotificationsSection() {
  const settings = useSnapshot((snapshot) => snapshot.settings)
  return (
    <Section title="Notifications" note="An unknown outcome is always told: money may be gone.">
      {kinds.map(({ setting, label, hint }) => (
        <Switch
          key={setting}
          label={label}
          hint={hint}
          checked={settings[setting]}
          onChange={(on) => void updateSettings({ [setting]: on })}
        />
      ))}
      <SavedField
        label="Days before the end"
        hint="1 to 5 numbers from 1 to 60, such as 7, 3, 1. A group is told once at each."
        type="text"
        saved={stagesText(settings.endStages)}
        save={async (text) => {
          const endStages = stagesOf(text)
          return endStages === null
            ? err({ kind: 'fields', message: stagesProblem })
            : call('settings.update', { endStages })
        }}
        errorOf={(error) => error.message}
      />
      <QuietHours quietHours={settings.quietHours} />
    </Section>
  )
}
