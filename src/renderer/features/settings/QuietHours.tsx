import type { Settings } from '../../../shared/domain/settings.ts'
import { Field } from '../../ui/Field.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { pageWords } from '../../words/pageWords.ts'
import { Setting } from './Setting.tsx'
import { updateSettings } from './updateSettings.ts'

/** What quiet hours begin with when they are switched on. */
const usual = { from: '22:00', to: '07:00' }

const ends = [
  { end: 'from', label: 'quietFrom' },
  { end: 'to', label: 'quietUntil' },
] as const

/** Hours in which nothing is told but outcomes; what was held back comes afterwards, if it still holds. */
export function QuietHours({ quietHours }: Pick<Settings, 'quietHours'>) {
  const told = pageWords().settings.notifications
  return (
    <Setting words={`${told.quiet.label} ${told.quiet.hint}`}>
      <Switch
        {...told.quiet}
        checked={quietHours !== null}
        onChange={(on) => void updateSettings({ quietHours: on ? usual : null })}
      />
      {quietHours && (
        <div className="field-pair">
          {ends.map(({ end, label }) => (
            <Field label={told[label]} key={end}>
              {(control) => (
                <input
                  {...control}
                  className="input num"
                  type="time"
                  value={quietHours[end]}
                  onChange={(event) => {
                    // Empty while a person is typing it.
                    if (event.target.value !== '')
                      void updateSettings({ quietHours: { ...quietHours, [end]: event.target.value } })
                  }}
                />
              )}
            </Field>
          ))}
        </div>
      )}
    </Setting>
  )
}
