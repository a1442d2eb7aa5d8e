import { words } from '../../shared/words/words.ts'
import { errorName } from '../ipc/words.ts'
import type { NotificationModel, TrayAction } from '../watch/model.ts'
import type { Core } from './core.ts'
import type { createShowing } from './showing.ts'
import { notRenewed } from './words.ts'

/** What the tray's menu acts on. */
export interface TrayActionParts {
  readonly core: Core
  readonly showing: ReturnType<typeof createShowing>
  readonly showWindow: () => void
  readonly notify: (model: NotificationModel) => void
  readonly quit: () => void
  readonly log: (line: string) => void
}

/** What an entry of the tray's menu does. */
export function createTrayActions(parts: TrayActionParts): (action: TrayAction) => void {
  const { core, showing, notify, log } = parts

  /** A guarded click from the tray opens the window on the dialog. */
  async function renew(groupId: string): Promise<void> {
    const accountId = core.groups.get(groupId)?.accountId ?? null
    try {
      const answer = await core.renewals.start(groupId, 'tray')
      if (!answer.ok) notify(notRenewed(answer.error.message, accountId))
      else if (answer.value.kind === 'asks') {
        showing.open({ accountId, groupId, question: answer.value.question })
      }
    } catch (error) {
      log(`renewing from the tray failed: ${errorName(error)}`)
      notify(notRenewed(words().app.ourBug, accountId))
    }
  }

  /** The window shows the plan as it comes; where one is open already, that one. */
  async function renewDue(): Promise<void> {
    showing.open({ view: 'groups', due: true })
    if ((core.dueRuns.state()?.phase ?? 'ended') !== 'ended') return
    try {
      const planned = await core.planDue(null)
      if (!planned.ok && planned.error.kind !== 'cancelled') notify(notRenewed(planned.error.message, null))
    } catch (error) {
      log(`planning all due failed: ${errorName(error)}`)
      notify(notRenewed(words().app.ourBug, null))
    }
  }

  return (action) => {
    switch (action.kind) {
      case 'renew':
        return void renew(action.groupId)
      case 'renew-due':
        return void renewDue()
      case 'open':
        return parts.showWindow()
      case 'settings':
        return showing.open({ view: 'settings' })
      case 'check-balance':
        for (const { id } of core.accounts.list()) void core.balance.refresh(id)
        return
      case 'quit':
        return parts.quit()
    }
  }
}
