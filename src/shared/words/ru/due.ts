import type { due as english } from '../en/due.ts'

/** `Renew all due`. */
export const due: typeof english = {}
