/** The words of accounts. */
export const accounts = {}
