/** `Renew all due`. */
export const due = {}
