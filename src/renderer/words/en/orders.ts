/** The words of orders. */
export const orders = {}
