import type { settings as english } from '../en/settings.ts'

/** The words of settings. */
export const settings: typeof english = {}
