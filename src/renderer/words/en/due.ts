/** The words of due. */
export const due = {}
