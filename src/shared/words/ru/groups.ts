import type { groups as english } from '../en/groups.ts'

/** Groups and their fields. */
export const groups: typeof english = {}
