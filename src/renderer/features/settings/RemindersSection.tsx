import { err } from '../../../shared/domain/result.ts'
import { maxDueDays } from '../../../shared/domain/rules/due.ts'
import { call } from '../../state/bridge.ts'
import { useSnapshot } from '../../state/snapshotStore.ts'
import { Switch } from '../../ui/Switch.tsx'
import { pageWords } from '../../words/pageWords.ts'
import { SavedField } from './SavedField.tsx'
import { Section } from './Section.tsx'
import { Setting } from './Setting.tsx'
import { updateSettings } from './updateSettings.ts'

/** A field of whole numbers, with the bounds that main takes. */
interface NumberField {
  readonly setting: 'balanceMinutes' | 'ordersMinutes' | 'dueDays' | 'warnShortDays'
  readonly unit: 'minutes' | 'days'
  readonly least: number
  readonly most: number
}

const numbers: readonly NumberField[] = [
  { setting: 'balanceMinutes', unit: 'minutes', least: 1, most: 1440 },
  { setting: 'ordersMinutes', unit: 'minutes', least: 1, most: 1440 },
  { setting: 'dueDays', unit: 'days', least: 1, most: maxDueDays },
  { setting: 'warnShortDays', unit: 'days', least: 0, most: 365 },
]

/** A whole number within the bounds; null for anything else. */
function wholeNumber(text: string, { least, most }: NumberField): number | null {
  const number = Number(text)
  return text.trim() !== '' && Number.isInteger(number) && number >= least && number <= most ? number : null
}

/** How often balance and orders are read, when groups are due, and what is told again. */
export function RemindersSection() {
  const settings = useSnapshot((snapshot) => snapshot.settings)
  const { checks } = pageWords().settings
  return (
    <Section title={checks.title}>
      {numbers.map((field) => {
        const { setting, unit, least, most } = field
        const { label, hint } = checks[setting]
        return (
          <Setting key={setting} words={`${label} ${hint}`}>
            <SavedField
              label={label}
              hint={hint}
              suffix={checks.unit[unit]}
              saved={String(settings[setting])}
              save={async (text) => {
                const number = wholeNumber(text, field)
                if (number !== null) return call('settings.update', { [setting]: number })
                return err({ kind: 'fields', message: checks.outside({ label, unit, least, most }) })
              }}
              errorOf={(error) => error.message}
            />
          </Setting>
        )
      })}
      <Setting words={`${checks.daily.label} ${checks.daily.hint}`}>
        <Switch
          {...checks.daily}
          checked={settings.dailyReminder}
          onChange={(dailyReminder) => void updateSettings({ dailyReminder })}
        />
      </Setting>
    </Section>
  )
}
