import type { Notice } from '../../shared/contract/snapshot.ts'
import type { NotificationModel } from '../watch/model.ts'

/** `LEASEBAR_API_URL` cannot be used; `text` says why. */
export function apiUrlNotice(text: string): Notice {
  return {
    id: 'api-url',
    severity: 'warning',
    title: 'The API address was not taken',
    text,
    dismissible: true,
  }
}

/** Why balance and orders were not read; shown beside their age. */
export const computerOffline = 'This computer is offline.'

/** A click in the tray that led to no attempt: nothing was sent, and nothing stands in the history. */
export function notRenewed(message: string, accountId: string | null): NotificationModel {
  const target = { view: 'groups', accountId, groupId: null, renewalId: null } as const
  return { title: 'The group was not renewed', body: message, target, urgency: 'normal' }
}

/** The one-time word when closing hides the window. */
export const stillInTray: NotificationModel = {
  title: 'Leasebar is still in the tray',
  body: 'It goes on watching balance and end dates there. Quit it from the tray’s menu.',
  target: { view: 'groups', accountId: null, groupId: null, renewalId: null },
  urgency: 'normal',
}
