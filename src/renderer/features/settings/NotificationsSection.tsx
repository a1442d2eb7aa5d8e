import { CircleQuestionMark } from 'lucide-react'
import { useId, useState } from 'react'
import { err } from '../../../shared/domain/result.ts'
import { switchedKinds } from '../../../shared/domain/rules/notificationKinds.ts'
import { call } from '../../state/bridge.ts'
import { useSnapshot } from '../../state/snapshotStore.ts'
import { IconButton } from '../../ui/Button.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { NotificationsHelp } from './NotificationsHelp.tsx'
import { QuietHours } from './QuietHours.tsx'
import { SavedField } from './SavedField.tsx'
import { Section } from './Section.tsx'
import { Setting } from './Setting.tsx'
import { stagesOf, stagesProblem, stagesText } from './stages.ts'
import { updateSettings } from './updateSettings.ts'

const stageWords = {
  label: 'Days before the end',
  hint: '1 to 5 numbers from 1 to 60, such as 7, 3, 1. A group is told once at each.',
}

/** What is told by a notification, at which days, and when not. */
export function NotificationsSection() {
  const settings = useSnapshot((snapshot) => snapshot.settings)
  const [helps, setHelps] = useState(false)
  const helpId = useId()
  return (
    <Section
      title="Notifications"
      note="An unknown outcome is always told: money may be gone."
      action={
        <IconButton
          label="What Leasebar tells you"
          icon={<CircleQuestionMark size={16} />}
          aria-expanded={helps}
          aria-controls={helpId}
          onClick={() => setHelps(!helps)}
        />
      }
    >
      {helps && (
        <Setting words="">
          <NotificationsHelp id={helpId} />
        </Setting>
      )}
      {switchedKinds.map(({ setting, label, when }) => (
        <Setting key={setting} words={`${label} ${when}`}>
          <Switch
            label={label}
            hint={when}
            checked={settings[setting]}
            onChange={(on) => void updateSettings({ [setting]: on })}
          />
        </Setting>
      ))}
      <Setting words={`${stageWords.label} ${stageWords.hint}`}>
        <SavedField
          {...stageWords}
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
      </Setting>
      <QuietHours quietHours={settings.quietHours} />
    </Section>
  )
}
