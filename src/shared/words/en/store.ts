/** The disk and what is kept on it. */
export const store = {}
