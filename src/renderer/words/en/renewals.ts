/** The words of renewals. */
export const renewals = {}
