import type { notificationKinds as english } from '../en/notificationKinds.ts'

/** The kinds of notification, as Settings explains them. */
export const notificationKinds: typeof english = {}
