import type { orders as english } from '../en/orders.ts'

/** Orders and their list. */
export const orders: typeof english = {}
