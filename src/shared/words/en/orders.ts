/** Orders and their list. */
export const orders = {}
