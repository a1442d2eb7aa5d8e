import type { accounts as english } from '../en/accounts.ts'

/** Accounts, their keys and the keychain. */
export const accounts: typeof english = {}
