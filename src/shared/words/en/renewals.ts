/** One renewal, from its price to its outcome. */
export const renewals = {}
