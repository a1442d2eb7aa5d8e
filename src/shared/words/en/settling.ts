/** The evidence about an `unknown`. */
export const settling = {}
