/** The words of groups. */
export const groups = {}
