import type { balance as english } from '../en/balance.ts'

/** The balance and its history. */
export const balance: typeof english = {}
