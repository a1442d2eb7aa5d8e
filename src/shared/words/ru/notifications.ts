import type { notifications as english } from '../en/notifications.ts'

/** Notifications of outcomes and of a low balance. */
export const notifications: typeof english = {}
