import type { due as english } from '../en/due.ts'

/** The words of due. */
export const due: typeof english = {}
