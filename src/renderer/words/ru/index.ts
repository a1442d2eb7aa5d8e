import { accounts } from './accounts.ts'
import { app } from './app.ts'
import { autoExtend } from './autoExtend.ts'
import { balance } from './balance.ts'
import { due } from './due.ts'
import { groupFiles } from './groupFiles.ts'
import { groupRows } from './groupRows.ts'
import { groups } from './groups.ts'
import { history } from './history.ts'
import { historyFile } from './historyFile.ts'
import { keys } from './keys.ts'
import { onboarding } from './onboarding.ts'
import { orders } from './orders.ts'
import { renewals } from './renewals.ts'
import { settings } from './settings.ts'
import { updates } from './updates.ts'

/** Everything that only the window says, in Russian. */
export const ru = {
  accounts,
  app,
  autoExtend,
  balance,
  due,
  groupFiles,
  groupRows,
  groups,
  history,
  historyFile,
  keys,
  onboarding,
  orders,
  renewals,
  settings,
  updates,
}
