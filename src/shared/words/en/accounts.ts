/** Accounts, their keys and the keychain. */
export const accounts = {}
