import type { renewals as english } from '../en/renewals.ts'

/** One renewal, from its price to its outcome. */
export const renewals: typeof english = {}
