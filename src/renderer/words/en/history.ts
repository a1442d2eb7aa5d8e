/** The words of history. */
export const history = {}
