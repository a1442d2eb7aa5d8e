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
  const held = new Set<Notification>()

  function hold(notification: Notification): void {
    held.add(notification)
    const oldest = held.size > mostHeld ? held.values().next().value : undefined
    if (oldest !== undefined) held.delete(oldest)
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
      hold(notification)
      notification.show()
      return true
    },
    closeAll: () => {
      for (const notification of held) notification.close()
      held.clear()
    },
  }
}
