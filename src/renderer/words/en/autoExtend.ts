/** The words of autoExtend. */
export const autoExtend = {}
