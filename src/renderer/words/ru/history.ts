import type { history as english } from '../en/history.ts'

/** The words of history. */
export const history: typeof english = {}
