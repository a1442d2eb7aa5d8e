/** What the guard asks about. */
export const findings = {}
