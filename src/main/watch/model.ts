/** What the tray icon tells; each has a shape of its own, so that none depends on colour. */
export type TrayIcon = 'normal' | 'low' | 'attention' | 'offline'

/** What an entry of the tray's menu does. */
export type TrayAction =
  | { readonly kind: 'renew'; readonly groupId: string }
  | { readonly kind: 'renew-due' }
  | { readonly kind: 'open' }
  | { readonly kind: 'check-balance' }
  | { readonly kind: 'settings' }
  | { readonly kind: 'quit' }

/** An entry of the tray's menu. Labels are fit for a menu: cleaned, bounded, `&` doubled. */
export type TrayItem =
  | { readonly type: 'separator' }
  | { readonly type: 'info'; readonly label: string }
  | {
      readonly type: 'action'
      readonly label: string
      readonly enabled: boolean
      readonly action: TrayAction
    }

/** The tray as it is to be: plain data, compared whole before anything is redrawn. */
export interface TrayModel {
  readonly icon: TrayIcon
  readonly tooltip: string
  readonly items: readonly TrayItem[]
}

/** Where a click on a notification leads. */
export interface NotificationTarget {
  readonly view: 'groups' | 'history' | 'settings'
  readonly accountId: string | null
  readonly groupId: string | null
  readonly renewalId: string | null
}

/** A notification as it is to be shown: plain text, cleaned and bounded. */
export interface NotificationModel {
  readonly title: string
  readonly body: string
  readonly target: NotificationTarget
  /** `critical` stays until the person has seen it, where the desktop can do that. */
  readonly urgency: 'normal' | 'critical'
}
