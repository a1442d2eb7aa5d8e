import type { outcomes as english } from '../en/outcomes.ts'

/** Outcomes and what they mean. */
export const outcomes: typeof english = {}
