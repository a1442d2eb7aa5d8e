/** Groups and their fields. */
export const groups = {}
