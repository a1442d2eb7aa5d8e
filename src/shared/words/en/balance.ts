/** The balance and its history. */
export const balance = {}
