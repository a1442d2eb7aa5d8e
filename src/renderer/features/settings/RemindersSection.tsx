import { err } from '../../../shared/domain/result.ts'
import { maxDueDays } from '../../../shared/domain/rules/due.ts'
import { call } from '../../state/bridge.ts'
import { useSnapshot } from '../../state/snapshotStore.ts'
import { Switch } from '../../ui/Switch.tsx'
import { SavedField } from './SavedField.tsx'
import { Section } from './Section.tsx'
import { Setting } from './Setting.tsx'
import { updateSettings } from './updateSettings.ts'

/** A field of whole numbers, with the bounds that main takes. */
interface NumberField {
  readonly setting: 'balanceMinutes' | 'ordersMinutes' | 'dueDays' | 'warnShortDays'
  readonly label: string
  readonly hint?: string
  readonly unit: 'minutes' | 'days'
  readonly least: number
  readonly most: number
}

const numbers: readonly NumberField[] = [
  { setting: 'balanceMinutes', label: 'Check balance every', unit: 'minutes', least: 1, most: 1440 },
  {
    setting: 'ordersMinutes',
    label: 'Read orders every',
    hint: 'The vendor’s list of your orders, with their end dates.',
    unit: 'minutes',
    least: 1,
    most: 1440,
  },
  {
    setting: 'dueDays',
    label: 'Groups are due',
    hint: 'So many days before their end; a group can have a number of its own.',
    unit: 'days',
    least: 1,
    most: maxDueDays,
  },
  {
    setting: 'warnShortDays',
    label: 'Warn of a shortage',
    hint: 'When the balance will not cover what is due within so many days. 0: no warning.',
    unit: 'days',
    least: 0,
    most: 365,
  },
]

const daily = { label: 'Remind daily', hint: 'Once a day while the balance stays below your sum.' }

/** A whole number within the bounds; null for anything else. */
function wholeNumber(text: string, { least, most }: NumberField): number | null {
  const number = Number(text)
  return text.trim() !== '' && Number.isInteger(number) && number >= least && number <= most ? number : null
}

/** How often balance and orders are read, when groups are due, and what is told again. */
export function RemindersSection() {
  const settings = useSnapshot((snapshot) => snapshot.settings)
  return (
    <Section title="Checks and reminders">
      {numbers.map((field) => (
        <Setting key={field.setting} words={`${field.label} ${field.hint ?? ''}`}>
          <SavedField
            label={field.label}
            hint={field.hint}
            suffix={field.unit}
            saved={String(settings[field.setting])}
            save={async (text) => {
              const number = wholeNumber(text, field)
              if (number !== null) return call('settings.update', { [field.setting]: number })
              const { label, unit, least, most } = field
              return err({
                kind: 'fields',
                message: `${label}: enter whole ${unit} from ${least} to ${most}.`,
              })
            }}
            errorOf={(error) => error.message}
          />
        </Setting>
      ))}
      <Setting words={`${daily.label} ${daily.hint}`}>
        <Switch
          {...daily}
          checked={settings.dailyReminder}
          onChange={(dailyReminder) => void updateSettings({ dailyReminder })}
        />
      </Setting>
    </Section>
  )
}
