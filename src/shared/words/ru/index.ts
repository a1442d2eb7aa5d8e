import { accounts } from './accounts.ts'
import { apiAddress } from './apiAddress.ts'
import { app } from './app.ts'
import { autoExtend } from './autoExtend.ts'
import { badOrders } from './badOrders.ts'
import { commands } from './commands.ts'
import { due } from './due.ts'
import { findings } from './findings.ts'
import { groupFiles } from './groupFiles.ts'
import { groupRefusals } from './groupRefusals.ts'
import { groups } from './groups.ts'
import { judging } from './judging.ts'
import { notificationKinds } from './notificationKinds.ts'
import { notifications } from './notifications.ts'
import { outcomes } from './outcomes.ts'
import { renewals } from './renewals.ts'
import { settling } from './settling.ts'
import { store } from './store.ts'
import { time } from './time.ts'
import { tray } from './tray.ts'
import { updates } from './updates.ts'
import { vendor } from './vendor.ts'
import { vendorAdvice } from './vendorAdvice.ts'
import { watch } from './watch.ts'

/** Everything that both sides say, in Russian. */
export const ru = {
  accounts,
  apiAddress,
  app,
  autoExtend,
  badOrders,
  commands,
  due,
  findings,
  groupFiles,
  groupRefusals,
  groups,
  judging,
  notificationKinds,
  notifications,
  outcomes,
  renewals,
  settling,
  store,
  time,
  tray,
  updates,
  vendor,
  vendorAdvice,
  watch,
}
