/** The words of balance. */
export const balance = {}
