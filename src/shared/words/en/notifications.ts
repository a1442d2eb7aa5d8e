/** Notifications of outcomes and of a low balance. */
export const notifications = {}
