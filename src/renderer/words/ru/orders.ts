import type { orders as english } from '../en/orders.ts'

/** The words of orders. */
export const orders: typeof english = {}
