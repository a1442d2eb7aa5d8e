import { CircleQuestionMark } from 'lucide-react'
import { useId, useState } from 'react'
import { err } from '../../../shared/domain/result.ts'
import { switchedKinds } from '../../../shared/domain/rules/notificationKinds.ts'
import { call } from '../../state/bridge.ts'
import { useSnapshot } from '../../state/snapshotStore.ts'
import { IconButton } from '../../ui/Button.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { pageWords } from '../../words/pageWords.ts'
import { NotificationsHelp } from './NotificationsHelp.tsx'
import { QuietHours } from './QuietHours.tsx'
import { SavedField } from './SavedField.tsx'
import { Section } from './Section.tsx'
import { Setting } from './Setting.tsx'
import { stagesOf, stagesText } from './stages.ts'
import { updateSettings } from './updateSettings.ts'

/** What is told by a notification, at which days, and when not. */
export function NotificationsSection() {
  const settings = useSnapshot((snapshot) => snapshot.settings)
  const [helps, setHelps] = useState(false)
  const helpId = useId()
  const told = pageWords().settings.notifications
  return (
    <Section
      title={told.title}
      note={told.note}
      action={
        <IconButton
          label={told.help}
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
      {switchedKinds().map(({ setting, label, when }) => (
        <Setting key={setting} words={`${label} ${when}`}>
          <Switch
            label={label}
            hint={when}
            checked={settings[setting]}
            onChange={(on) => void updateSettings({ [setting]: on })}
          />
        </Setting>
      ))}
      <Setting words={`${told.stages.label} ${told.stages.hint}`}>
        <SavedField
          {...told.stages}
          type="text"
          saved={stagesText(settings.endStages)}
          save={async (text) => {
            const endStages = stagesOf(text)
            return endStages === null
              ? err({ kind: 'fields', message: told.stagesProblem })
              : call('settings.update', { endStages })
          }}
          errorOf={(error) => error.message}
        />
      </Setting>
      <QuietHours quietHours={settings.quietHours} />
    </Section>
  )
}
