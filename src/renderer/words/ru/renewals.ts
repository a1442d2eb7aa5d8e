import type { renewals as english } from '../en/renewals.ts'

/** The words of renewals. */
export const renewals: typeof english = {}
