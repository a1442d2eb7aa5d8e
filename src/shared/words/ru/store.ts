import type { store as english } from '../en/store.ts'

/** The disk and what is kept on it. */
export const store: typeof english = {}
