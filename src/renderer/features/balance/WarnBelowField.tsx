import type { Account } from '../../../shared/domain/account.ts'
import { type Amount, decimalText } from '../../../shared/domain/rules/money.ts'
import { call } from '../../state/bridge.ts'
import { tellProblem } from '../../state/messages.ts'
import { pageWords } from '../../words/pageWords.ts'
import { SavedField } from '../settings/SavedField.tsx'

/** Saves `Warn below` as it was typed; empty: no warning. */
function saveWarnBelow(account: Account, warnBelow: string) {
  return call('account.update', { accountId: account.id, warnBelow })
}

/** Saves a threshold whose line was dragged; what main refuses is told in the lane at the window's foot. */
export async function dropThreshold(account: Account, sum: Amount): Promise<void> {
  const answer = await saveWarnBelow(account, decimalText(sum))
  if (answer.ok) return
  const { message, fields } = answer.error
  tellProblem(pageWords().settings.notSaved, fields?.warnBelow ?? message, `threshold-${account.id}`)
}

/** `Warn below` beside the chart whose line it is: typed here, or dragged there. */
export function WarnBelowField({
  account,
  currency,
}: {
  readonly account: Account
  readonly currency: string
}) {
  const { settings, balance } = pageWords()
  return (
    <div className="course-threshold">
      <SavedField
        label={settings.money.warnBelow.label}
        hint={account.warnBelow === null ? balance.history.noLine : balance.history.line}
        saved={account.warnBelow === null ? '' : decimalText(account.warnBelow)}
        suffix={currency}
        save={(text) => saveWarnBelow(account, text)}
        errorOf={(error) => error.fields?.warnBelow ?? error.message}
      />
    </div>
  )
}
