/** The vendor's auto-extend. */
export const autoExtend = {}
