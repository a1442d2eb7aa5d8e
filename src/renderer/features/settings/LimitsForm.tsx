import type { Account } from '../../../shared/domain/account.ts'
import { type Amount, decimalText } from '../../../shared/domain/rules/money.ts'
import { call } from '../../state/bridge.ts'
import { useBalance } from '../../state/selectors.ts'
import { SavedField } from './SavedField.tsx'
import { Setting } from './Setting.tsx'

type LimitField = 'warnBelow' | 'renewalLimit' | 'dayLimit'

const fields: readonly { readonly field: LimitField; readonly label: string; readonly hint: string }[] = [
  {
    field: 'warnBelow',
    label: 'Warn below',
    hint: 'You are told once when the balance falls below this sum. Empty: no warning.',
  },
  {
    field: 'renewalLimit',
    label: 'Limit per renewal',
    hint: 'Leasebar asks before a renewal that costs more. Empty: no limit.',
  },
  {
    field: 'dayLimit',
    label: 'Limit per day',
    hint: 'Leasebar asks when a day’s renewals would come to more. Empty: no limit.',
  },
]

function asText(amount: Amount | null): string {
  return amount === null ? '' : decimalText(amount)
}

/** The sums that an account's money is watched by. Each saves itself. */
export function LimitsForm({ account }: { readonly account: Account }) {
  const currency = useBalance(account.id)?.money?.currency
  return (
    <>
      {fields.map(({ field, label, hint }) => (
        <Setting key={field} words={`${label} ${hint}`}>
          <SavedField
            label={label}
            hint={hint}
            saved={asText(account[field])}
            suffix={currency}
            save={(text) => call('account.update', { accountId: account.id, [field]: text })}
            errorOf={(error) => error.fields?.[field] ?? error.message}
          />
        </Setting>
      ))}
    </>
  )
}
