/** Outcomes and what they mean. */
export const outcomes = {}
