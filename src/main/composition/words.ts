import type { Notice } from '../../shared/contract/snapshot.ts'
import { words } from '../../shared/words/words.ts'
import type { NotificationModel } from '../watch/model.ts'

/** `LEASEBAR_API_URL` cannot be used; `text` says why. */
export function apiUrlNotice(text: string): Notice {
  return {
    id: 'api-url',
    severity: 'warning',
    title: words().app.start.addressNotTaken,
    text,
    dismissible: true,
  }
}

/** Why balance and orders were not read; shown beside their age. */
export const computerOffline = (): string => words().app.offline

/** A click in the tray that led to no attempt: nothing was sent, and nothing stands in the history. */
export function notRenewed(message: string, accountId: string | null): NotificationModel {
  const target = { view: 'groups', accountId, groupId: null, renewalId: null } as const
  return { title: words().app.notRenewed, body: message, target, urgency: 'normal' }
}

/** The one-time word when closing hides the window. */
export function stillInTray(): NotificationModel {
  const target = { view: 'groups', accountId: null, groupId: null, renewalId: null } as const
  return { ...words().app.stillInTray, target, urgency: 'normal' }
}
