import { Notification } from 'electron'
import type { NotificationModel, NotificationTarget } from '../watch/model.ts'
import { plainBody } from './plainBody.ts'
import { resourcePath } from './windowOptions.ts'

/** What the notifications need from around them. */
export interface NotifierDeps {
  /** A notification was clicked. */
  readonly onClick: (target: NotificationTarget) => void
  readonly log: (line: string) => void
}

/** Shows native notifications. */
export interface Notifier {
  /** Shows one; false where the desktop has no notifications. */
  readonly show: (model: NotificationModel) => boolean
  /** Takes back what is still shown. */
  readonly closeAll: () => void
}

/** The most notifications that are held on to; an older one's click is lost. */
const mostHeld = 50

/** Makes the notifier. A notification is held on to until it is gone, because one that is collected loses its click. */
export function createNotifier(deps: NotifierDeps): Notifier {
  /** What is shown, with the renewal that it tells of. */
  const held = new Map<Notification, string | null>()

  function hold(notification: Notification, renewalId: string | null): void {
    held.set(notification, renewalId)
    const oldest = held.size > mostHeld ? held.keys().next().value : undefined
    if (oldest !== undefined) held.delete(oldest)
  }

  /** What was told of a renewal before is not true any more: a settled one is not unknown. */
  function closeOutdated(renewalId: string | null): void {
    if (renewalId === null) return
    for (const [notification, about] of held) {
      if (about !== renewalId) continue
      held.delete(notification)
      notification.close()
    }
  }

  return {
    show: (model) => {
      if (!Notification.isSupported()) {
        deps.log('this desktop has no notifications')
        return false
      }
      const notification = new Notification({
        title: model.title,
        body: plainBody(model.body, process.platform),
        urgency: model.urgency,
        timeoutType: model.urgency === 'critical' ? 'never' : 'default',
        ...(process.platform === 'linux' ? { icon: resourcePath('icons', '128.png') } : {}),
      })
      notification.on('click', () => {
        held.delete(notification)
        deps.onClick(model.target)
      })
      notification.on('close', () => held.delete(notification))
      notification.on('failed', (_event, error) => deps.log(`a notification failed: ${error}`))
      closeOutdated(model.target.renewalId)
      hold(notification, model.target.renewalId)
      notification.show()
      return true
    },
    closeAll: () => {
      for (const notification of held.keys()) notification.close()
      held.clear()
    },
  }
}
