import type { Account } from '../../../shared/domain/account.ts'
import { type Amount, decimalText } from '../../../shared/domain/rules/money.ts'
import { call } from '../../state/bridge.ts'
import { useBalance } from '../../state/selectors.ts'
import { pageWords } from '../../words/pageWords.ts'
import { SavedField } from './SavedField.tsx'
import { Setting } from './Setting.tsx'

const fields = ['warnBelow', 'renewalLimit', 'dayLimit'] as const

function asText(amount: Amount | null): string {
  return amount === null ? '' : decimalText(amount)
}

/** The sums that an account's money is watched by. Each saves itself. */
export function LimitsForm({ account }: { readonly account: Account }) {
  const currency = useBalance(account.id)?.money?.currency
  const { money } = pageWords().settings
  return (
    <>
      {fields.map((field) => {
        const { label, hint } = money[field]
        return (
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
        )
      })}
    </>
  )
}
