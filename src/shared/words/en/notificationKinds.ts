/** The kinds of notification, as Settings explains them. */
export const notificationKinds = {}
