import type { accounts as english } from '../en/accounts.ts'

/** The words of accounts. */
export const accounts: typeof english = {}
